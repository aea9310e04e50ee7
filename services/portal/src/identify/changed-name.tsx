// A person whose own itsme or card shows another name than before sees both, and says whether the new one shall stand.

import { textsFor } from "@posthorn/texts";
import { changeName, viewHeldName } from "@posthorn/usecases";
import { Button, Card, CsrfField, DefinitionList, PageHead, type WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { dropWaiting, readBrowserHash, readWaitingHash } from "./browser-cookies.ts";
import { leadOnUnknown } from "./settle.ts";

export const changedNameRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/identify/name", async (c) => {
    const member = await sessions.require(c);
    try {
      const { personId } = member;
      const name = await viewHeldName(deps.ctx, deps.identityKeys, { ...held(c, deps), personId });
      const words = textsFor(c.get("language")).identify.name;
      return await renderPortal(c, deps.ctx, member, {
        title: words.title,
        current: "security",
        body: (frame) => (
          <>
            <PageHead language={frame.language} title={words.title} lead={words.lead} />
            <Card id="changed-name">
              <DefinitionList
                facts={[
                  { term: words.before, value: member.personName },
                  { term: words.now, value: <b>{`${name.givenNames ?? ""} ${name.familyName}`.trim()}</b> },
                ]}
              />
              <p id="effect">{words.effect}</p>
              <form method="post" action="/identify/name" class="stack">
                <CsrfField token={frame.csrfToken} />
                <div class="actions">
                  <Button kind="primary" describedBy="effect">
                    {words.button}
                  </Button>
                  <Button href="/identify">{words.keep}</Button>
                </div>
              </form>
            </Card>
          </>
        ),
      });
    } catch (error) {
      return leadOnUnknown(c, sessions, error);
    }
  });

  app.post("/identify/name", async (c) => {
    const member = await sessions.require(c);
    try {
      const input = { ...held(c, deps), member, visitor: visitorOf(c) };
      await changeName(deps.ctx, deps.identityKeys, input);
      dropWaiting(c);
      return c.redirect("/identify?done=name_changed", 303);
    } catch (error) {
      return leadOnUnknown(c, sessions, error);
    }
  });
};

function held(c: WebContext, deps: PortalDeps) {
  return {
    returnHash: readWaitingHash(c, deps),
    browserHash: readBrowserHash(c, deps),
    arrivedAt: deps.arrivedAt(),
  };
}
