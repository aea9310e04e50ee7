// What happened to a request, by whom and when, the latest first; each letter as PDF.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import type { RequestDetail } from "@posthorn/usecases";
import { Card, type Markup } from "@posthorn/web";

export function HistoryCard({
  language,
  detail,
}: {
  readonly language: Language;
  readonly detail: RequestDetail;
}): Markup {
  const words = textsFor(language).rights.desk.history;
  const named = (event: string) =>
    Object.entries(words.events).find(([name]) => name === event)?.[1] ?? event;
  return (
    <Card id="history" title={words.title}>
      <ul class="stack">
        {detail.events.map(({ id, at, event, by, letter }) => (
          <li>
            <b>{named(event)}</b>, {dateTimeInWords(language, at)}
            {by !== null && (
              <>
                , {words.by} {by}
              </>
            )}
            {letter !== null && (
              <>
                <br />
                <a href={`/privacy/requests/${detail.row.id}/letters/${id}`} download="">
                  {words.saveLetter}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {detail.earlier !== null && (
        <p>
          <a href={`/privacy/requests/${detail.row.id}?before=${detail.earlier}#history`}>{words.earlier}</a>
        </p>
      )}
    </Card>
  );
}
