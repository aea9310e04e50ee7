// How long the content of a message is kept for its sender: changed here, within the bounds of the rule.

import { AppError, type FieldError } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";
import { CONTENT_DAYS, keepContent, type SessionMember, viewKeptMessage } from "@posthorn/usecases";
import {
  Button,
  Card,
  Checkbox,
  CsrfField,
  ErrorSummary,
  errorAt,
  Field,
  Note,
  PageHead,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { KeptCard } from "./kept-card.tsx";

interface Answer {
  readonly days?: string;
  readonly errors?: readonly FieldError[];
  readonly gone?: true;
}

export const keepContentRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/messages/:message/kept", async (c) =>
    page(c, await sessions.require(c), c.req.param("message"), {}),
  );

  app.post("/messages/:message/kept", async (c) => {
    const member = await sessions.require(c);
    const messageId = c.req.param("message");
    const form = await readForm(c);
    const days = form.get("days") ?? "";
    try {
      await keepContent(ctx, member, {
        messageId,
        days,
        atOnce: form.has("at_once"),
        visitor: visitorOf(c),
        arrivedAt: deps.arrivedAt(),
      });
      return c.redirect(`/messages/${messageId}/kept?saved=1`, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "content_term_invalid")
        return page(c, member, messageId, { days, errors: error.fields });
      if (error.code === "content_gone") return page(c, member, messageId, { days, gone: true });
      throw error;
    }
  });

  async function page(
    c: WebContext,
    member: SessionMember,
    messageId: string,
    { days, errors = [], gone }: Answer,
  ): Promise<Response> {
    const kept = await viewKeptMessage(ctx, member, messageId);
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).holds.term.title,
      current: "sent",
      hasErrors: errors.length > 0 || gone === true,
      status: errors.length > 0 ? 400 : gone ? 409 : 200,
      body(frame) {
        const { language } = frame;
        const { holds, portal } = textsFor(language);
        const words = holds.term;
        const { min, max } = CONTENT_DAYS;
        return (
          <div class="narrow">
            <PageHead
              language={language}
              title={words.title}
              lead={words.lead}
              crumbs={[
                { label: portal.menu.sent, href: "/sent" },
                { label: textsFor(language).track.message.title, href: `/messages/${messageId}` },
              ]}
            />
            {c.req.query("saved") !== undefined && errors.length === 0 && (
              <Note tone="ok" role="status">
                {words.done}
              </Note>
            )}
            {!kept.adjustable && (
              <Note tone={gone ? "stop" : "info"} role={gone ? "alert" : "status"}>
                {words.gone}
              </Note>
            )}
            <ErrorSummary language={language} errors={errors} />
            {kept.adjustable && (
              <Card id="term">
                <form method="post" action={`/messages/${messageId}/kept`} class="stack" novalidate>
                  <CsrfField token={frame.csrfToken} />
                  <Field
                    language={language}
                    name="days"
                    label={words.days}
                    hint={words.daysHint(numberInWords(language, min), numberInWords(language, max))}
                    type="number"
                    min={min}
                    max={max}
                    value={days ?? String(kept.retentionDays)}
                    error={errorAt(language, errors, "days")}
                  />
                  {errors.some(({ path }) => path === "at_once") && (
                    <Checkbox
                      language={language}
                      name="at_once"
                      label={words.atOnce}
                      error={errorAt(language, errors, "at_once")}
                    />
                  )}
                  <p id="term-effect">{words.effect}</p>
                  <div class="row">
                    <Button kind="primary" describedBy="term-effect">
                      {words.button}
                    </Button>
                  </div>
                </form>
              </Card>
            )}
            <KeptCard frame={frame} kept={kept} holdPath={`/messages/${messageId}/hold`} changing />
          </div>
        );
      },
    });
  }
};
