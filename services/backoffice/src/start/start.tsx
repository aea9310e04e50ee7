// The first page after signing in: when one was here last, and the desks that open.

import { type Language, mayRead } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { countOpenRequests, countQueue, findEarlierSignIn, type QueueCounts } from "@posthorn/usecases";
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
                  <p>
                    <b>{countsInWords(language, requests)}</b>
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
