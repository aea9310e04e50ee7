// Reading a file into the address book, and the report of it: what was understood, what was taken, what was not and why.

import { AppError, csvLine, type FieldError, type Language } from "@posthorn/domain";
import { dateTimeInWords, fieldErrorText, numberInWords, type Texts, textsFor } from "@posthorn/texts";
import {
  type BadRow,
  importContacts,
  type ImportReport,
  loadImport,
  type SessionMember,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  DefinitionList,
  type Markup,
  Note,
  PageHead,
  sendAttachment,
  Table,
  type WebContext,
} from "@posthorn/web";
import { addresseeField } from "../compose/form-words.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { renderContactsPage } from "./contacts-frame.tsx";
import { takeContactFile } from "./take-file.ts";

const PATH = "/contacts";
/** Where the file is posted to. */
export const CONTACT_FILE_PATH = `${PATH}/import`;
const BAD_ROWS_SHOWN = 100;

export const readFileRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(CONTACT_FILE_PATH, async (c) => showForm(c, await sessions.require(c), null));

  app.post(CONTACT_FILE_PATH, async (c) => {
    const member = await sessions.require(c);
    try {
      await deps.contacts.imports.consume(member.accountId);
      const id = await takeContactFile(c, (source) =>
        importContacts(deps.ctx, { ...member, source, visitor: visitorOf(c) }),
      );
      return c.redirect(`${PATH}/imports/${id}`, 303);
    } catch (error) {
      const refusal = refusalOf(c, error);
      if (refusal === null) throw error;
      return showForm(c, member, refusal);
    }
  });

  app.get(`${PATH}/imports/:import`, async (c) => {
    const member = await sessions.require(c);
    const report = await loadImport(deps.ctx, member.accountId, c.req.param("import"));
    const language = c.get("language");
    const { contacts } = textsFor(language);
    const words = contacts.report;
    return renderContactsPage(c, deps.ctx, member, {
      title: words.title,
      section: "contacts",
      body: () => (
        <>
          <PageHead
            language={language}
            title={words.title}
            lead={words.lead(dateTimeInWords(language, report.at))}
            crumbs={[{ label: contacts.list.title, href: PATH }, { label: words.title }]}
          />
          <Card id="counts">
            <DefinitionList
              facts={(["added", "changed", "bad"] as const).map((count) => ({
                term: words[count],
                value: numberInWords(language, report[count]),
              }))}
            />
            <p>
              <Button kind="primary" href={PATH}>
                {words.toList}
              </Button>
            </p>
          </Card>
          <BadRows language={language} report={report} />
          <HowUnderstood words={words} report={report} />
        </>
      ),
    });
  });

  app.get(`${PATH}/imports/:import/bad.csv`, async (c) => {
    const member = await sessions.require(c);
    const report = await loadImport(deps.ctx, member.accountId, c.req.param("import"));
    const file = new TextEncoder().encode(badRowsFile(c.get("language"), report));
    return sendAttachment(c, file, {
      filename: "contacts-not-taken.csv",
      type: "text/csv; charset=utf-8",
      size: file.length,
    });
  });

  function showForm(c: WebContext, member: SessionMember, refusal: string | null): Promise<Response> {
    const language = c.get("language");
    const { contacts, common } = textsFor(language);
    const words = contacts.reading;
    return renderContactsPage(c, deps.ctx, member, {
      title: words.title,
      section: "contacts",
      ...(refusal === null ? {} : { status: 400, hasErrors: true }),
      body: (frame) => (
        <>
          <PageHead
            language={language}
            title={words.title}
            lead={words.lead}
            crumbs={[{ label: contacts.list.title, href: PATH }, { label: words.title }]}
          />
          {refusal !== null && (
            <Note tone="stop" role="alert">
              {refusal}
            </Note>
          )}
          <Card id="read">
            <form method="post" action={CONTACT_FILE_PATH} enctype="multipart/form-data" class="stack">
              <CsrfField token={frame.csrfToken} />
              <FileField label={words.file} hint={words.how} />
              <p>{words.again}</p>
              <p>{words.consentColumns}</p>
              <p class="row">
                <Button kind="primary">{words.button}</Button>
                <Button href={PATH}>{common.buttons.cancel}</Button>
              </p>
            </form>
          </Card>
        </>
      ),
    });
  }
};

