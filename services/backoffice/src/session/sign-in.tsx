// The door: signing in by passkey and by nothing else, and signing out.

import { AppError } from "@posthorn/domain";
import { durationInWords, textsFor } from "@posthorn/texts";
import { beginPasskeySignIn, signInStaff, signOutStaff } from "@posthorn/usecases";
import {
  Card,
  clearSessionCookie,
  Note,
  pageFrame,
  PasskeyForm,
  PlainLayout,
  readForm,
  readSessionCookie,
  renderPage,
  setSessionCookie,
  type WebContext,
  safePath,
} from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { readAnswer, visitOf } from "./read-answer.ts";
import { visitorOf } from "./visitor.ts";

interface SignInPage {
  readonly next: string;
  readonly refusal?: string;
  readonly told?: "signedOut" | "enrolled";
}

export const signInRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/sign-in", async (c) => {
    const next = safePath(c.req.query("next"));
    if (await sessions.of(c)) return c.redirect(next, 303);
    const told =
      c.req.query("enrolled") !== undefined
        ? "enrolled"
        : c.req.query("signed-out") !== undefined
          ? "signedOut"
          : undefined;
    return renderPage(c, signInPage(c, { next, ...(told ? { told } : {}) }));
  });

  app.post("/sign-in/begin", async (c) => {
    const ports = { passkeys: deps.passkeys, tries: deps.tries.passkeys };
    return c.json(await beginPasskeySignIn(deps.ctx, ports, { ...visitOf(c, deps), holderKind: "staff" }));
  });

  app.post("/sign-in", async (c) => {
    const form = await readForm(c);
    const next = safePath(form.get("next") ?? undefined);
    const previous = readSessionCookie(c);
    try {
      const { token } = await signInStaff(
        deps.ctx,
        { passkeys: deps.passkeys, tries: deps.tries.passkeys, tokens: deps.tokens },
        {
          ...visitOf(c, deps),
          ...readAnswer(form),
          ...(previous === undefined ? {} : { previousTokenHash: deps.sessionHash(previous) }),
        },
      );
      setSessionCookie(c, token, { sameSite: "Strict" });
      return c.redirect(next, 303);
    } catch (error) {
      const refused = refusalOf(c, error, textsFor(c.get("language")).backoffice.signIn.refused);
      return renderPage(c, signInPage(c, { next, refusal: refused.words }), refused.status);
    }
  });

  app.post("/sign-out", async (c) => {
    const staff = await sessions.of(c);
    if (staff) await signOutStaff(deps.ctx, { staff, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() });
    clearSessionCookie(c);
    return c.redirect("/sign-in?signed-out", 303);
  });
};

/** The words and status for a passkey that was refused, or tried too often; anything else is thrown on. */
export function refusalOf(
  c: WebContext,
  error: unknown,
  refused: string,
): { readonly words: string; readonly status: 401 | 429 } {
  if (!(error instanceof AppError)) throw error;
  if (error.code === "passkey_refused" || error.code === "staff_left") return { words: refused, status: 401 };
  if (error.code !== "too_many_tries") throw error;
  const language = c.get("language");
  const seconds = Math.ceil(error.retryAfterSeconds ?? 60);
  c.header("Retry-After", String(seconds));
  const pause = durationInWords(language, Temporal.Duration.from({ seconds }));
  return { words: textsFor(language).errors.page.waitFor(pause), status: 429 };
}

function signInPage(c: WebContext, page: SignInPage) {
  const frame = pageFrame(c);
  const { language } = frame;
  const words = textsFor(language).backoffice.signIn;
  return (
    <PlainLayout
      frame={frame}
      title={words.title}
      hasErrors={page.refusal !== undefined}
      islands={["passkey"]}
    >
      <div class="head">
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.lead}</p>
        </div>
      </div>
      {page.told !== undefined && (
        <Note tone="ok" role="status">
          {words[page.told]}
        </Note>
      )}
      <Card id="sign-in">
        <PasskeyForm
          language={language}
          act="get"
          beginPath="/sign-in/begin"
          action="/sign-in"
          csrfToken={frame.csrfToken}
          button={words.button}
          refusal={page.refusal}
        >
          <input type="hidden" name="next" value={page.next} />
        </PasskeyForm>
      </Card>
      <p class="muted">{words.lost}</p>
      <p class="muted">{words.logged}</p>
    </PlainLayout>
  );
}
