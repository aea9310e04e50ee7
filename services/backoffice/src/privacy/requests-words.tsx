// The clock and the state of a request in the reader's words; where something is overdue it is said loudly.

import { brusselsDay, type Language, type RightsState, startOfDay } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import type { RequestLine } from "@posthorn/usecases";
import { type Markup, Pill } from "@posthorn/web";

const TONES = { overdue: "stop", pressing: "warn", in_time: "info" } as const;

export function ClockPill({
  language,
  clock,
  state,
}: {
  readonly language: Language;
  readonly clock: RequestLine["clock"];
  readonly state: RightsState;
}): Markup {
  const words = textsFor(language).rights.desk.clock;
  if (clock === null) return <>{state === "identity" ? words.notYet : words.ended}</>;
  return <Pill tone={TONES[clock.urgency]}>{daysInWords(language, clock.days)}</Pill>;
}

export function daysInWords(language: Language, days: number): string {
  const words = textsFor(language).rights.desk.clock;
  if (days === 0) return words.today;
  if (days === 1) return words.one;
  if (days === -1) return words.overdueOne;
  return days > 0 ? words.left(String(days)) : words.overdue(String(-days));
}

const STATE_TONES = {
  identity: "warn",
  open: "info",
  waiting: "warn",
  answered: "ok",
  refused: "stop",
  withdrawn: "quiet",
} as const;

export function RequestPill({
  language,
  state,
}: {
  readonly language: Language;
  readonly state: RightsState;
}): Markup {
  const tone = STATE_TONES[state];
  const words = textsFor(language).rights.desk.states[state];
  return tone === "quiet" ? <Pill>{words}</Pill> : <Pill tone={tone}>{words}</Pill>;
}

/** Of what came by post only the day is known, and its beginning stands for it: no hour is shown that nobody saw. */
export function arrivalInWords(language: Language, at: Temporal.Instant): string {
  const day = brusselsDay(at);
  return startOfDay(day).equals(at) ? dateInWords(language, day) : dateTimeInWords(language, at);
}
