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
import { ClosingBanner } from "../closing/closing-banner.tsx";
import { RestrictedBanner } from "../rights/restricted-banner.tsx";
import { ApplyingNote } from "../register/applying-note.tsx";
import { APPLICATION_PATH } from "../register/paths.ts";

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
  const facts = await showAccountFacts(ctx, member);
  const frame = pageFrame(c);
  const { language } = frame;
  const { myData, portal, registration } = textsFor(language);
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
      {...(isEnding(member) || member.restricted
        ? {}
        : { action: { href: "/compose", label: portal.menu.newMessage } })}
      account={{
        name: member.accountName || registration.application.noName,
        line: portal.personAndCredits(member.personName, credits),
        link: member.severalAccounts ? { href: "/switch", label: myData.switching.link } : undefined,
      }}
      signOutPath="/sign-out"
    >
      {member.accountStatus === "applying" && !c.req.path.startsWith(APPLICATION_PATH) && (
        <ApplyingNote language={language} role={member.role} />
      )}
      <ClosingBanner language={language} member={member} path={c.req.path} />
      <RestrictedBanner language={language} member={member} path={c.req.path} />
      {page.body(frame, facts)}
    </PortalLayout>,
    page.status ?? 200,
  );
}

function isEnding({ accountStatus }: SessionMember): boolean {
  return accountStatus === "closing" || accountStatus === "closed";
}

function menuOf(
  language: Language,
  member: SessionMember,
  current: PortalPage["current"],
  { attention, requests }: AccountFacts,
): readonly MenuItem[] {
  const { accountSettings, closing, contacts, inbox, members, myData, portal, rights, security } =
    textsFor(language);
  const item = (name: NonNullable<PortalPage["current"]>, href: string, label: string) => ({
    href,
    label,
    current: current === name,
  });
  const isCompany = member.accountKind === "company";
  const ofPerson = [item("me", "/me", myData.menu), item("security", "/security", security.menu)];
  if (member.restricted) return isCompany ? ofPerson : [item("inbox", "/inbox", inbox.menu), ...ofPerson];
  // Restricted: what else is in the account opens no more.
  if (member.accountStatus === "closed")
    return [item("account", "/account/close", closing.menu), ...ofPerson];
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
    {
      ...(isCompany
        ? item("account", "/company/members", members.company)
        : item("account", "/account/settings", accountSettings.account)),
      ...(member.role === "admin" && requests > 0
        ? { count: requests, countLabel: rights.portal.sender.waiting }
        : {}),
    },
    ...ofPerson,
  ];
}

export function creditsInWords(language: PageFrame["language"], count: number): string {
  const one = plural(language, count, "one", "other") === "one";
  return textsFor(language).portal.credits(numberInWords(language, count), one);
}
