// The staff log for the auditor: who did or looked at what, by person and act, in pages by cursor.

import { csvLine, isStaffAct, isStaffRole, type Language, STAFF_ACTS, type StaffAct } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import {
  exportStaffLog,
  listStaff,
  listStaffLog,
  type StaffLine,
  type StaffLogLine,
  type StaffLogPage,
  type StaffLogQuery,
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
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import { placeInWords, rolesInWords } from "../frame/words.ts";
import type { BackofficeRoutes } from "../routes.ts";

const LOG_PATH = "/log";
const BYTE_ORDER_MARK = "\uFEFF";

export const logRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(`${LOG_PATH}.csv`, async (c) => {
    const reader = await sessions.requireReader(c, "auditor");
    const lines = await exportStaffLog(deps.ctx, reader, queryOf(c, await listStaff(deps.ctx.db)));
    return sendAttachment(c, streamOf(csvOf(c.get("language"), lines)), {
      filename: "staff-log.csv",
      type: "text/csv; charset=utf-8",
    });
  });

  app.get(LOG_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "auditor");
    const people = await listStaff(deps.ctx.db);
    const query = queryOf(c, people);
    const page = await listStaffLog(deps.ctx, reader, query);
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).backoffice.log.title,
      current: "log",
      body({ language }) {
        const words = textsFor(language).backoffice.log;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <Card id="filter">
              <Filter language={language} query={query} people={people} />
            </Card>
            <p class="row">
              <Button href={fileOf(query)} icon="download" download>
                {words.export}
              </Button>
              <span class="small muted">{words.exportHint}</span>
            </p>
            <Card id="entries">
              <Entries language={language} query={query} page={page} />
            </Card>
          </>
        );
      },
    });
  });
};

async function* csvOf(
  language: Language,
  lines: AsyncIterable<StaffLogLine>,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const { backoffice } = textsFor(language);
  const words = backoffice.log;
  const { columns } = words;
  const encoder = new TextEncoder();
  const heads = [
    words.when,
    words.who,
    words.what,
    columns.act,
    words.subject,
    columns.reason,
    columns.address,
    columns.browser,
    columns.system,
    columns.language,
  ];
  yield encoder.encode(BYTE_ORDER_MARK + csvLine(heads));
  for await (const line of lines)
    yield encoder.encode(
      csvLine([
        line.at.toString(),
        whoOf(language, line),
        backoffice.acts[line.act],
        line.act,
        line.subject ?? "",
        line.reason ?? "",
        line.ip,
        line.browser,
        line.os,
        line.language,
      ]),
    );
}

function queryOf(c: WebContext, people: readonly StaffLine[]): StaffLogQuery {
  const person = people.find(({ id }) => id === c.req.query("person"));
  const act = c.req.query("act") ?? "";
  const subject = (c.req.query("subject") ?? "").trim().slice(0, 200);
  const cursor = c.req.query("cursor");
  return {
    ...(person ? { staffId: person.id } : {}),
    ...(isStaffAct(act) ? { act } : {}),
    ...(subject ? { subject } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

function pathOf({ staffId, act, subject, cursor }: StaffLogQuery, path = LOG_PATH): string {
  const query = new URLSearchParams({
    ...(staffId ? { person: staffId } : {}),
    ...(act ? { act } : {}),
    ...(subject ? { subject } : {}),
    ...(cursor ? { cursor } : {}),
  }).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** All that the filter lets through, whichever page is shown. */
function fileOf({ cursor: _, ...query }: StaffLogQuery): string {
  return pathOf(query, `${LOG_PATH}.csv`);
}

interface FilterProps {
  readonly language: Language;
  readonly query: StaffLogQuery;
  readonly people: readonly StaffLine[];
}

function Filter({ language, query, people }: FilterProps): Markup {
  const { backoffice, common } = textsFor(language);
  const words = backoffice.log;
  const acts = STAFF_ACTS.map((act) => ({ value: act, label: backoffice.acts[act] }));
  return (
    <form method="get" action={LOG_PATH} role="search" class="fields" aria-label={words.filter}>
      <Field
        language={language}
        name="person"
        label={words.person}
        type="select"
        value={query.staffId ?? ""}
        optional={false}
        options={[
          { value: "", label: words.everybody },
          ...people.map(({ id, name, leftAt }) => ({
            value: id,
            label: leftAt === null ? name : words.left(name),
          })),
        ]}
      />
      <Field
        language={language}
        name="act"
        label={words.act}
        type="select"
        value={query.act ?? ""}
        options={[{ value: "", label: words.anything }, ...acts]}
      />
      <Field
        language={language}
        name="subject"
        label={words.subject}
        hint={words.subjectHint}
        value={query.subject ?? ""}
        autocomplete="off"
        maxLength={200}
        optional
        all
      />
      <div class="all">
        <Button icon="search">{common.buttons.filter}</Button>
      </div>
    </form>
  );
}

interface EntriesProps {
  readonly language: Language;
  readonly query: StaffLogQuery;
  readonly page: StaffLogPage;
}

function Entries({ language, query, page }: EntriesProps): Markup {
  const { backoffice } = textsFor(language);
  const words = backoffice.log;
  const to = (cursor: string | null) => (cursor === null ? undefined : pathOf({ ...query, cursor }));
  if (page.lines.length === 0) {
    return (
      <Empty title={words.emptyTitle} text={words.emptyText} icon="search">
        <Button href={LOG_PATH}>{words.showAll}</Button>
      </Empty>
    );
  }
  return (
    <>
      <Table
        caption={words.caption}
        rows={page.lines}
        columns={[
          {
            heading: words.when,
            rowHeading: true,
            cell: ({ at }) => (
              <time datetime={at.toString()}>{dateTimeInWords(language, at, { seconds: true })}</time>
            ),
          },
          { heading: words.who, cell: (line) => whoOf(language, line) },
          {
            heading: words.what,
            cell: (line) => (
              <>
                {backoffice.acts[line.act]}
                {line.subject !== null && (
                  <>
                    <br />
                    <span class="small muted mono">{line.subject}</span>
                  </>
                )}
                {line.reason !== null && (
                  <>
                    <br />
                    <span class="small">{reasonOf(language, line.act, line.reason)}</span>
                  </>
                )}
              </>
            ),
          },
          {
            heading: words.where,
            cell: (line) => (
              <span class="small muted">
                {isOperators(line) ? "" : placeInWords(language, line)}
                {line.language !== "" && ` · ${line.language}`}
              </span>
            ),
          },
        ]}
      />
      <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
    </>
  );
}

function whoOf(language: Language, line: StaffLogLine): string {
  const words = textsFor(language).backoffice.log;
  return line.name ?? (isOperators(line) ? words.operator : words.nobody);
}

/** The operator's entries hold the roles he gave. */
function reasonOf(language: Language, act: StaffAct, reason: string): string {
  if (act !== "invited" && act !== "roles_changed") return textsFor(language).backoffice.log.reason(reason);
  return rolesInWords(language, reason.split(" ").filter(isStaffRole));
}

/** Done at the machine: nobody was signed in, and nothing came over the network. */
function isOperators(line: StaffLogLine): boolean {
  return line.name === null && line.ip === "";
}
