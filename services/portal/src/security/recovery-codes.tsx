// Recovery codes: made anew on request, shown this once, to be printed.

import { textsFor } from "@posthorn/texts";
import { makeRecoveryCodes, type SessionMember, viewSecurity } from "@posthorn/usecases";
import { Button, Card, CsrfField, Note, PageHead, pageFrame, type WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

export const recoveryCodeRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/security/recovery-codes", async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    const { appSince } = await viewSecurity(deps.ctx, member.personId);
    return appSince ? askPage(c, member) : c.redirect("/security", 303);
  });

  app.post("/security/recovery-codes", async (c) => {
    const member = await sessions.requireFresh(c, "/security/recovery-codes");
    if (member instanceof Response) return member;
    const codes = await makeRecoveryCodes(deps.ctx, deps.signIn.recoveryCodes, {
      member,
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    return recoveryCodesPage(c, deps, member, codes);
  });

  function askPage(c: WebContext, member: SessionMember): Promise<Response> {
    const frame = pageFrame(c);
    const { security } = textsFor(frame.language);
    const words = security.recovery;
    return renderPortal(c, deps.ctx, member, {
      title: words.makeTitle,
      current: "security",
      body: () => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={words.makeTitle}
            crumbs={[{ label: security.title, href: "/security" }]}
          />
          <Note tone="warn" id="consequence">
            {words.makeText}
          </Note>
          <form method="post" action="/security/recovery-codes">
            <CsrfField token={frame.csrfToken} />
            <Button kind="primary" describedBy="consequence">
              {words.makeYes}
            </Button>
          </form>
        </div>
      ),
    });
  }
};

/** The answer to the form itself: led on to a page of their own, the codes would have to be kept somewhere. */
export function recoveryCodesPage(
  c: WebContext,
  deps: PortalDeps,
  member: SessionMember,
  codes: readonly string[],
  done?: string,
): Promise<Response> {
  const { language } = pageFrame(c);
  const words = textsFor(language).security.recovery;
  return renderPortal(c, deps.ctx, member, {
    title: words.shownTitle,
    current: "security",
    body: () => (
      <div class="narrow">
        <PageHead language={language} title={words.shownTitle} lead={words.shownLead} />
        {done !== undefined && (
          <Note tone="ok" role="status">
            {done}
          </Note>
        )}
        <Card id="recovery-codes">
          <ul class="recovery-codes">
            {codes.map((code) => (
              <li>{code}</li>
            ))}
          </ul>
          <Button kind="primary" href="/security">
            {words.done}
          </Button>
        </Card>
      </div>
    ),
  });
}
