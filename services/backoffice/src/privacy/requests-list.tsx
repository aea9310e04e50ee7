// The privacy desk's queue: what is due first on top, each with its clock; what is to be carried out, and what is done.

import { type Language, mayAct } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import {
  listRequests,
  REQUEST_VIEWS,
  type RequestCounts,
  type RequestLine,
  type RequestPage,
  type RequestView,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  type Column,
  Empty,
  type Markup,
  Note,
  PageHead,
  Pagination,
  SectionNav,
  Table,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { arrivalInWords, ClockPill } from "./requests-words.tsx";

export const requestsRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/privacy/requests", async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const view = REQUEST_VIEWS.find((each) => each === c.req.query("view")) ?? "open";
    const cursor = c.req.query("cursor");
    const page = await listRequests(deps.ctx, reader, { view, ...(cursor ? { cursor } : {}) });
    const officer = mayAct(reader.staff.roles, "privacy_officer");
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).rights.desk.title,
      current: "requests",
      body({ language }) {
        const words = textsFor(language).rights.desk;
        const { overdue } = page.counts;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            {overdue > 0 && <Note tone="stop">{words.list.overdueNote(overdue)}</Note>}
            <p>
              <b>{countsInWords(language, page.counts)}</b>
            </p>
            {officer && (
              <p>
                <Button href="/privacy/book-request" icon="plus">
                  {words.list.book}
                </Button>
              </p>
            )}
            <SectionNav
              label={words.list.views}
              sections={REQUEST_VIEWS.map((each) => ({
                href: pathOf(each),
                label: words.list[each],
                current: each === view,
              }))}
            />
            <Card id="requests">
              <Lines language={language} view={view} page={page} />
            </Card>
          </>
        );
      },
    });
  });
};

export function countsInWords(language: Language, counts: RequestCounts): string {
  const { open, overdue, pressing, toCarryOut } = counts;
  return textsFor(language).rights.desk.list.counts(open, overdue, pressing, toCarryOut);
}

function pathOf(view: RequestView, cursor?: string): string {
  return `/privacy/requests?${new URLSearchParams({ view, ...(cursor === undefined ? {} : { cursor }) }).toString()}`;
}

function Lines({
  language,
  view,
  page,
}: {
  readonly language: Language;
  readonly view: RequestView;
  readonly page: RequestPage;
}): Markup {
  const words = textsFor(language).rights.desk.list;
  if (page.lines.length === 0) return <Empty title={words.emptyTitle} text={words.emptyText} />;
  const to = (cursor: string | null) => (cursor === null ? undefined : pathOf(view, cursor));
  return (
    <>
      <Table caption={words.caption} rows={page.lines} columns={columnsOf(language)} />
      <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
    </>
  );
}

function columnsOf(language: Language): readonly Column<RequestLine>[] {
  const { list: words, kinds, states, channels } = textsFor(language).rights.desk;
  return [
    {
      heading: words.name,
      rowHeading: true,
      cell: ({ id, name, number }) => (
        <>
          <a class="breaks" href={`/privacy/requests/${id}`}>
            {name}
          </a>
          <br />
          <span class="small muted">
            {words.number} {String(number)}
          </span>
        </>
      ),
    },
    {
      heading: words.kind,
      cell: ({ kind, channel }) => (
        <>
          {kinds[kind]}
          <br />
          <span class="small muted">{channels[channel]}</span>
        </>
      ),
    },
    {
      heading: words.due,
      cell: ({ dueOn }) =>
        dueOn === null ? "" : <time datetime={dueOn.toString()}>{dateInWords(language, dueOn)}</time>,
    },
    {
      heading: words.clock,
      cell: ({ clock, state }) => <ClockPill language={language} clock={clock} state={state} />,
    },
    {
      heading: words.state,
      cell: ({ state, waits, senderSilent, letterOwed }) => (
        <>
          {waits ? words.waits : states[state]}
          {senderSilent && (
            <>
              <br />
              <b>{words.silent}</b>
            </>
          )}
          {letterOwed && (
            <>
              <br />
              <b>{words.letterOwed}</b>
            </>
          )}
        </>
      ),
    },
    { heading: words.received, cell: ({ receivedAt }) => arrivalInWords(language, receivedAt) },
  ];
}
