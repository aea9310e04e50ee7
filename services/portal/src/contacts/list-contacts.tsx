// The address book: searched, in pages by cursor, written out as a file, several deleted at once after asking.

import { textsFor } from "@posthorn/texts";
import {
  type ContactFormat,
  type ContactLine,
  deleteContacts,
  exportContacts,
  listContacts,
  loadContacts,
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
  sendAttachment,
  streamOf,
  type WebContext,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { contactSearchOf, ContactTable, nameOfContact, pageOf, SearchForm } from "./contact-table.tsx";
import { renderContactsPage } from "./contacts-frame.tsx";

const PATH = "/contacts";
const TYPES = { csv: "text/csv; charset=utf-8", vcf: "text/vcard; charset=utf-8" } as const;

export const listContactRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const member = await sessions.require(c);
    return showList(c, member, toldOf(c));
  });

  for (const format of ["csv", "vcf"] as const) {
    app.get(`${PATH}/export.${format}`, async (c) => sendAll(c, await sessions.require(c), format));
  }

  app.post(`${PATH}/delete`, async (c) => {
    const member = await sessions.require(c);
    const form = await readForm(c);
    const chosen = await loadContacts(deps.ctx, member.accountId, form.getAll("contact").slice(0, 100));
    const words = textsFor(c.get("language")).contacts.list;
    if (chosen.length === 0) return showList(c, member, { tone: "warn", text: words.noneTicked });
    if (form.get("confirmed") !== "yes") return askFirst(c, member, chosen);
    const ids = chosen.map(({ id }) => id);
    const count = await deleteContacts(deps.ctx, member.accountId, ids);
    return c.redirect(`${PATH}?deleted=${count}`, 303);
  });

  interface Told {
    readonly tone: "ok" | "warn";
    readonly text: string;
  }

  function toldOf(c: WebContext): Told | null {
    const words = textsFor(c.get("language")).contacts.list;
    const deleted = Number(c.req.query("deleted") ?? "");
    if (Number.isInteger(deleted) && deleted > 0) return { tone: "ok", text: words.deleted(deleted) };
    const done = c.req.query("done");
    return done === "added" || done === "changed" ? { tone: "ok", text: words[done] } : null;
  }

  async function showList(c: WebContext, member: SessionMember, told: Told | null): Promise<Response> {
    const search = contactSearchOf(c);
    const page = await listContacts(deps.ctx, member.accountId, search);
    const language = c.get("language");
    const words = textsFor(language).contacts.list;
    return renderContactsPage(c, deps.ctx, member, {
      title: words.title,
      section: "contacts",
      ...(told?.tone === "warn" ? { status: 400, hasErrors: true } : {}),
      body: (frame) => (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          {told !== null && (
            <Note tone={told.tone} role={told.tone === "ok" ? "status" : "alert"}>
              {told.text}
            </Note>
          )}
          <Card id="find">
            <SearchForm language={language} path={PATH} label={words.search} value={search.words} />
            <p class="row">
              <Button kind="primary" icon="plus" href={`${PATH}/new`}>
                {words.write}
              </Button>
              <Button icon="upload" href={`${PATH}/import`}>
                {words.read}
              </Button>
              <Button icon="download" href={`${PATH}/export.csv`} download>
                {words.exportCsv}
              </Button>
              <Button icon="download" href={`${PATH}/export.vcf`} download>
                {words.exportVcard}
              </Button>
            </p>
          </Card>
          <Card id="list">
            {page.contacts.length === 0 ? (
              search.words === undefined && search.cursor === undefined ? (
                <Empty title={words.emptyTitle} text={words.emptyText} icon="card" />
              ) : (
                <Empty title={words.nothingFound} text={words.nothingFoundText} icon="search">
                  <Button href={PATH}>{words.all}</Button>
                </Empty>
              )
            ) : (
              <form method="post" action={`${PATH}/delete`} class="stack">
                <CsrfField token={frame.csrfToken} />
                <ContactTable language={language} contacts={page.contacts} linked />
                <p>
                  <Button kind="quiet">{words.deleteTicked}</Button>
                </p>
              </form>
            )}
            <Pagination
              language={language}
              previous={pageOf(PATH, search, page.previous)}
              next={pageOf(PATH, search, page.next)}
            />
          </Card>
        </>
      ),
    });
  }

  function askFirst(c: WebContext, member: SessionMember, chosen: readonly ContactLine[]): Promise<Response> {
    const language = c.get("language");
    const { contacts, common } = textsFor(language);
    const words = contacts.deleting;
    return renderContactsPage(c, deps.ctx, member, {
      title: words.title,
      section: "contacts",
      body: (frame) => (
        <>
          <PageHead language={language} title={words.title} />
          <Card id="delete">
            <p id="consequence">{words.text(chosen.length)}</p>
            <ul class="plain-list">
              {chosen.map((contact) => (
                <li>
                  {nameOfContact(contact)} <span class="small muted">{contact.email}</span>
                </li>
              ))}
            </ul>
            <form method="post" action={`${PATH}/delete`} class="row">
              <CsrfField token={frame.csrfToken} />
              {chosen.map(({ id }) => (
                <input type="hidden" name="contact" value={id} />
              ))}
              <Button kind="seal" name="confirmed" value="yes" describedBy="consequence">
                {words.button}
              </Button>
              <Button href={PATH}>{common.buttons.cancel}</Button>
            </form>
          </Card>
        </>
      ),
    });
  }

  function sendAll(c: WebContext, member: SessionMember, format: ContactFormat): Response {
    const at = deps.arrivedAt();
    const given = { format, visitor: visitorOf(c), at };
    const day = at.toZonedDateTimeISO("Europe/Brussels").toPlainDate().toString();
    return sendAttachment(c, streamOf(exportContacts(deps.ctx, member, given)), {
      filename: `contacts-${day}.${format}`,
      type: TYPES[format],
    });
  }
};
