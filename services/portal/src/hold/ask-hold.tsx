// Asking for a legal hold on a delivery, a message or, for admins, on the whole account.

import { AppError, type FieldError, HOLD_GROUNDS, HOLD_REASON_LONGEST } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  askHold,
  type OwnHold,
  type SessionMember,
  viewKeptDelivery,
  viewKeptMessage,
} from "@posthorn/usecases";
import {
  Button,
  Card,
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
import { DeskReached } from "../privacy/desk-reached.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { OwnHolds } from "./own-holds.tsx";

interface About {
  readonly scope: "delivery" | "message" | "account";
  readonly id: string;
  /** The page it is about, and of this form. */
  readonly back: string;
  readonly path: string;
}

interface Answer {
  readonly ground?: string;
  readonly reason?: string;
  readonly errors?: readonly FieldError[];
  readonly already?: true;
}

const aboutDelivery = (id: string): About => ({
  scope: "delivery",
  id,
  back: `/deliveries/${id}`,
  path: `/deliveries/${id}/hold`,
});
const aboutMessage = (id: string): About => ({
  scope: "message",
  id,
  back: `/messages/${id}`,
  path: `/messages/${id}/hold`,
});
const ABOUT_ACCOUNT: About = { scope: "account", id: "", back: "/holds", path: "/holds/account" };

export const askHoldRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/deliveries/:delivery/hold", async (c) =>
    page(c, await sessions.require(c), aboutDelivery(c.req.param("delivery")), {}),
  );
  app.post("/deliveries/:delivery/hold", async (c) => ask(c, aboutDelivery(c.req.param("delivery"))));
  app.get("/messages/:message/hold", async (c) =>
    page(c, await sessions.require(c), aboutMessage(c.req.param("message")), {}),
  );
  app.post("/messages/:message/hold", async (c) => ask(c, aboutMessage(c.req.param("message"))));
  app.get("/holds/account", async (c) => page(c, await sessions.require(c), ABOUT_ACCOUNT, {}));
  app.post("/holds/account", async (c) => ask(c, ABOUT_ACCOUNT));

  async function ask(c: WebContext, about: About): Promise<Response> {
    const member = await sessions.require(c);
    const form = await readForm(c);
    const typed = { ground: form.get("ground") ?? "", reason: form.get("reason") ?? "" };
    try {
      await askHold(ctx, {
        asker: member,
        scope: about.scope,
        id: about.id,
        ...typed,
        visitor: visitorOf(c),
        arrivedAt: deps.arrivedAt(),
      });
      return c.redirect("/holds?asked=1", 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "hold_invalid") return page(c, member, about, { ...typed, errors: error.fields });
      if (error.code === "hold_asked_already") return page(c, member, about, { ...typed, already: true });
      throw error;
    }
  }

  async function standing(member: SessionMember, { scope, id }: About): Promise<readonly OwnHold[]> {
    if (scope === "delivery") return (await viewKeptDelivery(ctx, member, id)).holds;
    if (scope === "message") return (await viewKeptMessage(ctx, member, id)).holds;
    if (member.role !== "admin") throw new AppError("forbidden", "not_an_admin");
    return [];
  }

  async function page(c: WebContext, member: SessionMember, about: About, answer: Answer): Promise<Response> {
    const holds = await standing(member, about);
    const { errors = [], already } = answer;
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).holds.ask.title,
      current: about.scope === "account" ? "account" : "sent",
      hasErrors: errors.length > 0 || already === true,
      status: errors.length > 0 ? 400 : already ? 409 : 200,
      body(frame) {
        const { language } = frame;
        const all = textsFor(language).holds;
        const words = all.ask;
        return (
          <div class="narrow">
            <PageHead
              language={language}
              title={words.title}
              lead={words.lead[about.scope]}
              crumbs={[
                {
                  label: about.scope === "account" ? all.own.title : all.scopes[about.scope],
                  href: about.back,
                },
                { label: words.title },
              ]}
            />
            {already === true && (
              <Note tone="stop" role="alert">
                {words.already}
              </Note>
            )}
            <ErrorSummary language={language} errors={errors} />
            <Card id="ask">
              <form method="post" action={about.path} class="stack" novalidate>
                <CsrfField token={frame.csrfToken} />
                <Field
                  language={language}
                  name="ground"
                  label={words.ground}
                  type="select"
                  value={answer.ground ?? ""}
                  error={errorAt(language, errors, "ground")}
                  options={[
                    { value: "", label: words.choose },
                    ...HOLD_GROUNDS.map((ground) => ({ value: ground, label: all.grounds[ground] })),
                  ]}
                />
                <Field
                  language={language}
                  name="reason"
                  label={words.reason}
                  hint={words.reasonHint}
                  type="textarea"
                  rows={5}
                  maxLength={HOLD_REASON_LONGEST}
                  value={answer.reason ?? ""}
                  error={errorAt(language, errors, "reason")}
                />
                <p id="ask-effect">{words.effect}</p>
                <div class="row">
                  <Button kind="primary" describedBy="ask-effect">
                    {words.button}
                  </Button>
                  <Button href={about.back}>{textsFor(language).common.buttons.back}</Button>
                </div>
              </form>
            </Card>
            <DeskReached language={language} privacy={deps.privacy} />
            {holds.length > 0 && (
              <Card id="standing" title={words.standing}>
                <OwnHolds language={language} holds={holds} />
              </Card>
            )}
          </div>
        );
      },
    });
  }
};
