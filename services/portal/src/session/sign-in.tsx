// Signing in and out: a new session each time, the same answer for whatever was wrong.

import { AppError } from "@posthorn/domain";
import { durationInWords, textsFor } from "@posthorn/texts";
import { signIn, signOut } from "@posthorn/usecases";
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
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { deviceHashOf } from "./device.ts";
import { visitorOf } from "./visitor.ts";

interface SignInPage {
  readonly email: string;
  readonly next: string;
  readonly error?: string;
  readonly signedOut?: boolean;
  readonly collectUrl: string;
}

export const signInRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/sign-in", async (c) => {
    const next = safePath(c.req.query("next"));
    if (await sessions.of(c)) return c.redirect(next, 303);
    const signedOut = c.req.query("signed-out") !== undefined;
    return renderPage(c, signInPage(c, { email: "", next, signedOut, collectUrl: deps.collectUrl }));
  });

  app.post("/sign-in", async (c) => {
    const form = await readForm(c);
    const visitor = visitorOf(c);
    const typed = { email: form.get("email") ?? "", next: safePath(form.get("next") ?? undefined) };
    try {
      await deps.tries.signInByAddress.consume(visitor.ip);
      const signedIn = await signIn(
        deps.ctx,
        { passwords: deps.passwords, tokens: deps.tokens, tries: deps.tries.signIn },
        {
          email: typed.email,
          password: form.get("password") ?? "",
          visitor,
          arrivedAt: deps.arrivedAt(),
          deviceHash: deviceHashOf(c, deps),
          ...previousSession(c),
        },
      );
      setSessionCookie(c, signedIn.token);
      return c.redirect(typed.next, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = wordsFor(c, error);
      if (words === null) throw error;
      if (error.retryAfterSeconds !== undefined) c.header("Retry-After", String(error.retryAfterSeconds));
      const page = signInPage(c, { ...typed, error: words, collectUrl: deps.collectUrl });
      return renderPage(c, page, error.kind === "too_many" ? 429 : 401);
    }
  });

  app.post("/sign-out", async (c) => {
    await endSession(c);
    clearSessionCookie(c);
    return c.redirect("/sign-in?signed-out", 303);
  });

  function previousSession(c: WebContext): { readonly previousTokenHash?: string } {
    const token = readSessionCookie(c);
    return token === undefined ? {} : { previousTokenHash: deps.sessionHash(token) };
  }

  async function endSession(c: WebContext): Promise<void> {
    const token = readSessionCookie(c);
    if (token !== undefined) await signOut(deps.ctx, deps.sessionHash(token));
  }
};

function wordsFor(c: WebContext, error: AppError): string | null {
  const language = c.get("language");
  const words = textsFor(language).portal.signIn;
  switch (error.code) {
    case "sign_in_failed":
      return words.failed;
    case "no_membership":
      return words.noAccount;
    case "too_many_tries": {
      const seconds = Math.ceil(error.retryAfterSeconds ?? 60);
      return words.tooMany(durationInWords(language, Temporal.Duration.from({ seconds })));
    }
    default:
      return null;
  }
}

/** Only a path of this site: a link must not lead people from our sign-in form to somebody else's. */
function safePath(path: string | undefined): string {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return "/";
  const url = URL.parse(path, "http://portal.invalid");
  return url?.host === "portal.invalid" ? `${url.pathname}${url.search}` : "/";
}

function signInPage(c: WebContext, page: SignInPage) {
  const frame = pageFrame(c);
  const { language } = frame;
  const { common, portal } = textsFor(language);
  const words = portal.signIn;
  return (
    <PlainLayout frame={frame} title={words.title} hasErrors={page.error !== undefined}>
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
      <form method="post" action="/sign-in">
        <CsrfField token={frame.csrfToken} />
        <input type="hidden" name="next" value={page.next} />
        <Card id="sign-in">
          <Field
            language={language}
            name="email"
            label={words.email}
            type="email"
            inputMode="email"
            autocomplete="username"
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
        </Card>
      </form>
      <p class="muted">
        {words.collect} <a href={page.collectUrl}>{words.collectLink}</a>
      </p>
    </PlainLayout>
  );
}