export function FileField({ label, hint }: { readonly label: string; readonly hint: string }): Markup {
  return (
    <div class="field">
      <label for="file">{label}</label>
      <input
        class="input"
        type="file"
        id="file"
        name="file"
        accept=".csv,.txt,.tsv,.vcf,.vcard,text/csv,text/vcard,text/plain"
        aria-describedby="file-hint"
      />
      <p class="hint" id="file-hint">
        {hint}
      </p>
    </div>
  );
}

/** In the words of the form; null for what is no fault of the file. */
export function refusalOf(c: WebContext, error: unknown): string | null {
  if (!(error instanceof AppError)) return null;
  const words: Readonly<Record<string, string>> = textsFor(c.get("language")).contacts.reading.refused;
  return Object.hasOwn(words, error.code) ? (words[error.code] ?? null) : null;
}

function reasonsOf(language: Language, errors: readonly FieldError[]): readonly string[] {
  return errors.map((error) => {
    const field = addresseeField(language, error.path);
    return field === undefined
      ? fieldErrorText(language, error)
      : `${field}: ${fieldErrorText(language, error)}`;
  });
}

function BadRows({
  language,
  report,
}: {
  readonly language: Language;
  readonly report: ImportReport;
}): Markup {
  const words = textsFor(language).contacts.report;
  if (report.bad === 0) return <></>;
  const shown = report.badRows.slice(0, BAD_ROWS_SHOWN);
  return (
    <Card title={words.badTitle} id="bad">
      <p>{words.badLead(shown.length, report.bad)}</p>
      <p>
        <Button icon="download" href={`${PATH}/imports/${report.id}/bad.csv`} download>
          {words.download}
        </Button>
      </p>
      <p class="small muted">{words.downloadNote}</p>
      <Table
        caption={words.badTitle}
        rows={shown}
        columns={[
          { heading: words.line, rowHeading: true, cell: ({ line }) => numberInWords(language, line) },
          {
            heading: words.reasons,
            cell: (row: BadRow) => (
              <ul class="plain-list">
                {reasonsOf(language, row.errors).map((reason) => (
                  <li>{reason}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Card>
  );
}

function HowUnderstood({
  words,
  report,
}: {
  readonly words: Texts["contacts"]["report"];
  readonly report: ImportReport;
}): Markup {
  const { format, encoding, delimiter, columns } = report.understood;
  const named = (known: boolean) =>
    columns
      .filter(({ field }) => (field !== null) === known)
      .map(({ heading }) => heading)
      .join(", ") || words.none;
  const ofCsv =
    delimiter === undefined
      ? []
      : [
          { term: words.delimiter, value: words.delimiters[delimiter] },
          { term: words.columns, value: named(true) },
          { term: words.passedOver, value: named(false) },
        ];
  return (
    <Card title={words.understood} id="understood">
      <DefinitionList
        facts={[
          { term: words.format, value: words.formats[format] },
          { term: words.encoding, value: encoding.toUpperCase() },
          ...ofCsv,
        ]}
      />
    </Card>
  );
}

/** The rows as they stood under their own headings, so that they can be mended and read in again. */
function badRowsFile(language: Language, { understood, badRows }: ImportReport): string {
  const { badFile } = textsFor(language).contacts;
  const headings = understood.columns.map(({ heading }) => heading);
  const lines = badRows.map(({ line, cells, errors }) =>
    csvLine([
      ...headings.map((_, index) => cells[index] ?? ""),
      String(line),
      reasonsOf(language, errors).join(" "),
    ]),
  );
  return `\ufeff${csvLine([...headings, badFile.line, badFile.reasons])}${lines.join("")}`;
}
