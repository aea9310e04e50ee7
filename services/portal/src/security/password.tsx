// Changing the password: with the old one, or right after a full proof of who sits there; all other sessions end.

import { type FieldError, AppError } from "@posthorn/domain";
import { PASSWORD_SHORTEST } from "@posthorn/identity";
import { brusselsDate, dateInWords, type Texts, textsFor } from "@posthorn/texts";
import { changePassword, isFresh, type SessionMember, viewSecurity } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Field,
  Note,
  PageHead,
  pageFrame,
  readForm,
  setSessionCookie,
  type WebContext,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { wordsForFailure } from "../session/words-for-failure.ts";
import type { SecurityCard } from "./cards.ts";

type Words = Texts["security"]["password"];

export const passwordCard: SecurityCard = async ({ deps, member, frame }) => {
  const { language } = frame;
  const words = textsFor(language).security.password;
  const { hasPassword, passwordChangedAt } = await viewSecurity(deps.ctx, member.personId);
  const since = passwordChangedAt
    ? words.since(dateInWords(language, brusselsDate(passwordChangedAt)))
    : words.never;
  return (
    <Card id="password-card" title={words.title}>
      <p>{hasPassword ? since : words.none}</p>
      <div class="row">
        <Button href="/security/password">{hasPassword ? words.change : words.set}</Button>
      </div>
    </Card>
  );
};

export const passwordRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/security/password", async (c) => {
    const member = await sessions.require(c);
    if (await mustConfirm(member)) return c.redirect("/confirm?next=/security/password", 303);
    return passwordPage(c, member);
  });

  app.post("/security/password", async (c) => {
    const member = await sessions.require(c);
    if (await mustConfirm(member)) return c.redirect("/confirm?next=/security/password", 303);
    const form = await readForm(c);
    try {
      const outcome = await changePassword(
        deps.ctx,
        { ...deps.signIn, passwords: deps.passwords, tokens: deps.tokens },
        {
          member,
          current: form.get("current") ?? "",
          next: form.get("next") ?? "",
          again: form.get("again") ?? "",
          visitor: visitorOf(c),
          arrivedAt: deps.arrivedAt(),
        },
      );
      if (outcome.kind === "refused")
        return await passwordPage(c, member, { status: 400, errors: outcome.errors });
      setSessionCookie(c, outcome.token);
      return c.redirect("/security?done=password", 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = wordsForFailure(c, error);
      if (words === null) throw error;
      return passwordPage(c, member, { status: 429, words });
    }
  });

  /** Who has no old password, or a code app besides, proves himself first. */
  async function mustConfirm(member: SessionMember): Promise<boolean> {
    if (isFresh(member, deps.arrivedAt())) return false;
    const { hasPassword, appSince } = await viewSecurity(deps.ctx, member.personId);
    return !hasPassword || appSince !== null;
  }

  function passwordPage(
    c: WebContext,
    member: SessionMember,
    failed: {
      readonly status?: 400 | 429;
      readonly errors?: readonly FieldError[];
      readonly words?: string;
    } = {},
  ): Promise<Response> {
    const frame = pageFrame(c);
    const { language } = frame;
    const { security } = textsFor(language);
    const words = security.password;
    const errors = failed.errors ?? [];
    const wrong = (path: string) => {
      const error = errors.find((candidate) => candidate.path === path);
      return error && faultInWords(words, error.code);
    };
    return renderPortal(c, deps.ctx, member, {
      title: words.change,
      current: "security",
      status: failed.status ?? 200,
      hasErrors: failed.status !== undefined,
      body: () => (
        <div class="narrow">
          <PageHead
            language={language}
            title={words.change}
            crumbs={[{ label: security.title, href: "/security" }]}
            lead={words.changeLead}
          />
          {failed.words !== undefined && (
            <Note tone="stop" role="alert">
              {failed.words}
            </Note>
          )}
          <form method="post" action="/security/password">
            <CsrfField token={frame.csrfToken} />
            {/* For password managers, which look for whose password is changed. */}
            <input type="hidden" name="username" value={member.personEmail} autocomplete="username" />
            <Card id="password">
              {!isFresh(member, deps.arrivedAt()) && (
                <Field
                  language={language}
                  name="current"
                  label={words.current}
                  type="password"
                  autocomplete="current-password"
                  error={wrong("current")}
                />
              )}
              <Field
                language={language}
                name="next"
                label={words.next}
                hint={words.hint(PASSWORD_SHORTEST)}
                type="password"
                autocomplete="new-password"
                error={wrong("next")}
              />
              <Field
                language={language}
                name="again"
                label={words.again}
                type="password"
                autocomplete="new-password"
                error={wrong("again")}
              />
              <Button kind="primary">{words.save}</Button>
            </Card>
          </form>
        </div>
      ),
    });
  }
};

/** By the code of a new password's fault. */
export function faultInWords(words: Words, code: string): string {
  switch (code) {
    case "wrong":
      return words.wrongCurrent;
    case "same":
      return words.same;
    case "differs":
      return words.differs;
    case "too_short":
      return words.weak.too_short(PASSWORD_SHORTEST);
    case "too_long":
    case "too_common":
    case "contains_own_data":
    case "breached":
      return words.weak[code];
    default:
      return words.weak.too_simple;
  }
}
