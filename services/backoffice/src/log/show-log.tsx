// The staff log for the auditor: who did or looked at what, by person and act, in pages by cursor.

import { isStaffAct, isStaffRole, type Language, STAFF_ACTS, type StaffAct } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import {
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
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import { placeInWords, rolesInWords } from "../frame/words.ts";
import type { BackofficeRoutes } from "../routes.ts";

export const logRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/log", async (c) => {
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
            <Card id="entries">
              <Entries language={language} query={query} page={page} />
            </Card>
          </>
        );
      },
    });
  });
};

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

function pathOf({ staffId, act, subject, cursor }: StaffLogQuery): string {
  const query = new URLSearchParams({
    ...(staffId ? { person: staffId } : {}),
    ...(act ? { act } : {}),
    ...(subject ? { subject } : {}),
    ...(cursor ? { cursor } : {}),
  }).toString();
  return query === "" ? "/log" : `/log?${query}`;
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
    <form method="get" action="/log" role="search" class="fields" aria-label={words.filter}>
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
        <Button href="/log">{words.showAll}</Button>
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
