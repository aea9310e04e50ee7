// What was sent: searched, filtered by state, in pages by cursor.

import { DELIVERY_STATES, type DeliveryStateName, type Language } from "@posthorn/domain";
import {
  brusselsDate,
  dateInWords,
  numberInWords,
  shortDate,
  shortDateTime,
  textsFor,
} from "@posthorn/texts";
import { listDeliveries, type SentLine, type SentPage, type SentQuery } from "@posthorn/usecases";
import {
  Button,
  Card,
  Empty,
  type Markup,
  PageHead,
  Pagination,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import { AddresseeCell, StatePill } from "../frame/state-pill.tsx";
import type { PortalRoutes } from "../routes.ts";

const OF_LETTERS: readonly DeliveryStateName[] = [
  "to_print",
  "printed",
  "posted",
  "post_delivered",
  "post_returned",
  "post_unknown",
  "post_failed",
];
const ELECTRONIC = DELIVERY_STATES.filter((state) => !OF_LETTERS.includes(state));

export const sentRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/sent", async (c) => {
    const member = await sessions.require(c);
    const query = queryOf(c);
    const page = await listDeliveries(deps.ctx, member, query);
    const { language, words } = {
      language: c.get("language"),
      words: textsFor(c.get("language")).portal.sent,
    };
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "sent",
      body: () => (
        <>
          <PageHead language={language} title={words.title} />
          <Card id="find">
            <SearchForm language={language} query={query} />
            <Filters language={language} query={query} letters={deps.ctx.settings.letters !== null} />
          </Card>
          <Found language={language} query={query} page={page} />
          <div class="row">
            <Button kind="quiet" href="/falling">
              {textsFor(language).holds.falling.title}
            </Button>
            <Button kind="quiet" href="/holds">
              {textsFor(language).holds.own.title}
            </Button>
          </div>
        </>
      ),
    });
  });
};

function queryOf(c: WebContext): SentQuery {
  const state = DELIVERY_STATES.find((each) => each === c.req.query("state"));
  const words = c.req.query("q")?.normalize("NFC").slice(0, 200).trim();
  const cursor = c.req.query("cursor");
  return {
    ...(state ? { state } : {}),
    ...(words ? { words } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

function pathOf({ words, state, cursor }: SentQuery): string {
  const query = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(state ? { state } : {}),
    ...(cursor ? { cursor } : {}),
  }).toString();
  return query === "" ? "/sent" : `/sent?${query}`;
}

interface FindProps {
  readonly language: Language;
  readonly query: SentQuery;
}

function SearchForm({ language, query }: FindProps): Markup {
  const words = textsFor(language).portal.sent;
  return (
    <form method="get" action="/sent" role="search" class="search">
      {query.state !== undefined && <input type="hidden" name="state" value={query.state} />}
      <div class="field">
        <label for="q">{words.search}</label>
        <input class="input" type="search" id="q" name="q" value={query.words ?? ""} autocomplete="off" />
      </div>
      <Button icon="search">{textsFor(language).common.buttons.search}</Button>
    </form>
  );
}

/** `letters`: they follow here, so that deliveries can be in their states too. */
function Filters({ language, query, letters }: FindProps & { readonly letters: boolean }): Markup {
  const { portal, track } = textsFor(language);
  const chips = [
    { label: portal.sent.all, state: undefined },
    ...[...ELECTRONIC, ...(letters ? OF_LETTERS : [])].map((state) => ({
      label: track.states[state],
      state,
    })),
  ];
  return (
    <nav aria-label={portal.sent.filter}>
      <ul class="chips">
        {chips.map(({ label, state }) => (
          <li>
            <a
              class="chip"
              href={pathOf({ ...(query.words ? { words: query.words } : {}), ...(state ? { state } : {}) })}
              {...(query.state === state ? { "aria-current": "true" as const } : {})}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Found({ language, query, page }: FindProps & { readonly page: SentPage }): Markup {
  const { portal } = textsFor(language);
  const words = portal.sent;
  const nothingAsked = query.words === undefined && query.state === undefined && query.cursor === undefined;
  const to = (cursor: string | null) => (cursor === null ? undefined : pathOf({ ...query, cursor }));
  if (page.lines.length === 0 && page.lookedBackTo === null) {
    return (
      <Card id="list">
        {nothingAsked ? (
          <Empty title={portal.overview.emptyTitle} text={portal.overview.emptyText} icon="mail">
            <Button kind="primary" href="/compose">
              {portal.menu.newMessage}
            </Button>
          </Empty>
        ) : (
          <Empty title={words.emptyTitle} text={words.emptyText} icon="search">
            <Button href="/sent">{words.showAll}</Button>
          </Empty>
        )}
      </Card>
    );
  }
  return (
    <Card id="list">
      <SentTable language={language} lines={page.lines} />
      {page.lookedBackTo !== null && (
        <p>
          {words.lookedBack(dateInWords(language, brusselsDate(page.lookedBackTo)))}{" "}
          <a href={to(page.next)}>{words.further}</a>
        </p>
      )}
      <Pagination
        language={language}
        previous={to(page.previous)}
        next={page.lookedBackTo === null ? to(page.next) : undefined}
      />
    </Card>
  );
}

export function SentTable({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly SentLine[];
}): Markup {
  const words = textsFor(language).portal.sent;
  return (
    <Table
      caption={words.caption}
      rows={lines}
      columns={[
        {
          heading: words.message,
          rowHeading: true,
          cell: (line) => (
            <>
              <a href={`/deliveries/${line.id}`}>{line.subject}</a>
              {line.deliveryCount > 1 && (
                <>
                  <br />
                  <a class="small" href={`/messages/${line.messageId}`}>
                    {words.oneOf(
                      numberInWords(language, line.ordinal),
                      numberInWords(language, line.deliveryCount),
                    )}
                  </a>
                </>
              )}
            </>
          ),
        },
        {
          heading: words.addressee,
          cell: (line) => <AddresseeCell language={language} line={line} />,
        },
        { heading: words.accepted, cell: (line) => shortDateTime(language, line.acceptedAt) },
        {
          heading: words.state,
          cell: (line) => (
            <>
              <StatePill language={language} state={line.state} />
              {line.state === "notified" && line.collectUntil !== null && (
                <>
                  <br />
                  <span class="small muted">
                    {words.until} {shortDate(language, line.collectUntil)}
                  </span>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
