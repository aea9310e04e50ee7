// A person's own uses of the platform, in pages by cursor.

import { actInWords, shortDateTime, textsFor } from "@posthorn/texts";
import { listOwnUses, type UseLine, USES_SHOWN_DAYS } from "@posthorn/usecases";
import { Card, Empty, PageHead, Pagination, Table } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";

export const useRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/me/uses", async (c) => {
    const member = await sessions.require(c);
    const page = await listOwnUses(deps.ctx, member, {
      cursor: c.req.query("cursor"),
      now: deps.arrivedAt(),
    });
    const language = c.get("language");
    const { myData } = textsFor(language);
    const words = myData.uses;
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "me",
      body: () => (
        <>
          <PageHead
            language={language}
            title={words.title}
            crumbs={[{ label: myData.page.title, href: "/me" }]}
            lead={words.lead(String(USES_SHOWN_DAYS))}
          />
          {page.lines.length === 0 ? (
            <Empty title={words.empty} text="" />
          ) : (
            <Card id="uses">
              <Table
                caption={words.caption}
                columns={[
                  {
                    heading: words.when,
                    rowHeading: true,
                    cell: ({ at }: UseLine) => shortDateTime(language, at, { year: true }),
                  },
                  { heading: words.what, cell: ({ act }) => actInWords(language, act) },
                  { heading: words.account, cell: ({ account }) => account ?? "" },
                  { heading: words.from, cell: ({ ip, browser, os }) => [ip, browser, os].join(", ") },
                ]}
                rows={page.lines}
              />
            </Card>
          )}
          <Pagination
            language={language}
            next={page.next === null ? undefined : `/me/uses?cursor=${page.next}`}
          />
        </>
      ),
    });
  });
};
