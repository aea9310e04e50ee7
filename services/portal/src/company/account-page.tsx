// A page about the account itself: inside the portal's frame, with the sections that its reader may open.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { Context, SessionMember } from "@posthorn/usecases";
import { type PageFrame, SectionNav, type WebContext } from "@posthorn/web";
import type { Child } from "hono/jsx";
import { SENDER_PATH } from "../rights/paths.ts";
import { type PortalPage, renderPortal } from "../frame/portal-page.tsx";

type Section = "members" | "teams" | "settings" | "api_keys" | "log" | "requests" | "closing";

export interface AccountPage extends Omit<PortalPage, "current" | "body"> {
  readonly section: Section;
  /** The page's own head is part of it. */
  readonly body: (frame: PageFrame) => Child;
}

export function renderAccountPage(
  c: WebContext,
  ctx: Context,
  member: SessionMember,
  { section, body, ...page }: AccountPage,
): Promise<Response> {
  return renderPortal(c, ctx, member, {
    ...page,
    current: "account",
    body(frame) {
      const { accountSettings, members } = textsFor(frame.language);
      const isCompany = member.accountKind === "company";
      return (
        <>
          <SectionNav
            label={isCompany ? members.company : accountSettings.account}
            sections={sectionsOf(frame.language, member).map(({ id, href, label }) => ({
              href,
              label,
              current: id === section,
            }))}
          />
          {body(frame)}
        </>
      );
    },
  });
}

interface SectionLink {
  readonly id: Section;
  readonly href: string;
  readonly label: string;
}

/** A private account has no members but its holder; settings and log of a company are its admins'. */
function sectionsOf(language: Language, member: SessionMember): readonly SectionLink[] {
  const { accountSettings, closing, company, members, rights } = textsFor(language);
  const settings = { id: "settings", href: "/account/settings", label: accountSettings.menu } as const;
  const log = { id: "log", href: "/account/log", label: accountSettings.logMenu } as const;
  const requests = { id: "requests", href: SENDER_PATH, label: rights.portal.sender.menu } as const;
  const close = { id: "closing", href: "/account/close", label: closing.menu } as const;
  if (member.accountStatus === "closed") return [close];
  if (member.accountKind === "private") return [settings, log, requests, close];
  const ofAll: readonly SectionLink[] = [
    { id: "members", href: "/company/members", label: members.menu },
    { id: "teams", href: "/company/teams", label: members.teamsMenu },
    { id: "api_keys", href: "/company/api-keys", label: company.apiKeys.menu },
  ];
  return member.role === "admin" ? [...ofAll, settings, log, requests, close] : ofAll;
}
