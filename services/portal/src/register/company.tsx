// A signed-in person begins the account of a company, and goes on in it.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { registerCompany, type SessionMember, switchAccount } from "@posthorn/usecases";
import { Button, Card, CsrfField, Note, PageHead, setSessionCookie, type WebContext } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { APPLICATION_PATH, COMPANY_PATH } from "./paths.ts";

export const companyRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(COMPANY_PATH, async (c) => show(c, await sessions.require(c)));

  app.post(COMPANY_PATH, async (c) => {
    const member = await sessions.require(c);
    const input = { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
    try {
      const { memberId } = await registerCompany(deps.ctx, input);
      const { token } = await switchAccount(deps.ctx, deps.tokens, { ...input, memberId });
      setSessionCookie(c, token);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "too_many_applications") throw error;
      return show(c, member, true);
    }
    return c.redirect(APPLICATION_PATH, 303);
  });

  function show(c: WebContext, member: SessionMember, tooMany = false): Promise<Response> {
    const words = textsFor(c.get("language")).registration.company;
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      hasErrors: tooMany,
      status: tooMany ? 409 : 200,
      body: (frame) => (
        <div class="narrow">
          <PageHead language={frame.language} title={words.title} lead={words.lead} />
          {tooMany && (
            <Note tone="stop" role="alert">
              {words.tooMany}
            </Note>
          )}
          <Card id="steps">
            <ol>
              {words.steps.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
            <p id="effect">{words.effect}</p>
            <form method="post" action={COMPANY_PATH}>
              <CsrfField token={frame.csrfToken} />
              <Button kind="primary" describedBy="effect">
                {words.start}
              </Button>
            </form>
          </Card>
        </div>
      ),
    });
  }
};
