// Legal holds at the privacy desk, by state; those that wait for a decision first.

import type { Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { type DeskHoldLine, HOLD_STATES, type HoldState, listHolds } from "@posthorn/usecases";
import {
  Button,
  Card,
  type Column,
  Empty,
  PageHead,
  Pagination,
  Pill,
  SectionNav,
  Table,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";

export const HOLDS_PATH = "/privacy/holds";
/** A path of its own: a page is logged by the pattern that is its alone. */
export const PLACE_HOLD_PATH = "/privacy/place-hold";

export const holdsRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(HOLDS_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const state = HOLD_STATES.find((each) => each === c.req.query("state")) ?? "asked";
    const cursor = c.req.query("cursor");
    const page = await listHolds(deps.ctx, reader, { state, ...(cursor ? { cursor } : {}) });
    const to = (place: string | null) => (place === null ? undefined : pathOf(state, place));
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).holds.desk.title,
      current: "holds",
      body({ language }) {
        const { holds } = textsFor(language);
        const words = holds.desk;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <SectionNav
              label={words.views}
              sections={HOLD_STATES.map((each) => ({
                href: pathOf(each),
                label: each === "asked" ? words.count(holds.states.asked, page.waiting) : holds.states[each],
                current: each === state,
              }))}
            />
            <Card id="holds">
              {page.lines.length === 0 ? (
                <Empty title={words.emptyTitle} text={words.empty} />
              ) : (
                <>
                  <Table caption={words.caption} rows={page.lines} columns={columnsOf(language)} />
                  <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
                </>
              )}
            </Card>
            <p>
              <Button href={PLACE_HOLD_PATH}>{words.placeOwn}</Button>
            </p>
          </>
        );
      },
    });
  });
};

function pathOf(state: HoldState, cursor?: string): string {
  return `${HOLDS_PATH}?${new URLSearchParams({ state, ...(cursor === undefined ? {} : { cursor }) }).toString()}`;
}

function columnsOf(language: Language): readonly Column<DeskHoldLine>[] {
  const { holds } = textsFor(language);
  const words = holds.desk;
  return [
    {
      heading: words.about,
      rowHeading: true,
      cell: (line) => (
        <>
          <a href={`${HOLDS_PATH}/${line.id}`}>{holds.scopes[line.scope]}</a>
          <br />
          <span class="mono small breaks">{line.scopeId}</span>
        </>
      ),
    },
    { heading: words.ground, cell: (line) => holds.grounds[line.ground] },
    { heading: words.by, cell: (line) => (line.bySender ? words.bySender : words.byDesk) },
    { heading: words.askedAt, cell: (line) => dateTimeInWords(language, line.askedAt) },
    {
      heading: words.endsOn,
      cell: (line) => (
        <>
          {line.endsOn !== null && dateInWords(language, line.endsOn)}
          {line.liftAsked && (
            <>
              <br />
              <Pill tone="warn">{words.liftAsked}</Pill>
            </>
          )}
        </>
      ),
    },
  ];
}
