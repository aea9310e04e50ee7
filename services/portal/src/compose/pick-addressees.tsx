// Addressees out of the address book, or out of a file: chosen on a page of their own, then back in the form.

import { textsFor } from "@posthorn/texts";
import {
  contactFields,
  listContacts,
  loadContacts,
  loadDraft,
  openContactFile,
  saveDraft,
  type SessionMember,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Empty,
  Note,
  PageHead,
  Pagination,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { contactSearchOf, ContactTable, pageOf, SearchForm } from "../contacts/contact-table.tsx";
import { FileField, refusalOf } from "../contacts/read-file.tsx";
import { takeContactFile } from "../contacts/take-file.ts";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { withAddressees, withStandingConsents } from "./fill-addressees.ts";

export const pickRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;
  const most = ctx.settings.limits.addressees;

  app.get("/compose/:draft/contacts", async (c) => showPicker(c, await sessions.require(c), null));

  app.post("/compose/:draft/contacts", async (c) => {
    const member = await sessions.require(c);
    const ids = (await readForm(c)).getAll("contact").slice(0, 100);
    const chosen = await loadContacts(ctx, member.accountId, ids);
    const added = await add(c, member, chosen.map(contactFields));
    if (added) return c.redirect(`/compose/${draftOf(c)}#addressees`, 303);
    return showPicker(c, member, textsFor(c.get("language")).contacts.compose.picker.tooMany(most));
  });

  app.get("/compose/:draft/addressees", async (c) => showFileForm(c, await sessions.require(c), null));

  app.post("/compose/:draft/addressees", async (c) => {
    const member = await sessions.require(c);
    await loadDraft(ctx, deps, member, draftOf(c));
    try {
      const rows = await takeContactFile(c, readRows);
      if (rows !== null && (await add(c, member, rows)))
        return c.redirect(`/compose/${draftOf(c)}?check#addressees`, 303);
    } catch (error) {
      const refusal = refusalOf(c, error);
      if (refusal === null) throw error;
      return showFileForm(c, member, refusal);
    }
    return showFileForm(c, member, textsFor(c.get("language")).contacts.compose.file.tooMany(most));
  });

  /** Null where there are more rows than a message may have. Rows that cannot be read at all are passed over. */
  async function readRows(source: AsyncIterable<Uint8Array>) {
    const file = await openContactFile(source);
    const rows = [];
    for await (const { read } of file.rows) {
      if (!read.ok) continue;
      if (rows.length === most) return null;
      rows.push(read.row);
    }
    return rows;
  }

  /** False where the message would have too many. Throws as `loadDraft` does. */
  async function add(
    c: WebContext,
    member: SessionMember,
    rows: readonly Readonly<Record<string, string>>[],
  ): Promise<boolean> {
    const draft = await loadDraft(ctx, deps, member, draftOf(c));
    const form = withAddressees(draft.form, await withStandingConsents(ctx, member.accountId, rows), most);
    if (form === null) return false;
    await saveDraft(ctx, deps, member, draft.id, form);
    return true;
  }

  async function showPicker(c: WebContext, member: SessionMember, refusal: string | null): Promise<Response> {
    const draft = await loadDraft(ctx, deps, member, draftOf(c));
    const path = `/compose/${draft.id}/contacts`;
    const search = contactSearchOf(c);
    const page = await listContacts(ctx, member.accountId, search);
    const language = c.get("language");
    const { compose, contacts } = textsFor(language);
    const words = contacts.compose.picker;
    return renderPortal(c, ctx, member, {
      title: words.title,
      ...(refusal === null ? {} : { status: 400, hasErrors: true }),
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={words.title}
            lead={words.lead}
            crumbs={[{ label: compose.title, href: `/compose/${draft.id}` }, { label: words.title }]}
          />
          {refusal !== null && (
            <Note tone="stop" role="alert">
              {refusal}
            </Note>
          )}
          <Card id="find">
            <SearchForm language={language} path={path} label={contacts.list.search} value={search.words} />
          </Card>
          <Card id="list">
            {page.contacts.length === 0 ? (
              <Empty
                title={search.words === undefined ? contacts.list.emptyTitle : contacts.list.nothingFound}
                text={search.words === undefined ? words.emptyText : contacts.list.nothingFoundText}
                icon="search"
              >
                <Button href={`/compose/${draft.id}`}>{words.back}</Button>
              </Empty>
            ) : (
              <form method="post" action={path} class="stack">
                <CsrfField token={frame.csrfToken} />
                <ContactTable language={language} contacts={page.contacts} linked={false} />
                <p class="row">
                  <Button kind="primary">{words.add}</Button>
                  <Button href={`/compose/${draft.id}`}>{words.back}</Button>
                </p>
              </form>
            )}
            <Pagination
              language={language}
              previous={pageOf(path, search, page.previous)}
              next={pageOf(path, search, page.next)}
            />
          </Card>
        </>
      ),
    });
  }

  async function showFileForm(
    c: WebContext,
    member: SessionMember,
    refusal: string | null,
  ): Promise<Response> {
    const draft = await loadDraft(ctx, deps, member, draftOf(c));
    const language = c.get("language");
    const { compose, contacts } = textsFor(language);
    const words = contacts.compose.file;
    return renderPortal(c, ctx, member, {
      title: words.title,
      ...(refusal === null ? {} : { status: 400, hasErrors: true }),
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={words.title}
            lead={words.lead(most)}
            crumbs={[{ label: compose.title, href: `/compose/${draft.id}` }, { label: words.title }]}
          />
          {refusal !== null && (
            <Note tone="stop" role="alert">
              {refusal}
            </Note>
          )}
          <Card id="read">
            <form
              method="post"
              action={`/compose/${draft.id}/addressees`}
              enctype="multipart/form-data"
              class="stack"
            >
              <CsrfField token={frame.csrfToken} />
              <FileField label={contacts.reading.file} hint={contacts.reading.how} />
              <p class="row">
                <Button kind="primary">{words.button}</Button>
                <Button href={`/compose/${draft.id}`}>{contacts.compose.picker.back}</Button>
              </p>
            </form>
          </Card>
        </>
      ),
    });
  }
};

function draftOf(c: WebContext): string {
  return c.req.param("draft") ?? "";
}
