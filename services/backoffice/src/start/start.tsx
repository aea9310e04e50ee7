// The first page after signing in: when one was here last, and the desks that open.

import { type Language, mayRead } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import {
  countAskedHolds,
  countOpenRequests,
  countQueue,
  findEarlierSignIn,
  type QueueCounts,
  type RequestCounts,
} from "@posthorn/usecases";
import { Button, Card, Empty, type Markup, Note, PageHead } from "@posthorn/web";
import { desksOf, renderBackoffice } from "../frame/backoffice-page.tsx";
import { placeInWords } from "../frame/words.ts";
import { countsInWords } from "../privacy/requests-list.tsx";
import type { BackofficeRoutes } from "../routes.ts";

export const startRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/", async (c) => {
    const reader = await sessions.require(c);
    const earlier = await findEarlierSignIn(deps.ctx, reader.staff);
    const desks = desksOf(reader.staff.roles);
    const queue = mayRead(reader.staff.roles, "postal_operator") ? await countQueue(deps.ctx, reader) : null;
    const requests = mayRead(reader.staff.roles, "privacy_officer")
      ? await countOpenRequests(deps.ctx, reader)
      : null;
    const holds = mayRead(reader.staff.roles, "privacy_officer")
      ? await countAskedHolds(deps.ctx, reader)
      : null;
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).backoffice.start.title,
      current: "start",
      body({ language }) {
        const { backoffice } = textsFor(language);
        const words = backoffice.start;
        return (
          <>
            <PageHead language={language} title={words.title} />
            <Note tone={earlier === null ? "warn" : "info"}>
              <p>
                {earlier === null
                  ? words.first
                  : words.last(dateTimeInWords(language, earlier.at), placeInWords(language, earlier))}
              </p>
              {earlier !== null && <p>{words.notYou}</p>}
              <p>
                <a href="/security">{words.toSecurity}</a>
              </p>
            </Note>
            {desks.length === 0 && (
              <Card id="desks">
                <Empty title={backoffice.site} text={words.noPages} />
              </Card>
            )}
            {desks.map((desk) => (
              <Card id={desk.page} title={backoffice.menu[desk.page]}>
                <p>{words[desk.page]}</p>
                {desk.page === "letters" && queue !== null && <QueueLine language={language} queue={queue} />}
                {desk.page === "requests" && requests !== null && (
                  <RequestLines language={language} requests={requests} />
                )}
                {desk.page === "holds" && holds !== null && holds > 0 && (
                  <p>
                    <b>{asked(language, holds)}</b>
                  </p>
                )}
                <p>
                  <Button href={desk.href} icon="forward">
                    {backoffice.menu[desk.page]}
                  </Button>
                </p>
              </Card>
            ))}
          </>
        );
      },
    });
  });
};

/** How many requests wait; what is overdue, here or at a sender, is said loudly. */
function RequestLines({
  language,
  requests,
}: {
  readonly language: Language;
  readonly requests: RequestCounts;
}): Markup {
  const { list } = textsFor(language).rights.desk;
  return (
    <>
      <p>
        <b>{countsInWords(language, requests)}</b>
      </p>
      {requests.overdue > 0 && <Note tone="stop">{list.overdueNote(requests.overdue)}</Note>}
      {requests.silent > 0 && <Note tone="warn">{list.silentNote(requests.silent)}</Note>}
    </>
  );
}

/** How many holds wait for an answer. */
function asked(language: Language, count: number): string {
  const { holds } = textsFor(language);
  return holds.desk.count(holds.states.asked, count);
}

/** How many letters wait, and what presses among them. */
function QueueLine({
  language,
  queue,
}: {
  readonly language: Language;
  readonly queue: QueueCounts;
}): Markup {
  return (
    <p>
      <b>{textsFor(language).postal.waiting(queue.waiting, queue.soon, queue.problems)}</b>
    </p>
  );
}
