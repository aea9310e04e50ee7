// Signing in and out: a new session each time, the same answer for whatever was wrong.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type IdentityWays, signIn, signOut } from "@posthorn/usecases";
import {
  Button,
  Card,
  clearSessionCookie,
  CsrfField,
  Field,
  Note,
  pageFrame,
  PlainLayout,
  readForm,
  readSessionCookie,
  renderPage,
  setSessionCookie,
  type WebContext,
  deviceHashOf,
  safePath,
} from "@posthorn/web";
import { PasskeySignIn } from "../passkeys/sign-in-with-passkey.tsx";
import { SmallWays } from "../identify/choose-way.tsx";
import type { PortalRoutes } from "../routes.ts";
import { setCeremonyCookie } from "./ceremony-cookie.ts";
import { previousSession } from "./previous-session.ts";
import { visitorOf } from "./visitor.ts";
import { wordsForFailure } from "./words-for-failure.ts";

interface SignInPage {
  readonly email: string;
  readonly next: string;
  readonly error?: string;
  readonly signedOut?: boolean;
  readonly collectUrl: string;
  readonly ways: IdentityWays;
}

export const signInRoutes: PortalRoutes = (app, deps, sessions) => {
  const given = { collectUrl: deps.collectUrl, ways: deps.identification.ways };
  app.get("/sign-in", async (c) => {
    const next = safePath(c.req.query("next"));
    if (await sessions.of(c)) return c.redirect(next, 303);
    const signedOut = c.req.query("signed-out") !== undefined;
    const over = c.req.query("over") !== undefined;
    const error = over ? { error: textsFor(c.get("language")).security.secondFactor.expired } : {};
    return renderPage(c, signInPage(c, { email: "", next, signedOut, ...error, ...given }));
  });

  app.post("/sign-in", async (c) => {
    const form = await readForm(c);
    const visitor = visitorOf(c);
    const typed = { email: form.get("email") ?? "", next: safePath(form.get("next") ?? undefined) };
    const arrivedAt = deps.arrivedAt();
    try {
      await deps.signIn.triesByAddress.consume(visitor.ip);
      const outcome = await signIn(
        deps.ctx,
        { passwords: deps.passwords, tokens: deps.tokens, limits: deps.signIn.limits },
        {
          email: typed.email,
          password: form.get("password") ?? "",
          visitor,
          arrivedAt,
          deviceHash: deviceHashOf(c, deps),
          ...previousSession(c, deps),
        },
      );
      if (outcome.kind === "second_factor") {
        setCeremonyCookie(c, "second-factor", outcome.ceremony, arrivedAt);
        return c.redirect(`/sign-in/code?next=${encodeURIComponent(typed.next)}`, 303);
      }
      setSessionCookie(c, outcome.session.token);
      return c.redirect(typed.next, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = wordsForFailure(c, error);
      if (words === null) throw error;
      const page = signInPage(c, { ...typed, error: words, ...given });
      return renderPage(c, page, error.kind === "too_many" ? 429 : 401);
    }
  });

  app.post("/sign-out", async (c) => {
    const token = readSessionCookie(c);
    if (token !== undefined) await signOut(deps.ctx, deps.sessionHash(token), visitorOf(c));
    clearSessionCookie(c);
    return c.redirect("/sign-in?signed-out", 303);
  });
};

function signInPage(c: WebContext, page: SignInPage) {
  const frame = pageFrame(c);
  const { language } = frame;
  const { common, portal } = textsFor(language);
  const words = portal.signIn;
  return (
    <PlainLayout frame={frame} title={words.title} hasErrors={page.error !== undefined} islands={["passkey"]}>
      <div class="head">
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.lead}</p>
        </div>
      </div>
      {page.signedOut === true && (
        <Note tone="ok" role="status">
          {words.signedOut}
        </Note>
      )}
      {page.error !== undefined && (
        <Note tone="stop" role="alert">
          {page.error}
        </Note>
      )}
      <PasskeySignIn frame={frame} next={page.next} autofill />
      <form method="post" action="/sign-in">
        <CsrfField token={frame.csrfToken} />
        <input type="hidden" name="next" value={page.next} />
        <Card id="sign-in" title={textsFor(language).passkeys.signIn.password}>
          <Field
            language={language}
            name="email"
            label={words.email}
            type="email"
            inputMode="email"
            autocomplete="username webauthn"
            value={page.email}
          />
          <Field
            language={language}
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
          />
          <Button kind="primary">{common.buttons.signIn}</Button>
          <details>
            <summary>{words.forgotten}</summary>
            <p>{words.forgottenText}</p>
          </details>
        </Card>
      </form>
      <SmallWays
        frame={frame}
        ways={page.ways}
        at="/sign-in"
        next={page.next}
        heading={textsFor(language).identify.signIn.or}
      />
      <p class="muted">
        {textsFor(language).registration.noAccount}{" "}
        <a href="/register">{textsFor(language).registration.menu}</a>
      </p>
      <p class="muted">
        {words.collect} <a href={page.collectUrl}>{words.collectLink}</a>
      </p>
    </PlainLayout>
  );
}
