// What was done with a batch or a letter, line by line: by whom, when, why, and what came of it.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import type { ActLine } from "@posthorn/usecases";
import { Card, type Markup } from "@posthorn/web";
import { reasonInWords } from "./words.tsx";

export function ActsCard({
  language,
  acts,
}: {
  readonly language: Language;
  readonly acts: readonly ActLine[];
}): Markup {
  const words = textsFor(language).postal.acts;
  return (
    <Card id="acts" title={words.title}>
      {acts.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <ul class="plain-list">
          {acts.map((act) => (
            <Act language={language} act={act} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Act({ language, act }: { readonly language: Language; readonly act: ActLine }): Markup {
  const { acts: words, carrier } = textsFor(language).postal;
  const { kind, by, at, reason, details } = act;
  const said = details?.outcome === undefined ? "" : `: ${carrier.outcomes[details.outcome]}`;
  const because = [reason === null ? null : reasonInWords(language, reason), details?.words].filter(
    (part) => part !== null && part !== undefined,
  );
  return (
    <li>
      <b>{words.line(words.kinds[kind] + said, by, dateTimeInWords(language, at))}</b>
      {because.length > 0 && (
        <>
          <br />
          {words.because(because.join(": "))}
        </>
      )}
      <Following language={language} act={act} />
    </li>
  );
}

/** Whether a second person agreed, and what came of it. */
function Following({ language, act }: { readonly language: Language; readonly act: ActLine }): Markup {
  const words = textsFor(language).postal.acts;
  const { needsSecond, secondedBy, secondedAt, withdrawnAt, declined, doneAt, outcome } = act;
  const lines = [
    secondedBy !== null && secondedAt !== null
      ? words.seconded(secondedBy, dateTimeInWords(language, secondedAt))
      : null,
    withdrawnAt === null
      ? null
      : declined === null
        ? words.withdrawn(dateTimeInWords(language, withdrawnAt))
        : words.declined(declined.by, dateTimeInWords(language, withdrawnAt), declined.words),
    withdrawnAt === null && doneAt === null
      ? needsSecond && secondedAt === null
        ? words.waits
        : words.open
      : null,
    outcome === null ? null : words.outcome(outcome.done, outcome.not_done.length),
  ].filter((line) => line !== null);
  return (
    <>
      {lines.map((line) => (
        <>
          <br />
          <span class="small muted">{line}</span>
        </>
      ))}
    </>
  );
}
