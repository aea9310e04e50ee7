// The log of the account's use: filtered, in pages, and to take along as CSV.

import { csvLine, type Language } from "@posthorn/domain";
import { actInWords, brusselsDate, dateInWords, shortDateTime, textsFor } from "@posthorn/texts";
import {
  type AccessLine,
  type AccessPage,
  type AccessQuery,
  exportAccessLog,
  readAccessLog,
  USE_KINDS,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  Empty,
  Field,
  type Markup,
  PageHead,
  Pagination,
  sendAttachment,
  streamOf,
  Table,
} from "@posthorn/web";
import { renderAccountPage } from "../company/account-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { addressOf, LOG_PATH, readQuery } from "./read-query.ts";

const EXPORT_PATH = `${LOG_PATH}/export.csv`;

export const accessLogRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(LOG_PATH, async (c) => {
    const member = await sessions.require(c);
    const query = readQuery(c);
    const page = await readAccessLog(deps.ctx, member, query);
    const words = textsFor(c.get("language")).accountSettings.log;
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "log",
      body: ({ language }) => (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          <Filter language={language} query={query} />
          <Lines language={language} query={query} page={page} />
        </>
      ),
    });
  });

  app.get(EXPORT_PATH, async (c) => {
    const member = await sessions.require(c);
    const { cursor: _, ...query } = readQuery(c);
    const visitor = visitorOf(c);
    const lines = await exportAccessLog(deps.ctx, {
      holder: member,
      query,
      visitor,
      arrivedAt: deps.arrivedAt(),
    });
    return sendAttachment(c, streamOf(csvOf(c.get("language"), lines)), {
      filename: "access-log.csv",
      type: "text/csv; charset=utf-8",
    });
  });
};

interface LogProps {
  readonly language: Language;
  readonly query: AccessQuery;
}

function Filter({ language, query }: LogProps): Markup {
  const words = textsFor(language).accountSettings.log;
  const day = (name: "from" | "to") => (
    <Field
      language={language}
      name={name}
      type="date"
      label={words[name]}
      value={query[name]?.toString()}
      optional
      short
    />
  );
  return (
    <Card id="filter">
      <form method="get" action={LOG_PATH} class="stack">
        {query.personId !== undefined && <input type="hidden" name="person" value={query.personId} />}
        <div class="fields">
          <Field
            language={language}
            name="kind"
            type="select"
            label={words.kind}
            value={query.kind ?? ""}
            options={[
              { value: "", label: words.kinds.all },
              ...USE_KINDS.map((value) => ({ value, label: words.kinds[value] })),
            ]}
          />
          {day("from")}
          {day("to")}
        </div>
        <div class="row">
          <Button icon="search">{words.filter}</Button>
          {query.personId !== undefined && (
            <Button href={addressOf({ ...query, personId: undefined, cursor: undefined })}>
              {words.allPeople}
            </Button>
          )}
          <Button
            href={addressOf({ ...query, cursor: undefined }, EXPORT_PATH)}
            download
            describedBy="export-hint"
          >
            {words.export}
          </Button>
        </div>
        <p class="hint" id="export-hint">
          {words.exportHint}
        </p>
      </form>
    </Card>
  );
}

function Lines({ language, query, page }: LogProps & { readonly page: AccessPage }): Markup {
  const words = textsFor(language).accountSettings.log;
  const further = page.next === null ? undefined : addressOf({ ...query, cursor: page.next });
  return (
    <Card id="list">
      {page.lines.length === 0 && page.lookedBackTo === null ? (
        <Empty title={words.none} text={words.noneHint} icon="search">
          <Button href={LOG_PATH}>{words.newest}</Button>
        </Empty>
      ) : (
        <Table
          caption={words.caption}
          rows={page.lines}
          columns={[
            { heading: words.when, rowHeading: true, cell: ({ at }) => shortDateTime(language, at) },
            { heading: words.who, cell: (line) => <Who language={language} query={query} line={line} /> },
            {
              heading: words.what,
              cell: ({ act, subject }) => (
                <>
                  {actInWords(language, act)}
                  {subject !== null && (
                    <>
                      <br />
                      <span class="small muted">{subject}</span>
                    </>
                  )}
                </>
              ),
            },
            {
              heading: words.where,
              cell: ({ ip, browser, os }) => (
                <>
                  {ip}
                  <br />
                  <span class="small muted">
                    {browser}, {os}
                  </span>
                </>
              ),
            },
          ]}
        />
      )}
      {page.lookedBackTo !== null && (
        <p>
          {words.lookedBack(dateInWords(language, brusselsDate(page.lookedBackTo)))}{" "}
          <a href={further}>{words.further}</a>
        </p>
      )}
      <Pagination
        language={language}
        previous={query.cursor === undefined ? undefined : addressOf({ ...query, cursor: undefined })}
        next={page.lookedBackTo === null ? further : undefined}
      />
    </Card>
  );
}

/** A name leads to this person's uses alone. */
function Who({ language, query, line }: LogProps & { readonly line: AccessLine }): Markup {
  const words = textsFor(language).accountSettings.log;
  const { personId, personName } = line;
  if (personId === null) return <>{words.nobody}</>;
  const name = personName ?? personId;
  if (query.personId === personId) return <>{name}</>;
  return (
    <a href={addressOf({ ...query, personId, cursor: undefined })}>
      <span class="vh">{words.onlyPerson} </span>
      {name}
    </a>
  );
}

/** RFC 4180 with a byte order mark, by which spreadsheets know that it is UTF-8; times are UTC. */
async function* csvOf(language: Language, lines: AsyncIterable<AccessLine>): AsyncGenerator<Uint8Array> {
  const words = textsFor(language).accountSettings.log;
  const encoder = new TextEncoder();
  const columns = [
    words.when,
    words.who,
    words.person,
    words.what,
    "act",
    "IP",
    "browser",
    "os",
    words.about,
  ];
  yield encoder.encode(`\ufeff${csvLine(columns)}`);
  for await (const { at, personId, personName, act, ip, browser, os, subject } of lines) {
    const cells = [
      at.toString(),
      personName ?? "",
      personId ?? "",
      actInWords(language, act),
      act,
      ip,
      browser,
      os,
    ];
    yield encoder.encode(csvLine([...cells, subject ?? ""]));
  }
}
