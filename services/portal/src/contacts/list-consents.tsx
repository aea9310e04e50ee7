// The ledger of consents: by address, in pages by cursor, and as a file.

import { csvLine, type Language } from "@posthorn/domain";
import { dateInWords, shortDateTime, shortDate, brusselsDate, textsFor } from "@posthorn/texts";
import { allConsents, type ConsentLine, listConsents } from "@posthorn/usecases";
import {
  Button,
  Card,
  Empty,
  type Markup,
  Note,
  PageHead,
  Pagination,
  Pill,
  sendAttachment,
  streamOf,
  Table,
} from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { contactSearchOf, pageOf, SearchForm } from "./contact-table.tsx";
import { renderContactsPage } from "./contacts-frame.tsx";

const PATH = "/contacts/consents";

export const listConsentRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const member = await sessions.require(c);
    const search = contactSearchOf(c);
    const { words: email, cursor } = search;
    const page = await listConsents(deps.ctx, member.accountId, {
      ...(email === undefined ? {} : { email }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    const language = c.get("language");
    const words = textsFor(language).contacts.consents;
    const done = c.req.query("done");
    return renderContactsPage(c, deps.ctx, member, {
      title: words.title,
      section: "consents",
      body: () => (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          {done === "added" && (
            <Note tone="ok" role="status">
              {words.added}
            </Note>
          )}
          <Card id="find">
            <SearchForm language={language} path={PATH} label={words.search} value={email} />
            <p class="row">
              <Button kind="primary" icon="plus" href={`${PATH}/new`}>
                {words.add}
              </Button>
              <Button icon="download" href={`${PATH}/export.csv`} download>
                {words.exportCsv}
              </Button>
            </p>
          </Card>
          <Card id="list">
            {page.consents.length === 0 ? (
              email === undefined && cursor === undefined ? (
                <Empty title={words.emptyTitle} text={words.emptyText} icon="check" />
              ) : (
                <Empty title={words.nothingFound} text={words.emptyText} icon="search">
                  <Button href={PATH}>{words.all}</Button>
                </Empty>
              )
            ) : (
              <ConsentTable language={language} consents={page.consents} />
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
  });

  app.get(`${PATH}/export.csv`, async (c) => {
    const member = await sessions.require(c);
    const day = brusselsDate(deps.arrivedAt()).toString();
    const file = exportFile(allConsents(deps.ctx, member.accountId));
    return sendAttachment(c, streamOf(file), {
      filename: `consents-${day}.csv`,
      type: "text/csv; charset=utf-8",
    });
  });
};

export function addresseeOf({ name, firstNames }: Pick<ConsentLine, "name" | "firstNames">): string {
  return firstNames === null ? name : `${firstNames} ${name}`;
}

function ConsentTable({
  language,
  consents,
}: {
  readonly language: Language;
  readonly consents: readonly ConsentLine[];
}): Markup {
  const words = textsFor(language).contacts.consents;
  return (
    <Table
      caption={words.caption}
      rows={consents}
      columns={[
        {
          heading: words.addressee,
          rowHeading: true,
          cell: (line) => (
            <>
              <a class="breaks" href={`${PATH}/${line.id}`}>
                {addresseeOf(line)}
              </a>
              <br />
              <span class="small muted breaks">{line.email}</span>
            </>
          ),
        },
        { heading: words.stated, cell: (line) => shortDate(language, line.statedOn, { year: true }) },
        { heading: words.ground, cell: (line) => words.grounds[line.basis] },
        { heading: words.source, cell: (line) => words.sources[line.source] },
        {
          heading: words.state,
          cell: (line) =>
            line.withdrawn === null ? (
              <Pill tone="ok">{words.stands}</Pill>
            ) : (
              <>
                <Pill tone="warn">{words.withdrawn}</Pill>
                <br />
                <span class="small muted">{shortDateTime(language, line.withdrawn.at, { year: true })}</span>
              </>
            ),
        },
      ]}
    />
  );
}

/** Headings and codes are those of our other files, the same in every language. */
const COLUMNS = [
  "id",
  "email",
  "name",
  "first_names",
  "consent_basis",
  "consent_on",
  "consent_words",
  "source",
  "recorded_at",
  "withdrawn_at",
  "withdrawn_by",
  "withdrawn_words",
];

async function* exportFile(
  pages: AsyncIterable<readonly ConsentLine[]>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(COLUMNS)}`);
  for await (const page of pages) {
    const lines = page.map((line) =>
      csvLine([
        line.id,
        line.email,
        line.name,
        line.firstNames ?? "",
        line.basis,
        line.statedOn.toString(),
        line.words ?? "",
        line.source,
        line.recordedAt.toString(),
        line.withdrawn?.at.toString() ?? "",
        line.withdrawn?.by ?? "",
        line.withdrawn?.words ?? "",
      ]),
    );
    yield encoder.encode(lines.join(""));
  }
}

/** The facts of one row, for its statement. */
export function consentFacts(language: Language, line: ConsentLine) {
  const words = textsFor(language).contacts.consents;
  const withdrawn = line.withdrawn;
  return [
    { term: words.addressee, value: addresseeOf(line) },
    { term: words.email, value: line.email },
    { term: words.stated, value: dateInWords(language, line.statedOn) },
    { term: words.ground, value: words.grounds[line.basis] },
    { term: words.words, value: line.words ?? words.noWords },
    { term: words.source, value: words.sources[line.source] },
    { term: words.recorded, value: shortDateTime(language, line.recordedAt, { year: true, seconds: true }) },
    {
      term: words.state,
      value:
        withdrawn === null
          ? words.stands
          : `${words.withdrawn}: ${words.withdrawnOn(
              shortDateTime(language, withdrawn.at, { year: true, seconds: true }),
              words.by[withdrawn.by],
            )}`,
    },
    ...(withdrawn?.words ? [{ term: words.withdrawnWords, value: withdrawn.words }] : []),
  ];
}
