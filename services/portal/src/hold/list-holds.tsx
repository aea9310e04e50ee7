// All legal holds of an account, those that a member may not see left out.

import { textsFor } from "@posthorn/texts";
import { listOwnHolds } from "@posthorn/usecases";
import { Button, Card, Empty, Note, PageHead, Pagination } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import { DeskReached } from "../privacy/desk-reached.tsx";
import type { PortalRoutes } from "../routes.ts";
import { OwnHolds } from "./own-holds.tsx";

export const listHoldRoutes: PortalRoutes = (app, { ctx, privacy }, sessions) => {
  app.get("/holds", async (c) => {
    const member = await sessions.require(c);
    const cursor = c.req.query("cursor");
    const page = await listOwnHolds(ctx, member, cursor === undefined ? {} : { cursor });
    const to = (place: string | null) =>
      place === null ? undefined : `/holds?${new URLSearchParams({ cursor: place }).toString()}`;
    return renderPortal(c, ctx, member, {
      title: textsFor(c.get("language")).holds.own.title,
      current: "sent",
      body({ language }) {
        const { holds, portal } = textsFor(language);
        const words = holds.own;
        return (
          <>
            <PageHead
              language={language}
              title={words.title}
              lead={words.lead}
              crumbs={[{ label: portal.menu.sent, href: "/sent" }, { label: words.title }]}
            />
            {c.req.query("asked") !== undefined && (
              <Note tone="ok" role="status">
                {holds.ask.done}
              </Note>
            )}
            <Card id="holds">
              {page.holds.length === 0 ? (
                <Empty title={words.emptyTitle} text={words.empty} />
              ) : (
                <>
                  <OwnHolds language={language} holds={page.holds} />
                  <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
                </>
              )}
            </Card>
            <div class="row">
              {member.role === "admin" && <Button href="/holds/account">{words.askAccount}</Button>}
              <Button kind="quiet" href="/falling">
                {words.falling}
              </Button>
            </div>
            <DeskReached language={language} privacy={privacy} />
          </>
        );
      },
    });
  });
};
