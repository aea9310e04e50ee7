// Confirming by passkey, within a session, that its holder sits there; a way of the page that asks for it.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  beginPasskeyConfirmation,
  confirmWithPasskey,
  freshenSession,
  listPasskeys,
  type SessionMember,
} from "@posthorn/usecases";
import {
  Card,
  type Markup,
  PageHead,
  type PageFrame,
  PasskeyForm,
  readForm,
  setSessionCookie,
  type WebContext,
  safePath,
} from "@posthorn/web";
import type { ConfirmWay } from "../confirm/confirm.tsx";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { wordsForFailure } from "../session/words-for-failure.ts";
import { readPasskeyAnswer } from "./read-answer.ts";
import { passkeyVisit } from "./visit.ts";

/** The page loads the island `passkey`. */
export const passkeyConfirmWay: ConfirmWay = async ({ deps, member, frame, next }) => {
  const passkeys = await listPasskeys(deps.ctx, holderOf(member));
  if (passkeys.every(({ suspectedAt }) => suspectedAt !== null)) return null;
  return <PasskeyConfirm frame={frame} next={next} />;
};

export const passkeyConfirmRoutes: PortalRoutes = (app, deps, sessions) => {
  app.post("/confirm/passkey/begin", async (c) => {
    const member = await sessions.require(c);
    const asked = { ...passkeyVisit(c, deps), holder: holderOf(member) };
    return c.json(await beginPasskeyConfirmation(deps.ctx, deps.passkeys, asked));
  });

  app.post("/confirm/passkey", async (c) => {
    const member = await sessions.require(c);
    const form = await readForm(c);
    const next = safePath(form.get("next") ?? undefined, "/security");
    const visit = passkeyVisit(c, deps);
    try {
      const { token } = await confirmWithPasskey(
        deps.ctx,
        deps.passkeys,
        { ...visit, ...readPasskeyAnswer(form), holder: holderOf(member) },
        (trx) => freshenSession(trx, deps.ctx, deps.tokens, { ...visit, member, by: "passkey" }),
      );
      setSessionCookie(c, token);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words =
        error.code === "passkey_refused"
          ? textsFor(c.get("language")).passkeys.confirm.refused
          : wordsForFailure(c, error);
      if (words === null) throw error;
      return refusedPage(c, member, { next, words, status: error.kind === "too_many" ? 429 : 401 });
    }
  });

  function refusedPage(
    c: WebContext,
    member: SessionMember,
    shown: { readonly next: string; readonly words: string; readonly status: 401 | 429 },
  ): Promise<Response> {
    const { passkeys, security } = textsFor(c.get("language"));
    return renderPortal(c, deps.ctx, member, {
      title: security.confirm.title,
      current: "security",
      islands: ["passkey"],
      hasErrors: true,
      status: shown.status,
      body: (frame) => (
        <div class="narrow">
          <PageHead language={frame.language} title={security.confirm.title} lead={security.confirm.lead} />
          <PasskeyConfirm frame={frame} next={shown.next} refusal={shown.words} />
          <p>
            <a class="target" href={`/confirm?next=${encodeURIComponent(shown.next)}`}>
              {passkeys.confirm.otherWays}
            </a>
          </p>
        </div>
      ),
    });
  }
};

function PasskeyConfirm({
  frame,
  next,
  refusal,
}: {
  readonly frame: PageFrame;
  readonly next: string;
  readonly refusal?: string;
}): Markup {
  const { language } = frame;
  const words = textsFor(language).passkeys;
  return (
    <Card id="confirm-passkey" title={words.signIn.title}>
      <PasskeyForm
        language={language}
        act="get"
        beginPath="/confirm/passkey/begin"
        action="/confirm/passkey"
        csrfToken={frame.csrfToken}
        button={words.confirm.button}
        wide
        refusal={refusal}
      >
        <input type="hidden" name="next" value={next} />
      </PasskeyForm>
    </Card>
  );
}

function holderOf(member: SessionMember): { readonly kind: "person"; readonly id: string } {
  return { kind: "person", id: member.personId };
}
