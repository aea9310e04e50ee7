// A page inside the portal's frame: menu, who is signed in, what credits are left, what needs attention.

import type { Language } from "@posthorn/domain";
import { numberInWords, plural, textsFor } from "@posthorn/texts";
import { type AccountFacts, type Context, type SessionMember, showAccountFacts } from "@posthorn/usecases";
import {
  type Island,
  type MenuItem,
  pageFrame,
  type PageFrame,
  PortalLayout,
  renderPage,
  type WebContext,
} from "@posthorn/web";
import type { Child } from "hono/jsx";

export interface PortalPage {
  /** Never a subject or a name: titles end up in histories. */
  readonly title: string;
  readonly current?: "overview" | "sent" | "inbox" | "drafts" | "contacts" | "account" | "me" | "security";
  readonly islands?: readonly Island[];
  readonly hasErrors?: boolean;
  readonly refreshSeconds?: number;
  readonly status?: 200 | 202 | 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503;
  readonly body: (frame: PageFrame, facts: AccountFacts) => Child;
}

export async function renderPortal(
  c: WebContext,
  ctx: Context,
  member: SessionMember,
  page: PortalPage,
): Promise<Response> {
  const facts = await showAccountFacts(ctx, member.accountId);
  const frame = pageFrame(c);
  const { language } = frame;
  const { myData, portal } = textsFor(language);
  const credits = creditsInWords(language, facts.credits);
  return renderPage(
    c,
    <PortalLayout
      frame={frame}
      title={page.title}
      hasErrors={page.hasErrors ?? false}
      islands={page.islands ?? []}
      refreshSeconds={page.refreshSeconds}
      menu={menuOf(language, member, page.current, facts)}
      action={{ href: "/compose", label: portal.menu.newMessage }}
      account={{
        name: member.accountName,
        line: portal.personAndCredits(member.personName, credits),
        link: member.severalAccounts ? { href: "/switch", label: myData.switching.link } : undefined,
      }}
      signOutPath="/sign-out"
    >
      {page.body(frame, facts)}
    </PortalLayout>,
    page.status ?? 200,
  );
}

function menuOf(
  language: Language,
  member: SessionMember,
  current: PortalPage["current"],
  { attention }: AccountFacts,
): readonly MenuItem[] {
  const { accountSettings, contacts, inbox, members, myData, portal, security } = textsFor(language);
  const item = (name: NonNullable<PortalPage["current"]>, href: string, label: string) => ({
    href,
    label,
    current: current === name,
  });
  const isCompany = member.accountKind === "company";
  return [
    item("overview", "/", portal.menu.overview),
    {
      ...item("sent", "/sent", portal.menu.sent),
      count: attention,
      countLabel: portal.menu.attention,
    },
    ...(isCompany ? [] : [item("inbox", "/inbox", inbox.menu)]),
    item("drafts", "/drafts", portal.menu.drafts),
    item("contacts", "/contacts", contacts.menu),
    isCompany
      ? item("account", "/company/members", members.company)
      : item("account", "/account/settings", accountSettings.account),
    item("me", "/me", myData.menu),
    item("security", "/security", security.menu),
  ];
}

export function creditsInWords(language: PageFrame["language"], count: number): string {
  const one = plural(language, count, "one", "other") === "one";
  return textsFor(language).portal.credits(numberInWords(language, count), one);
}
