// The registration desk's first page: companies that wait, the longest first, and those that were decided.

import { formatEnterpriseNumber, type Language } from "@posthorn/domain";
import { dateTimeInWords, durationInWords, textsFor } from "@posthorn/texts";
import {
  APPLICATION_STATES,
  type ApplicationLine,
  type ApplicationPage,
  type ApplicationState,
  listApplications,
} from "@posthorn/usecases";
import {
  Card,
  type Column,
  Empty,
  type Markup,
  PageHead,
  Pagination,
  SectionNav,
  Table,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";

export const companiesRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/companies", async (c) => {
    const reader = await sessions.requireReader(c, "registration_officer");
    const state = APPLICATION_STATES.find((each) => each === c.req.query("state")) ?? "submitted";
    const cursor = c.req.query("cursor");
    const page = await listApplications(deps.ctx, reader, { state, ...(cursor ? { cursor } : {}) });
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).mandates.list.title,
      current: "companies",
      body({ language }) {
        const words = textsFor(language).mandates.list;
        const { longestSince, count } = page.waiting;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <SectionNav label={words.views} sections={viewsOf(language, state, count)} />
            {longestSince !== null && (
              <p>{words.waiting(count, ageInWords(language, longestSince, reader.arrivedAt))}</p>
            )}
            <Card id="companies">
              <Lines language={language} state={state} page={page} now={reader.arrivedAt} />
            </Card>
          </>
        );
      },
    });
  });
};

function ageInWords(language: Language, since: Temporal.Instant, now: Temporal.Instant): string {
  return durationInWords(language, now.since(since));
}

function pathOf(state: ApplicationState, cursor?: string): string {
  return `/companies?${new URLSearchParams({ state, ...(cursor === undefined ? {} : { cursor }) }).toString()}`;
}

function viewsOf(language: Language, current: ApplicationState, waiting: number) {
  const words = textsFor(language).mandates.list;
  return APPLICATION_STATES.map((state) => ({
    href: pathOf(state),
    label: state === "submitted" ? words.count(words[state], waiting) : words[state],
    current: state === current,
  }));
}

interface LinesProps {
  readonly language: Language;
  readonly state: ApplicationState;
  readonly page: ApplicationPage;
  readonly now: Temporal.Instant;
}

function Lines({ language, state, page, now }: LinesProps): Markup {
  const words = textsFor(language).mandates.list;
  const to = (cursor: string | null) => (cursor === null ? undefined : pathOf(state, cursor));
  if (page.lines.length === 0) {
    const text = state === "submitted" ? words.emptyWaiting : words.emptyDecided;
    return <Empty title={words.emptyTitle} text={text} />;
  }
  return (
    <>
      <Table caption={words.caption} rows={page.lines} columns={columnsOf(language, state, now)} />
      <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
    </>
  );
}

function columnsOf(
  language: Language,
  state: ApplicationState,
  now: Temporal.Instant,
): readonly Column<ApplicationLine>[] {
  const words = textsFor(language).mandates.list;
  const when = (at: Temporal.Instant | null) =>
    at === null ? "" : <time datetime={at.toString()}>{dateTimeInWords(language, at)}</time>;
  return [
    {
      heading: words.company,
      rowHeading: true,
      cell: ({ id, companyName }) => (
        <a class="breaks" href={`/companies/${id}`}>
          {companyName}
        </a>
      ),
    },
    {
      heading: words.number,
      cell: ({ enterpriseNumber }) => (
        <span class="mono nowrap">{formatEnterpriseNumber(enterpriseNumber)}</span>
      ),
    },
    { heading: words.submittedAt, cell: ({ submittedAt }) => when(submittedAt) },
    state === "submitted"
      ? {
          heading: words.waits,
          cell: ({ submittedAt }) => (submittedAt === null ? "" : ageInWords(language, submittedAt, now)),
        }
      : { heading: words.decidedAt, cell: ({ decidedAt }) => when(decidedAt) },
    { heading: words.round, number: true, cell: ({ round }) => String(round) },
  ];
}
