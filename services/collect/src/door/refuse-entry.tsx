// Pages for who stands before a door that does not open: what happened, and what to do instead.

import { textsFor } from "@posthorn/texts";
import { Button, CollectLayout, Note, pageFrame, renderPage, type WebContext } from "@posthorn/web";

interface Entry {
  readonly title: string;
  readonly happened: string;
  readonly next: string;
}

/** Unknown, mistyped and superseded links look alike. */
export function showUnknownLink(c: WebContext): Promise<Response> {
  return showEntry(c, textsFor(c.get("language")).collect.unknownLink, 404);
}

/** The browser has no cookie of this delivery: another browser, or some hours later. */
export function showClosedDoor(c: WebContext): Promise<Response> {
  return showEntry(c, textsFor(c.get("language")).collect.closedDoor, 401);
}

async function showEntry(c: WebContext, words: Entry, status: 401 | 404): Promise<Response> {
  const frame = pageFrame(c);
  const { collect } = textsFor(frame.language);
  return renderPage(
    c,
    <CollectLayout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.happened}</p>
      <Note>
        <p>{words.next}</p>
      </Note>
      <Button kind="primary" href="/" wide>
        {collect.typeCheckCode}
      </Button>
    </CollectLayout>,
    status,
  );
}
