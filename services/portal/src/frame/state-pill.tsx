// Where a delivery stands, in a word and a colour.

import { brusselsDay, type DeliveryStateName, type Language } from "@posthorn/domain";
import { shortDate, textsFor } from "@posthorn/texts";
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

/** An addressee in a list: name and address, or that they were erased, and when (R7). */
export function AddresseeCell({
  language,
  line,
  href,
}: {
  readonly language: Language;
  readonly line: {
    readonly name: string;
    readonly firstNames: string | null;
    readonly email: string;
    readonly addresseeErasedAt: Temporal.Instant | null;
  };
  readonly href?: string;
}): Markup {
  const { erased } = textsFor(language).track;
  const at = line.addresseeErasedAt;
  const name = at === null ? fullName(line) : erased.addressee;
  return (
    <>
      {href === undefined ? name : <a href={href}>{name}</a>}
      <br />
      <span class="small muted">
        {at === null ? line.email : shortDate(language, brusselsDay(at), { year: true })}
      </span>
    </>
  );
}

/** "Jan Peeters", or the organisation. */
export function fullName(line: { readonly name: string; readonly firstNames: string | null }): string {
  return line.firstNames === null ? line.name : `${line.firstNames} ${line.name}`;
}
