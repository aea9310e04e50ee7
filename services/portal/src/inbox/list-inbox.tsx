// Received: the registered messages to whoever is signed in, newest first, in pages by cursor.

import type { Language } from "@posthorn/domain";
import { brusselsDate, shortDate, shortDateTime, textsFor } from "@posthorn/texts";
import { type InboxLine, listInbox } from "@posthorn/usecases";
import { Button, Card, Empty, type Markup, Note, PageHead, Pagination, Pill, Table } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import { STATE_TONES } from "../frame/state-pill.tsx";
import type { PortalRoutes } from "../routes.ts";
import { INBOX } from "./place.ts";

export const listInboxRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(INBOX, async (c) => {
    const member = await sessions.require(c);
    // A company receives by its members, each in his own name: it has no inbox.
    if (member.accountKind !== "private") return c.redirect("/", 303);
    const page = await listInbox(deps.ctx, member, c.req.query("cursor"));
    const today = brusselsDate(deps.arrivedAt());
    const language = c.get("language");
    const words = textsFor(language).inbox;
    const to = (cursor: string | null) => (cursor === null ? undefined : `${INBOX}?cursor=${cursor}`);
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "inbox",
      body: () => (
        <>
          <PageHead language={language} title={words.title} lead={words.lead} />
          {!member.identified && <IdentifyFirst language={language} />}
          <Card id="list">
            {page.lines.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.emptyText} icon="inbox" />
            ) : (
              <Lines language={language} lines={page.lines} today={today} />
            )}
            <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
          </Card>
        </>
      ),
    });
  });
};

function IdentifyFirst({ language }: { readonly language: Language }): Markup {
  const words = textsFor(language).inbox;
  return (
    <Note tone="warn">
      <p>{words.identifyFirst}</p>
      <p>
        <Button href="/identify">{words.identify}</Button>
      </p>
    </Note>
  );
}

interface LinesProps {
  readonly language: Language;
  readonly lines: readonly InboxLine[];
  readonly today: Temporal.PlainDate;
}

function Lines({ language, lines, today }: LinesProps): Markup {
  const { collect, inbox: words } = textsFor(language);
  return (
    <Table
      caption={words.caption}
      rows={lines}
      columns={[
        {
          heading: words.from,
          rowHeading: true,
          cell: (line) => (
            <a href={`${INBOX}/${line.deliveryId}`}>{line.sender ?? collect.hiddenSender.name}</a>
          ),
        },
        { heading: words.received, cell: (line) => shortDateTime(language, line.cameAt) },
        { heading: words.state, cell: (line) => <State language={language} line={line} /> },
        {
          heading: words.readable,
          cell: (line) => (
            <>
              <Readable language={language} line={line} today={today} />
              {line.heldUntil !== null && (
                <p class="small">
                  {textsFor(language).holds.addressee.held(
                    shortDate(language, line.heldUntil, { year: true }),
                  )}
                </p>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

interface LineProps {
  readonly language: Language;
  readonly line: InboxLine;
}

function State({ language, line }: LineProps): Markup {
  const words = textsFor(language).inbox;
  const waits = line.finalAt === null && line.collectUntil !== null && line.state === "notified";
  return (
    <>
      <Pill tone={line.finalAt === null ? "info" : STATE_TONES[line.state]}>{words.states[line.state]}</Pill>
      {waits && line.collectUntil !== null && (
        <>
          <br />
          <span class="small muted">
            {words.until} {shortDate(language, line.collectUntil)}
          </span>
        </>
      )}
    </>
  );
}

/** The reader's own countdown: until when what he accepted can be read. */
function Readable({ language, line, today }: LineProps & Pick<LinesProps, "today">): Markup {
  const words = textsFor(language).inbox;
  if (line.keptUntil === null) return <>–</>;
  const until = `${words.until} ${shortDate(language, line.keptUntil, { year: true })}`;
  if (Temporal.PlainDate.compare(today, line.keptUntil) <= 0) return <>{until}</>;
  return (
    <>
      {words.noLonger}
      <br />
      <span class="small muted">{until}</span>
    </>
  );
}
