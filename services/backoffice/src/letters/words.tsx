// Facts of letters and batches in the reader's words.

import { ADDRESS_PROBLEMS, type AddressProblem, brusselsDay, type Language } from "@posthorn/domain";
import { shortDate, textsFor } from "@posthorn/texts";
import { type BatchState, SOON_DAYS } from "@posthorn/usecases";
import { type Markup, Pill, SectionNav, type Tone } from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";

/** Why a letter left its batch, or why it cannot be posted; codes that nobody has words for are another reason. */
export function reasonInWords(language: Language, code: string): string {
  const { reasons, problems, final } = textsFor(language).postal;
  if (code === "final") return final;
  const problem: AddressProblem | undefined = ADDRESS_PROBLEMS.find((each) => each === code);
  if (Object.hasOwn(reasons, code)) return reasons[code as keyof typeof reasons];
  return problem === undefined ? reasons.other : problems[problem];
}

/** A printer that is configured no more is shown by its key. */
export function printerName({ letters }: Pick<BackofficeDeps, "letters">, key: string): string {
  return letters.printers.find((printer) => printer.key === key)?.name ?? key;
}

/** The address as on an envelope. */
export function AddressBlock({ lines }: { readonly lines: readonly string[] }): Markup {
  return (
    <span class="breaks">
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </span>
  );
}

/** The last day with how many days are left of it. */
export function LastDay(props: {
  readonly language: Language;
  readonly day: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}): Markup {
  const { language, day } = props;
  const left = brusselsDay(props.now).until(day, { largestUnit: "days" }).days;
  const words = textsFor(language).postal.queue.daysLeft(left);
  return (
    <>
      <time datetime={day.toString()} class="nowrap">
        {shortDate(language, day, { weekday: true })}
      </time>
      <br />
      {left <= SOON_DAYS ? (
        <Pill tone={left < 1 ? "stop" : "warn"}>{words}</Pill>
      ) : (
        <span class="small muted nowrap">{words}</span>
      )}
    </>
  );
}

export function BatchPill({
  language,
  state,
}: {
  readonly language: Language;
  readonly state: BatchState;
}): Markup {
  const tones: Record<BatchState, Tone> = {
    making: "info",
    ready: "warn",
    printed: "warn",
    handed_over: "ok",
    closed: "plain",
  };
  return <Pill tone={tones[state]}>{textsFor(language).postal.states[state]}</Pill>;
}

const SECTIONS = {
  queue: "/letters",
  batches: "/letters/batches",
  returns: "/letters/returns",
  find: "/letters/find",
} as const;
export type LettersSection = keyof typeof SECTIONS;

export function LettersNav(props: { readonly language: Language; readonly current: LettersSection }): Markup {
  const words = textsFor(props.language).postal.sections;
  const names = Object.keys(SECTIONS) as LettersSection[];
  return (
    <SectionNav
      label={words.label}
      sections={names.map((name) => ({
        href: SECTIONS[name],
        label: words[name],
        current: name === props.current,
      }))}
    />
  );
}
