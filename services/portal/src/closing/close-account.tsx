// Closing the account: what it touches, when, the confirmation; then the countdown, refund and way back.

import { type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  closeAccount,
  type ClosingMode,
  listRunning,
  refundCredits,
  reopenAccount,
  type SessionMember,
  viewClosing,
  requireAdminRole,
} from "@posthorn/usecases";
import { readForm, type WebContext } from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { AskPage } from "./ask-page.tsx";
import { ConfirmPage } from "./confirm-page.tsx";
import { CLOSING_PATH } from "./paths.ts";
import { StatePage } from "./state-page.tsx";

const CONFIRM_PATH = `${CLOSING_PATH}/confirm`;

export const closingRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(CLOSING_PATH, async (c) => {
    const member = await sessions.require(c);
    const view = await viewClosing(deps.ctx, member, deps.arrivedAt());
    const ends = view.status === "closing" || view.status === "closed";
    // Whoever runs nothing here is still told what becomes of the account he is in.
    if (!ends) requireAdminRole(member);
    const cursor = c.req.query("cursor");
    const running =
      member.role === "admin" && view.running > 0
        ? await listRunning(deps.ctx, member, cursor)
        : { lines: [], next: null };
    const words = textsFor(c.get("language")).closing;
    const done = doneOf(words.done, c.req.query("done"));
    const page = {
      title: words.menu,
      body: (frame: Parameters<typeof AskPage>[0]["frame"]) =>
        ends ? (
          <StatePage frame={frame} member={member} view={view} running={running} done={done} />
        ) : (
          <AskPage frame={frame} member={member} view={view} running={running} done={done} />
        ),
    };
    if (member.role !== "admin") return renderPortal(c, deps.ctx, member, { ...page, current: "account" });
    return renderAccountPage(c, deps.ctx, member, { ...page, section: "closing" });
  });

  app.get(CONFIRM_PATH, async (c) => {
    requireAdminRole(await sessions.require(c));
    const mode = modeOf(c.req.query("mode"));
    const member = await sessions.requireFresh(c, `${CONFIRM_PATH}?mode=${mode}`);
    if (member instanceof Response) return member;
    if (member.accountStatus === "closed") return c.redirect(CLOSING_PATH, 303);
    return ask(c, member, { mode, typed: "", errors: [] });
  });

  app.post(CLOSING_PATH, async (c) => {
    requireAdminRole(await sessions.require(c));
    const form = await readForm(c);
    const mode = modeOf(form.get("mode"));
    const member = await sessions.requireFresh(c, `${CONFIRM_PATH}?mode=${mode}`);
    if (member instanceof Response) return member;
    const typed = form.get("word") ?? "";
    const { word } = textsFor(c.get("language")).closing.confirm;
    if (fold(typed) !== fold(word)) {
      const errors = [{ path: "word", code: "closing_word_wrong", params: { word } }];
      return ask(c, member, { mode, typed, errors });
    }
    return lead(c, await closeAccount(deps.ctx, { ...act(c, member), mode }));
  });

  app.post(`${CLOSING_PATH}/undo`, async (c) => {
    requireAdminRole(await sessions.require(c));
    const member = await sessions.requireFresh(c, CLOSING_PATH);
    if (member instanceof Response) return member;
    return lead(c, await reopenAccount(deps.ctx, act(c, member)));
  });

  app.post(`${CLOSING_PATH}/refund`, async (c) => {
    requireAdminRole(await sessions.require(c));
    const member = await sessions.requireFresh(c, CLOSING_PATH);
    if (member instanceof Response) return member;
    return lead(c, (await refundCredits(deps.ctx, act(c, member))).kind);
  });

  function act(c: WebContext, actor: SessionMember) {
    return { actor, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  }

  function ask(
    c: WebContext,
    member: SessionMember,
    given: { readonly mode: ClosingMode; readonly typed: string; readonly errors: readonly FieldError[] },
  ): Promise<Response> {
    const wrong = given.errors.length > 0;
    return renderAccountPage(c, deps.ctx, member, {
      title: textsFor(c.get("language")).closing.confirm.title,
      section: "closing",
      hasErrors: wrong,
      status: wrong ? 400 : 200,
      body: (frame) => <ConfirmPage frame={frame} accountName={member.accountName} {...given} />,
    });
  }
};

function lead(c: WebContext, outcome: string): Response {
  return c.redirect(`${CLOSING_PATH}?done=${outcome}`, 303);
}

function modeOf(value: string | null | undefined): ClosingMode {
  return value === "now" ? "now" : "when_final";
}

function doneOf(words: Readonly<Record<string, string>>, outcome: string | undefined): string | undefined {
  return outcome !== undefined && Object.hasOwn(words, outcome) ? words[outcome] : undefined;
}

/** Whoever types without accents, or in small letters, means the same word. */
function fold(word: string): string {
  return word.trim().normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();
}
