// The frame of the pages about privacy: open to everybody, signed in or not.

import { textsFor } from "@posthorn/texts";
import { PageHead, pageFrame, type PageFrame, PlainLayout, renderPage, type WebContext } from "@posthorn/web";
import type { Child } from "hono/jsx";
import { PRIVACY_PATH } from "./paths.ts";

export interface PrivacyPage {
  readonly title: string;
  readonly lead: string;
  readonly body: (frame: PageFrame) => Child;
}

export function renderPrivacyPage(c: WebContext, page: PrivacyPage): Promise<Response> {
  const frame = pageFrame(c);
  const { privacy } = textsFor(frame.language).privacyPages.footer;
  // On the notice itself the crumb would lead to where one is.
  const crumb = { label: privacy, ...(c.req.path === PRIVACY_PATH ? {} : { href: PRIVACY_PATH }) };
  return renderPage(
    c,
    <PlainLayout frame={frame} title={page.title}>
      <PageHead language={frame.language} title={page.title} lead={page.lead} crumbs={[crumb]} />
      {page.body(frame)}
    </PlainLayout>,
  );
}
