// The frame of the pages about privacy: open to everybody, signed in or not.

import { textsFor } from "@posthorn/texts";
import { PageHead, pageFrame, type PageFrame, PlainLayout, renderPage, type WebContext } from "@posthorn/web";
import type { Child } from "hono/jsx";

export interface PrivacyPage {
  readonly title: string;
  readonly lead: string;
  readonly body: (frame: PageFrame) => Child;
}

export function renderPrivacyPage(c: WebContext, page: PrivacyPage): Promise<Response> {
  const frame = pageFrame(c);
  const crumb = { label: textsFor(frame.language).privacyPages.footer.privacy };
  return renderPage(
    c,
    <PlainLayout frame={frame} title={page.title}>
      <PageHead language={frame.language} title={page.title} lead={page.lead} crumbs={[crumb]} />
      {page.body(frame)}
    </PlainLayout>,
  );
}
