// Where a delivery stands, in a word and a colour.

import type { DeliveryStateName, Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type Markup, Pill, type Tone } from "@posthorn/web";

export const STATE_TONES: Readonly<Record<DeliveryStateName, Tone>> = {
  accepted: "plain",
  notified: "info",
  notice_failed: "stop",
  collected: "ok",
  refused: "warn",
  expired: "warn",
  unreachable: "stop",
  to_print: "info",
  printed: "info",
  posted: "info",
  post_delivered: "ok",
  post_returned: "warn",
  post_unknown: "warn",
  post_failed: "stop",
};

export function StatePill({
  language,
  state,
}: {
  readonly language: Language;
  readonly state: DeliveryStateName;
}): Markup {
  return <Pill tone={STATE_TONES[state]}>{textsFor(language).track.states[state]}</Pill>;
}

/** "Jan Peeters", or the organisation. */
export function fullName(line: { readonly name: string; readonly firstNames: string | null }): string {
  return line.firstNames === null ? line.name : `${line.firstNames} ${line.name}`;
}
