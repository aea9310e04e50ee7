// Setting up a code app: a picture to scan, the key to type, a code to show that it works; turning it off.

import { appCodeUri } from "@posthorn/identity";
import { textsFor } from "@posthorn/texts";
import {
  beginAppSetUp,
  finishAppSetUp,
  type SessionMember,
  turnOffApp,
  viewAppSetUp,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CodeField,
  CsrfField,
  Note,
  PageHead,
  pageFrame,
  QrCode,
  readForm,
  setSessionCookie,
  type WebContext,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { clearCeremonyCookie, readCeremonyCookie, setCeremonyCookie } from "../session/ceremony-cookie.ts";
import { visitorOf } from "../session/visitor.ts";
import { recoveryCodesPage } from "./recovery-codes.tsx";

export const appRoutes: PortalRoutes = (app, deps, sessions) => {
  app.post("/security/app", async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    const at = deps.arrivedAt();
    const begun = await beginAppSetUp(deps.ctx, { ...deps.signIn, tokens: deps.tokens }, member, at);
    setCeremonyCookie(c, "app", begun, at);
    return c.redirect("/security/app", 303);
  });

  app.get("/security/app", async (c) => {
    const member = await sessions.require(c);
    const secret = await secretOf(c, member);
    return secret === null ? c.redirect("/security", 303) : setUpPage(c, member, secret);
  });

  app.post("/security/app/confirm", async (c) => {
    const member = await sessions.require(c);
    const ceremony = readCeremonyCookie(c, "app", deps);
    if (!ceremony) return c.redirect("/security", 303);
    const form = await readForm(c);
    const ports = { ...deps.signIn, tokens: deps.tokens };
    const outcome = await finishAppSetUp(deps.ctx, ports, {
      member,
      ceremony,
      typed: form.get("code") ?? "",
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    if (outcome.kind === "wrong") {
      const secret = await secretOf(c, member);
      if (secret !== null) return setUpPage(c, member, secret, true);
    }
    clearCeremonyCookie(c, "app");
    if (outcome.kind !== "on") return c.redirect("/security?over=app", 303);
    setSessionCookie(c, outcome.token);
    const done = textsFor(c.get("language")).security.done.app;
    return recoveryCodesPage(c, deps, member, outcome.recoveryCodes, done);
  });

  app.get("/security/app/off", async (c) => {
    const member = await sessions.requireFresh(c);
    return member instanceof Response ? member : turnOffPage(c, member);
  });

  app.post("/security/app/off", async (c) => {
    const member = await sessions.requireFresh(c, "/security/app/off");
    if (member instanceof Response) return member;
    await turnOffApp(deps.ctx, { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() });
    return c.redirect("/security?done=appOff", 303);
  });

  async function secretOf(c: WebContext, member: SessionMember): Promise<string | null> {
    const ceremony = readCeremonyCookie(c, "app", deps);
    return ceremony ? viewAppSetUp(deps.ctx, deps.signIn, member, ceremony, deps.arrivedAt()) : null;
  }

  function setUpPage(c: WebContext, member: SessionMember, secret: string, wrong = false): Promise<Response> {
    const frame = pageFrame(c);
    const { language } = frame;
    const { security } = textsFor(language);
    const words = security.app;
    const uri = appCodeUri({ issuer: deps.ctx.settings.issuer.name, label: member.personEmail, secret });
    return renderPortal(c, deps.ctx, member, {
      title: words.setUpTitle,
      current: "security",
      islands: ["code-entry"],
      status: wrong ? 400 : 200,
      hasErrors: wrong,
      body: () => (
        <div class="narrow">
          <PageHead
            language={language}
            title={words.setUpTitle}
            crumbs={[{ label: security.title, href: "/security" }]}
            lead={words.setUpLead}
          />
          <form method="post" action="/security/app/confirm">
            <CsrfField token={frame.csrfToken} />
            <Card id="set-up">
              <p>{words.scan}</p>
              <QrCode text={uri} label={words.picture} />
              <p>
                <a class="btn" href={uri}>
                  {words.open}
                </a>
              </p>
              <p>
                {words.type} <br />
                <span class="secret-key">{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</span>
              </p>
              <p>{words.codeLead}</p>
              <CodeField
                language={language}
                name="code"
                label={words.code}
                error={wrong ? words.wrong : undefined}
              />
              <Button kind="primary">{words.confirm}</Button>
            </Card>
          </form>
        </div>
      ),
    });
  }

  function turnOffPage(c: WebContext, member: SessionMember): Promise<Response> {
    const frame = pageFrame(c);
    const { security } = textsFor(frame.language);
    const words = security.app;
    return renderPortal(c, deps.ctx, member, {
      title: words.turnOffTitle,
      current: "security",
      body: () => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={words.turnOffTitle}
            crumbs={[{ label: security.title, href: "/security" }]}
          />
          <Note tone="warn" id="consequence">
            {words.turnOffText}
          </Note>
          <form method="post" action="/security/app/off">
            <CsrfField token={frame.csrfToken} />
            <div class="row">
              <Button kind="primary" describedBy="consequence">
                {words.turnOffYes}
              </Button>
              <Button kind="quiet" href="/security">
                {words.keep}
              </Button>
            </div>
          </form>
        </div>
      ),
    });
  }
};
