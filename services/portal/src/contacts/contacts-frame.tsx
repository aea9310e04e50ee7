// A page about contacts or consents: inside the portal's frame, with both sections above it.

import { textsFor } from "@posthorn/texts";
import type { Context, SessionMember } from "@posthorn/usecases";
import { type PageFrame, SectionNav, type WebContext } from "@posthorn/web";
import type { Child } from "hono/jsx";
import { type PortalPage, renderPortal } from "../frame/portal-page.tsx";

export interface ContactsPage extends Omit<PortalPage, "current" | "body"> {
  readonly section: "contacts" | "consents";
  readonly body: (frame: PageFrame) => Child;
}

export function renderContactsPage(
  c: WebContext,
  ctx: Context,
  member: SessionMember,
  { section, body, ...page }: ContactsPage,
): Promise<Response> {
  return renderPortal(c, ctx, member, {
    ...page,
    current: "contacts",
    body(frame) {
      const { contacts: words } = textsFor(frame.language);
      return (
        <>
          <SectionNav
            label={words.sections}
            sections={[
              { href: "/contacts", label: words.menu, current: section === "contacts" },
              { href: "/contacts/consents", label: words.consents.menu, current: section === "consents" },
            ]}
          />
          {body(frame)}
        </>
      );
    },
  });
}
