// The register of breaches at the privacy desk: the list with what is overdue, and the form that opens an entry.

import { type Language, mayAct } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { type BreachLine, listBreaches, openBreach } from "@posthorn/usecases";
import {
  Button,
  Card,
  Empty,
  errorAt,
  Field,
  type Markup,
  Note,
  PageHead,
  Pagination,
  Pill,
  readForm,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { BreachFields, breachLabel, rawBreach } from "./breaches-fields.tsx";
import { entryPage } from "./entry-page.tsx";
import { type Answer, answerTo } from "./holds-answer.tsx";
import { BREACHES_PATH, RegistersNav, typedIn } from "./registers-frame.tsx";

const NEW_PATH = "/privacy/enter-breach";

export const breachesRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(BREACHES_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const cursor = c.req.query("cursor");
    const page = await listBreaches(deps.ctx, reader, cursor ? { cursor } : {});
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).registers.breaches.title,
      current: "registers",
      body({ language }) {
        const words = textsFor(language).registers.breaches;
        const overdue = page.lines.reduce((sum, line) => sum + line.overdue, 0);
        const to = (at: string | null) =>
          at === null ? undefined : `${BREACHES_PATH}?${new URLSearchParams({ cursor: at }).toString()}`;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <RegistersNav language={language} roles={reader.staff.roles} current="breaches" />
            {overdue > 0 && (
              <Note tone="stop" role="alert">
                {words.overdueTitle(overdue)}
              </Note>
            )}
            <p class="small muted">
              {page.checkedWholeAt === null
                ? words.neverChecked
                : words.checked(dateTimeInWords(language, page.checkedWholeAt))}
            </p>
            {mayAct(reader.staff.roles, "privacy_officer") && (
              <p>
                <Button kind="primary" href={NEW_PATH}>
                  {words.add}
                </Button>
              </p>
            )}
            <Card id="breaches">
              {page.lines.length === 0 ? (
                <Empty title={words.none} text={words.noneText} />
              ) : (
                <>
                  <Lines language={language} lines={page.lines} />
                  <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
                </>
              )}
            </Card>
          </>
        );
      },
    });
  });

  app.get(NEW_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    await sessions.require(c);
    return newPage(c, reader, {});
  });

  app.post(NEW_PATH, async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const typed = typedIn(form);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused) return newPage(c, reader, { typed, refusal: refused.words, status: refused.status });
    try {
      const noticedAt = typed["noticed_at"] ?? "";
      const id = await openBreach(deps.ctx, reader, { ...rawBreach(typed), noticedAt });
      return c.redirect(`${BREACHES_PATH}/${id}?done=opened`, 303);
    } catch (error) {
      const answer = answerTo(c, error, {});
      if (answer === null) throw error;
      return newPage(c, reader, { ...answer, typed });
    }
  });
};

function newPage(c: WebContext, reader: Reader, answer: Answer): Promise<Response> {
  const { errors = [], typed = {} } = answer;
  const language = c.get("language");
  const words = textsFor(language).registers.breaches;
  return entryPage(c, reader, answer, {
    id: "open",
    title: words.add,
    list: { label: words.title, href: BREACHES_PATH },
    action: NEW_PATH,
    button: words.open,
    labelOf: (path) => breachLabel(language, path),
    fields: () => (
      <>
        <Field
          language={language}
          name="noticed_at"
          label={words.noticed}
          hint={words.noticedHint}
          value={typed["noticed_at"]}
          error={errorAt(language, errors, "noticed_at")}
          autocomplete="off"
          maxLength={20}
        />
        <BreachFields language={language} typed={typed} errors={errors} />
      </>
    ),
  });
}

function Lines({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly BreachLine[];
}): Markup {
  const words = textsFor(language).registers.breaches;
  const when = (at: Temporal.Instant | null) =>
    at === null ? "" : <time datetime={at.toString()}>{dateTimeInWords(language, at)}</time>;
  return (
    <Table
      caption={words.caption}
      rows={lines}
      columns={[
        {
          heading: words.number,
          rowHeading: true,
          cell: ({ id, number, openedByItself }) => (
            <>
              <a href={`${BREACHES_PATH}/${id}`}>{words.one(number)}</a>
              {openedByItself && (
                <>
                  <br />
                  <span class="small muted">{words.byItself}</span>
                </>
              )}
            </>
          ),
        },
        { heading: words.noticed, cell: ({ noticedAt }) => when(noticedAt) },
        {
          heading: words.standing,
          cell: ({ closedAt, open, overdue }) =>
            closedAt === null ? (
              <Pill tone={overdue > 0 ? "stop" : "warn"}>{words.openDuties(open, overdue)}</Pill>
            ) : (
              words.closedOn(dateTimeInWords(language, closedAt))
            ),
        },
        { heading: words.next, cell: ({ nextDueAt }) => when(nextDueAt) },
      ]}
    />
  );
}
