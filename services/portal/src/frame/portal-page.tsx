// A page inside the portal's frame: menu, who is signed in, what credits are left, what needs attention.

import { numberInWords, plural, textsFor } from "@posthorn/texts";
import { type AccountFacts, type Context, type SessionMember, showAccountFacts } from "@posthorn/usecases";
import {
  type Island,
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
  readonly current?: "overview" | "sent" | "drafts" | "security" | "api_keys";
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
  const { company, portal, security } = textsFor(language);
  const credits = creditsInWords(language, facts.credits);
  const menu = [
    { href: "/", label: portal.menu.overview, current: page.current === "overview" },
    {
      href: "/sent",
      label: portal.menu.sent,
      current: page.current === "sent",
      count: facts.attention,
      countLabel: portal.menu.attention,
    },
    { href: "/drafts", label: portal.menu.drafts, current: page.current === "drafts" },
    ...(member.accountKind === "company"
      ? [{ href: "/company/api-keys", label: company.apiKeys.menu, current: page.current === "api_keys" }]
      : []),
    { href: "/security", label: security.menu, current: page.current === "security" },
  ];
  return renderPage(
    c,
    <PortalLayout
      frame={frame}
      title={page.title}
      hasErrors={page.hasErrors ?? false}
      islands={page.islands ?? []}
      refreshSeconds={page.refreshSeconds}
      menu={menu}
      action={{ href: "/compose", label: portal.menu.newMessage }}
      account={{ name: member.accountName, line: portal.personAndCredits(member.personName, credits) }}
      signOutPath="/sign-out"
    >
      {page.body(frame, facts)}
    </PortalLayout>,
    page.status ?? 200,
  );
}

export function creditsInWords(language: PageFrame["language"], count: number): string {
  const one = plural(language, count, "one", "other") === "one";
  return textsFor(language).portal.credits(numberInWords(language, count), one);
}
