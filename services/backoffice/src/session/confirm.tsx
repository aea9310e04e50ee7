// Asks within a session for the passkey again, before an act that needs it; the session goes on under a new token.

import { textsFor } from "@posthorn/texts";
import { beginPasskeyConfirmation, confirmStaff } from "@posthorn/usecases";
import {
  Card,
  PageHead,
  PasskeyForm,
  readForm,
  setSessionCookie,
  type WebContext,
  safePath,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { readAnswer, visitOf } from "./read-answer.ts";
import { refusalOf } from "./sign-in.tsx";
import type { Reader } from "./staff-sessions.ts";

export const confirmRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/confirm", async (c) => {
    const reader = await sessions.require(c);
    return confirmPage(c, reader, { next: safePath(c.req.query("next")) });
  });

  app.post("/confirm/begin", async (c) => {
    const { staff } = await sessions.require(c);
    const ports = { passkeys: deps.passkeys, tries: deps.tries.passkeys };
    const holder = { kind: "staff", id: staff.staffId } as const;
    return c.json(await beginPasskeyConfirmation(deps.ctx, ports, { ...visitOf(c, deps), holder }));
  });

  app.post("/confirm", async (c) => {
    const reader = await sessions.require(c);
    const form = await readForm(c);
    const next = safePath(form.get("next") ?? undefined);
    try {
      const { token } = await confirmStaff(
        deps.ctx,
        { passkeys: deps.passkeys, tries: deps.tries.passkeys, tokens: deps.tokens },
        { ...visitOf(c, deps), ...readAnswer(form), staff: reader.staff },
      );
      setSessionCookie(c, token, { sameSite: "Strict" });
      return c.redirect(next, 303);
    } catch (error) {
      const refused = refusalOf(c, error, textsFor(c.get("language")).backoffice.confirm.refused);
      return confirmPage(c, reader, { next, refusal: refused.words, status: refused.status });
    }
  });
};

function confirmPage(
  c: WebContext,
  reader: Reader,
  page: { readonly next: string; readonly refusal?: string; readonly status?: 401 | 429 },
): Promise<Response> {
  const words = textsFor(c.get("language")).backoffice.confirm;
  return renderBackoffice(c, reader, {
    title: words.title,
    islands: ["passkey"],
    hasErrors: page.refusal !== undefined,
    ...(page.status === undefined ? {} : { status: page.status }),
    body: ({ language, csrfToken }) => (
      <>
        <PageHead language={language} title={words.title} lead={words.lead} />
        <Card id="confirm">
          <PasskeyForm
            language={language}
            act="get"
            beginPath="/confirm/begin"
            action="/confirm"
            csrfToken={csrfToken}
            button={words.button}
            refusal={page.refusal}
          >
            <input type="hidden" name="next" value={page.next} />
          </PasskeyForm>
        </Card>
      </>
    ),
  });
}
