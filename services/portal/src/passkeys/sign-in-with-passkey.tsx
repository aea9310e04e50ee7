// Signing in by passkey: the question as JSON for the island, the answer as a form, so that whatever is wrong is a page.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { beginPasskeySignIn, signInWithPasskey } from "@posthorn/usecases";
import {
  Card,
  type Markup,
  pageFrame,
  type PageFrame,
  PasskeyForm,
  PlainLayout,
  readForm,
  renderPage,
  setSessionCookie,
  type WebContext,
  safePath,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { previousSession } from "../session/previous-session.ts";
import { wordsForFailure } from "../session/words-for-failure.ts";
import { readPasskeyAnswer } from "./read-answer.ts";
import { passkeyVisit } from "./visit.ts";

export const passkeySignInRoutes: PortalRoutes = (app, deps) => {
  app.post("/sign-in/passkey/begin", async (c) => {
    const asked = { ...passkeyVisit(c, deps), holderKind: "person" } as const;
    return c.json(await beginPasskeySignIn(deps.ctx, deps.passkeys, asked));
  });

  app.post("/sign-in/passkey", async (c) => {
    const form = await readForm(c);
    const next = safePath(form.get("next") ?? undefined);
    try {
      const signedIn = await signInWithPasskey(
        deps.ctx,
        { ...deps.passkeys, tokens: deps.tokens },
        { ...passkeyVisit(c, deps), ...readPasskeyAnswer(form), ...previousSession(c, deps) },
      );
      setSessionCookie(c, signedIn.token);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = refusalWords(c, error);
      if (words === null) throw error;
      return renderPage(c, refusedPage(c, next, words), error.kind === "too_many" ? 429 : 401);
    }
  });
};

export interface PasskeySignInProps {
  readonly frame: PageFrame;
  /** Where to go once signed in: a path of this site. */
  readonly next: string;
  readonly refusal?: string;
  /** Offers passkeys in the field of the e-mail address too, where the page has one. */
  readonly autofill?: boolean;
}

/** The page loads the island `passkey`. */
export function PasskeySignIn({ frame, next, refusal, autofill }: PasskeySignInProps): Markup {
  const { language } = frame;
  const words = textsFor(language).passkeys.signIn;
  return (
    <Card id="passkey" title={words.title}>
      <p class="muted">{words.lead}</p>
      <PasskeyForm
        language={language}
        act="get"
        beginPath="/sign-in/passkey/begin"
        action="/sign-in/passkey"
        csrfToken={frame.csrfToken}
        button={words.button}
        wide
        refusal={refusal}
        autofill={autofill ?? false}
      >
        <input type="hidden" name="next" value={next} />
      </PasskeyForm>
    </Card>
  );
}

function refusedPage(c: WebContext, next: string, refusal: string): Markup {
  const frame = pageFrame(c);
  const words = textsFor(frame.language).passkeys.signIn;
  return (
    <PlainLayout frame={frame} title={words.refusedTitle} hasErrors islands={["passkey"]}>
      <div class="head">
        <h1>{words.refusedTitle}</h1>
      </div>
      <PasskeySignIn frame={frame} next={next} refusal={refusal} />
      <p>
        <a class="target" href={`/sign-in?next=${encodeURIComponent(next)}`}>
          {words.otherWays}
        </a>
      </p>
    </PlainLayout>
  );
}

function refusalWords(c: WebContext, error: AppError): string | null {
  const words = textsFor(c.get("language")).passkeys.signIn;
  switch (error.code) {
    case "passkey_refused":
      return words.refused;
    case "no_membership":
      return words.noAccount;
    default:
      return wordsForFailure(c, error);
  }
}
