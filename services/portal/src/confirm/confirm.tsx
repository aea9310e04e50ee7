// "Is it still you?": before sensitive acts whoever sits at a session proves again who he is, in a way he signs in with.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { confirmByPassword, type SecurityFacts, type SessionMember, viewSecurity } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Field,
  Note,
  PageHead,
  type PageFrame,
  pageFrame,
  readForm,
  setSessionCookie,
  type WebContext,
  safePath,
} from "@posthorn/web";
import type { Child } from "hono/jsx";
import type { PortalDeps } from "../deps.ts";
import { renderPortal } from "../frame/portal-page.tsx";
import { identityConfirmWay } from "../identify/confirm-way.tsx";
import { passkeyConfirmWay } from "../passkeys/confirm-with-passkey.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { wordsForFailure } from "../session/words-for-failure.ts";

/** What a way to confirm is given; it shows itself as a card, or null where the member has no such means. */
export interface ConfirmGround {
  readonly deps: PortalDeps;
  readonly member: SessionMember;
  readonly frame: PageFrame;
  /** The page to go on to, of this site. */
  readonly next: string;
}

export type ConfirmWay = (ground: ConfirmGround) => Promise<Child>;

/** Beside the password, which the page has itself; in the order of the page. */
const WAYS: readonly ConfirmWay[] = [passkeyConfirmWay, identityConfirmWay];

export const confirmRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/confirm", async (c) => {
    const member = await sessions.require(c);
    return confirmPage(c, member, safePath(c.req.query("next"), "/security"));
  });

  app.post("/confirm", async (c) => {
    const member = await sessions.require(c);
    const form = await readForm(c);
    const next = safePath(form.get("next") ?? undefined, "/security");
    try {
      const confirmed = await confirmByPassword(
        deps.ctx,
        { ...deps.signIn, passwords: deps.passwords, tokens: deps.tokens },
        {
          member,
          password: form.get("password") ?? "",
          code: form.get("code") ?? "",
          visitor: visitorOf(c),
          arrivedAt: deps.arrivedAt(),
        },
      );
      if (!confirmed) return await confirmPage(c, member, next, { status: 401 });
      setSessionCookie(c, confirmed.token);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = wordsForFailure(c, error);
      if (words === null) throw error;
      return confirmPage(c, member, next, { status: 429, words });
    }
  });

  async function confirmPage(
    c: WebContext,
    member: SessionMember,
    next: string,
    failed?: { readonly status: 401 | 429; readonly words?: string },
  ): Promise<Response> {
    const frame = pageFrame(c);
    const words = textsFor(frame.language).security.confirm;
    const facts = await viewSecurity(deps.ctx, member.personId);
    const ways = await Promise.all(WAYS.map((way) => way({ deps, member, frame, next })));
    const notRight = facts.appSince ? words.failed : words.failedPassword;
    // The password again is no more than the password.
    const needsMore = deps.signIn.moreThanPassword && !member.strong;
    const takesPassword = facts.hasPassword && (!needsMore || facts.appSince !== null);
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "security",
      islands: ["passkey"],
      status: failed?.status ?? 200,
      hasErrors: failed !== undefined,
      body: () => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={words.title}
            lead={needsMore ? words.moreLead : words.lead}
          />
          {failed !== undefined && (
            <Note tone="stop" role="alert">
              {failed.words ?? notRight}
            </Note>
          )}
          {ways}
          {takesPassword ? (
            <PasswordForm frame={frame} facts={facts} next={next} email={member.personEmail} />
          ) : (
            <p class="muted">{needsMore ? words.moreOnly : words.noPassword}</p>
          )}
        </div>
      ),
    });
  }
};

function PasswordForm({
  frame,
  facts,
  next,
  email,
}: {
  readonly frame: PageFrame;
  readonly facts: SecurityFacts;
  readonly next: string;
  readonly email: string;
}) {
  const { language } = frame;
  const { portal, security } = textsFor(language);
  return (
    <form method="post" action="/confirm">
      <CsrfField token={frame.csrfToken} />
      <input type="hidden" name="next" value={next} />
      {/* For password managers, which look for whose password is asked. */}
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <Card id="confirm">
        <Field
          language={language}
          name="password"
          label={portal.signIn.password}
          type="password"
          autocomplete="current-password"
        />
        {facts.appSince !== null && (
          <Field language={language} name="code" label={security.confirm.code} autocomplete="one-time-code" />
        )}
        <Button kind="primary">{security.confirm.button}</Button>
      </Card>
    </form>
  );
}
