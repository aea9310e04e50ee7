// An instant as readers of a proof need it: in words by Brussels time, and exactly in UTC.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor, utcOffset } from "@posthorn/texts";
import type { Markup } from "@posthorn/web";

export function Moment({
  language,
  at,
}: {
  readonly language: Language;
  readonly at: Temporal.Instant;
}): Markup {
  const { brusselsTime } = textsFor(language).common;
  return (
    <time datetime={at.toString()}>
      {dateTimeInWords(language, at, { seconds: true })}{" "}
      <span class="small muted">
        ({brusselsTime}, {utcOffset(at)}) ·{" "}
        <span class="nowrap">{textsFor(language).verify.result.utc(at.toString())}</span>
      </span>
    </time>
  );
}
