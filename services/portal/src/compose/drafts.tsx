// The list of drafts, and throwing one away after asking.

import { textsFor, shortDateTime } from "@posthorn/texts";
import { discardDraft, listDrafts, loadDraft } from "@posthorn/usecases";
import { Button, Card, CsrfField, Empty, PageHead, Table } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";

export const draftRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/drafts", async (c) => {
    const member = await sessions.require(c);
    const drafts = await listDrafts(ctx, deps, member);
    const language = c.get("language");
    const { portal, common } = textsFor(language);
    const words = portal.drafts;
    return renderPortal(c, ctx, member, {
      title: words.title,
      current: "drafts",
      body: () => (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          <Card id="list">
            {drafts.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.emptyText} icon="file">
                <Button kind="primary" href="/compose">
                  {portal.menu.newMessage}
                </Button>
              </Empty>
            ) : (
              <Table
                caption={words.title}
                rows={drafts}
                columns={[
                  {
                    heading: textsFor(language).compose.subject,
                    rowHeading: true,
                    cell: (draft) => (
                      <a href={`/compose/${draft.id}`}>
                        {draft.subject === "" ? words.noSubject : draft.subject}
                      </a>
                    ),
                  },
                  {
                    heading: textsFor(language).compose.toWhom,
                    cell: (draft) => words.addressees(draft.addressees),
                  },
                  {
                    heading: common.buttons.save,
                    hideHeading: true,
                    cell: (draft) => words.kept(shortDateTime(language, draft.updatedAt)),
                  },
                  {
                    heading: words.discard,
                    hideHeading: true,
                    cell: (draft) => (
                      <a href={`/compose/${draft.id}/discard`}>
                        {words.discard}
                        <span class="vh"> {draft.subject}</span>
                      </a>
                    ),
                  },
                ]}
              />
            )}
          </Card>
        </>
      ),
    });
  });

  app.get("/compose/:draft/discard", async (c) => {
    const member = await sessions.require(c);
    const draft = await loadDraft(ctx, deps, member, c.req.param("draft"));
    const language = c.get("language");
    const words = textsFor(language).portal.drafts;
    return renderPortal(c, ctx, member, {
      title: words.discardTitle,
      current: "drafts",
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={words.discardTitle}
            crumbs={[
              { label: words.title, href: "/drafts" },
              { label: draft.form.subject || words.noSubject },
            ]}
          />
          <Card id="discard">
            <p>{words.discardText}</p>
            <form method="post" action={`/compose/${draft.id}/discard`} class="row">
              <CsrfField token={frame.csrfToken} />
              <Button kind="seal">{words.discard}</Button>
              <Button href={`/compose/${draft.id}`}>{words.keep}</Button>
            </form>
          </Card>
        </>
      ),
    });
  });

  app.post("/compose/:draft/discard", async (c) => {
    const member = await sessions.require(c);
    await discardDraft(ctx, deps.content, member, c.req.param("draft"));
    return c.redirect("/drafts", 303);
  });
};
