// The public log for people: its latest state, who confirmed it, and how to follow it.

import { numberInWords, textsFor } from "@posthorn/texts";
import type { LogHead } from "@posthorn/usecases";
import {
  Card,
  DefinitionList,
  type Markup,
  Note,
  type PageFrame,
  pageFrame,
  renderPage,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { VerifyDeps } from "../deps.ts";
import { Moment } from "../frame/moment.tsx";
import { VerifyPage } from "../frame/verify-page.tsx";

export function logPageRoutes(app: Hono<WebEnv>, deps: VerifyDeps): void {
  app.get("/log", async (c) => {
    const head = await deps.log.head();
    const frame = pageFrame(c);
    const words = textsFor(frame.language).verify.log;
    return renderPage(
      c,
      <VerifyPage frame={frame} title={words.title}>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {head === null ? (
          <Note>
            <p>{words.none}</p>
          </Note>
        ) : (
          <Head frame={frame} head={head} vkey={deps.log.vkey} />
        )}
        <Card title={words.follow} id="follow">
          <p>{words.followText}</p>
          <DefinitionList
            facts={[
              { term: words.checkpoint, value: <Address of={`${deps.site.origin}/log/checkpoint`} /> },
              { term: words.tiles, value: <Address of={`${deps.site.origin}/log/tile/<L>/<N>[.p/<W>]`} /> },
              {
                term: words.entries,
                value: <Address of={`${deps.site.origin}/log/tile/entries/<N>[.p/<W>]`} />,
              },
            ]}
          />
        </Card>
      </VerifyPage>,
    );
  });
}

function Head(props: {
  readonly frame: PageFrame;
  readonly head: LogHead;
  readonly vkey: string | null;
}): Markup {
  const { frame, head, vkey } = props;
  const { language } = frame;
  const words = textsFor(language).verify.log;
  const [origin = ""] = head.note.split("\n");
  return (
    <Card title={words.latest} id="latest">
      <DefinitionList
        facts={[
          { term: words.size, value: numberInWords(language, head.size) },
          { term: words.stampedAt, value: <Moment language={language} at={head.stampedAt} /> },
          { term: words.root, value: <span class="mono">{head.root}</span> },
          {
            term: words.witnesses,
            value:
              head.witnesses.length === 0 ? (
                words.noWitness
              ) : (
                <ul class="plain-list">
                  {head.witnesses.map(({ name, cosignedAt }) => (
                    <li>
                      <b>{name}</b>
                      <br />
                      <Moment language={language} at={cosignedAt} />
                    </li>
                  ))}
                </ul>
              ),
          },
          { term: words.origin, value: <span class="mono">{origin}</span> },
          ...(vkey === null
            ? []
            : [
                {
                  term: words.vkey,
                  value: (
                    <>
                      <span class="mono">{vkey}</span>
                      <br />
                      <span class="small muted">{words.vkeyUse}</span>
                    </>
                  ),
                },
              ]),
        ]}
      />
      <details class="more">
        <summary>{words.note}</summary>
        <pre class="plain-text" tabindex={0} aria-label={words.note}>
          {head.note}
        </pre>
      </details>
    </Card>
  );
}

function Address({ of }: { readonly of: string }): Markup {
  return <span class="mono">{of}</span>;
}
