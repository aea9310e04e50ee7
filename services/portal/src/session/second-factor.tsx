// The second step of signing in by password: the code of an app, or a recovery code where the phone is not at hand.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { awaitsSecondFactor, finishSignIn } from "@posthorn/usecases";
import {
  Button,
  Card,
  CodeField,
  CsrfField,
  Field,
  Note,
  pageFrame,
  PlainLayout,
  readForm,
  renderPage,
  setSessionCookie,
  type WebContext,
  deviceHashOf,
  safePath,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { clearCeremonyCookie, readCeremonyCookie } from "./ceremony-cookie.ts";
import { previousSession } from "./previous-session.ts";
import { visitorOf } from "./visitor.ts";
import { wordsForFailure } from "./words-for-failure.ts";

const OVER = "/sign-in?over";

export const secondFactorRoutes: PortalRoutes = (app, deps) => {
  app.get("/sign-in/code", async (c) => {
    const ceremony = readCeremonyCookie(c, "second-factor", deps);
    if (!ceremony || !(await awaitsSecondFactor(deps.ctx, ceremony, deps.arrivedAt())))
      return c.redirect("/sign-in", 303);
    return renderPage(c, codePage(c, { next: safePath(c.req.query("next")) }));
  });

  app.post("/sign-in/code", async (c) => {
    const form = await readForm(c);
    const next = safePath(form.get("next") ?? undefined);
    const ceremony = readCeremonyCookie(c, "second-factor", deps);
    if (!ceremony) return c.redirect(OVER, 303);
    const recovery = form.get("recovery")?.trim() ?? "";
    try {
      const session = await finishSignIn(
        deps.ctx,
        { ...deps.signIn, tokens: deps.tokens },
        {
          ceremony,
          typed: recovery === "" ? (form.get("code") ?? "") : recovery,
          visitor: visitorOf(c),
          arrivedAt: deps.arrivedAt(),
          deviceHash: deviceHashOf(c, deps),
          ...previousSession(c, deps),
        },
      );
      if (!session) {
        const error = textsFor(c.get("language")).security.secondFactor.wrong;
        return await renderPage(c, codePage(c, { next, error, recovery: recovery !== "" }), 401);
      }
      clearCeremonyCookie(c, "second-factor");
      setSessionCookie(c, session.token);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "second_factor_over") {
        clearCeremonyCookie(c, "second-factor");
        return c.redirect(OVER, 303);
      }
      const words = wordsForFailure(c, error);
      if (words === null) throw error;
      return renderPage(c, codePage(c, { next, error: words }), error.kind === "too_many" ? 429 : 401);
    }
  });
};

function codePage(
  c: WebContext,
  page: { readonly next: string; readonly error?: string; readonly recovery?: boolean },
) {
  const frame = pageFrame(c);
  const { language } = frame;
  const words = textsFor(language).security.secondFactor;
  return (
    <PlainLayout
      frame={frame}
      title={words.title}
      hasErrors={page.error !== undefined}
      islands={["code-entry"]}
    >
      <div class="head">
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.lead}</p>
        </div>
      </div>
      {page.error !== undefined && (
        <Note tone="stop" role="alert">
          {page.error}
        </Note>
      )}
      <form method="post" action="/sign-in/code">
        <CsrfField token={frame.csrfToken} />
        <input type="hidden" name="next" value={page.next} />
        <Card id="second-factor">
          <CodeField language={language} name="code" label={words.code} />
          <details open={page.recovery}>
            <summary>{words.recoverySummary}</summary>
            <Field
              language={language}
              name="recovery"
              label={words.recovery}
              hint={words.recoveryLead}
              autocomplete="off"
              optional
            />
          </details>
          <Button kind="primary">{words.button}</Button>
        </Card>
      </form>
      <p class="muted">
        <a href="/sign-in">{words.back}</a>
      </p>
    </PlainLayout>
  );
}
