// Another e-mail address: asked for here, confirmed by the link that goes there.

import { AppError, type FieldError } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import {
  askEmailChange,
  cancelEmailChange,
  confirmEmailChange,
  type SessionMember,
  viewEmailChange,
  viewMyData,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  errorAt,
  Field,
  Note,
  PageHead,
  type PageFrame,
  readForm,
  type WebContext,
} from "@posthorn/web";
import type { Child } from "hono/jsx";
import { type PortalPage, renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

interface Asked {
  readonly email?: string;
  readonly errors?: readonly FieldError[];
  readonly tooMany?: true;
}

export const emailRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/me/email", async (c) => {
    const member = await sessions.requireFresh(c);
    return member instanceof Response ? member : askPage(c, member, {});
  });

  app.post("/me/email", async (c) => {
    const member = await sessions.requireFresh(c, "/me/email");
    if (member instanceof Response) return member;
    const email = (await readForm(c)).get("email") ?? "";
    try {
      const act = { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
      await askEmailChange(deps.ctx, deps.signIn.emailChangeTries, { ...act, email });
      return c.redirect("/me?done=asked", 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "too_many_tries") return askPage(c, member, { email, tooMany: true });
      if (error.code !== "email_change_invalid") throw error;
      return askPage(c, member, { email, errors: error.fields ?? [] });
    }
  });

  app.post("/me/email/cancel", async (c) => {
    const member = await sessions.require(c);
    await cancelEmailChange(deps.ctx, { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() });
    return c.redirect("/me?done=cancelled", 303);
  });

  // Mail gateways follow links: looking changes nothing.
  app.get("/me/email/:token", async (c) => {
    const member = await sessions.require(c);
    return answered(c, member, async () => {
      const email = await viewEmailChange(deps.ctx, presented(c, member));
      return confirmPage(c, member, email);
    });
  });

  app.post("/me/email/:token", async (c) => {
    const member = await sessions.require(c);
    return answered(c, member, async () => {
      await confirmEmailChange(deps.ctx, { ...presented(c, member), visitor: visitorOf(c) });
      return c.redirect("/me?done=email", 303);
    });
  });

  function presented(c: WebContext, member: SessionMember) {
    const presentedLink = deps.sessionHash(c.req.param("token") ?? "");
    return { member, presentedLink, arrivedAt: deps.arrivedAt() };
  }

  /** A link that does nothing any more says why, and what can be done. */
  async function answered(
    c: WebContext,
    member: SessionMember,
    work: () => Promise<Response>,
  ): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      const { gone } = textsFor(c.get("language")).myData.email;
      if (!(error instanceof AppError) || !Object.hasOwn(gone, error.code)) throw error;
      return gonePage(
        c,
        member,
        gone[error.code as keyof typeof gone],
        error.kind === "not_found" ? 404 : 409,
      );
    }
  }

  async function askPage(c: WebContext, member: SessionMember, asked: Asked): Promise<Response> {
    const { pendingEmail } = await viewMyData(deps.ctx, member, deps.arrivedAt());
    const failed = asked.tooMany === true ? 429 : asked.errors === undefined ? 200 : 400;
    return page(c, member, { status: failed, hasErrors: failed !== 200 }, (frame) => {
      const { language } = frame;
      const words = textsFor(language).myData.email;
      return (
        <>
          {asked.tooMany === true && (
            <Note tone="stop" role="alert">
              {words.tooMany}
            </Note>
          )}
          {pendingEmail !== null && (
            <Note>
              <p>{words.pending(pendingEmail.email, dateTimeInWords(language, pendingEmail.until))}</p>
              <form method="post" action="/me/email/cancel">
                <CsrfField token={frame.csrfToken} />
                <Button>{words.cancel}</Button>
              </form>
            </Note>
          )}
          <form method="post" action="/me/email" novalidate>
            <CsrfField token={frame.csrfToken} />
            <Card id="email-card">
              <p>
                {words.present}: <b>{member.personEmail}</b>
              </p>
              <Field
                language={language}
                name="email"
                label={words.next}
                type="email"
                inputMode="email"
                autocomplete="email"
                value={asked.email}
                hint={words.how}
                error={errorAt(language, asked.errors ?? [], "email")}
              />
              <Button kind="primary">{words.send}</Button>
            </Card>
          </form>
        </>
      );
    });
  }

  function confirmPage(c: WebContext, member: SessionMember, email: string): Promise<Response> {
    return page(c, member, {}, (frame) => {
      const words = textsFor(frame.language).myData.email;
      return (
        <form method="post" action={c.req.path}>
          <CsrfField token={frame.csrfToken} />
          <Card id="email-card" title={words.confirmTitle}>
            <p>
              {words.present}: <b>{member.personEmail}</b>
            </p>
            <p id="effect">{words.confirmText(email)}</p>
            <Button kind="primary" describedBy="effect">
              {words.confirm}
            </Button>
          </Card>
        </form>
      );
    });
  }

  function gonePage(c: WebContext, member: SessionMember, why: string, status: 404 | 409): Promise<Response> {
    return page(c, member, { status }, (frame) => {
      const words = textsFor(frame.language).myData.email;
      return (
        <Card id="gone" title={words.goneTitle}>
          <p>{why}</p>
          <Button href="/me">{words.back}</Button>
        </Card>
      );
    });
  }

  function page(
    c: WebContext,
    member: SessionMember,
    options: Pick<PortalPage, "status" | "hasErrors">,
    body: (frame: PageFrame) => Child,
  ): Promise<Response> {
    const { myData } = textsFor(c.get("language"));
    const words = myData.email;
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "me",
      ...options,
      body: (frame) => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={words.title}
            crumbs={[{ label: myData.page.title, href: "/me" }]}
            lead={words.lead}
          />
          {body(frame)}
        </div>
      ),
    });
  }
};
