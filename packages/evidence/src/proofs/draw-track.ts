// The track of a delivery: every record as a station, with what each channel answered and its place in the chain.

import {
  beside,
  COLORS,
  stack,
  textBlock,
  wrapText,
  lineBlock,
  type Block,
  type Color,
  type Ink,
} from "@posthorn/documents";
import type { ChannelFacts, EvidenceFacts } from "@posthorn/domain";
import { brusselsDate, shortDate, timeOfDay, untilEndOf, utcOffset } from "@posthorn/texts";
import { reasonText } from "./define-facts.ts";
import type { SealedRecord } from "./proof-request.ts";
import { capital, count, moment, oneLine, span, STYLE, TERM_WIDTH, type ProofWords } from "./proof-style.ts";

/** Middle of the rail, and left edge of the texts, in points. */
const RAIL = TERM_WIDTH - 14;
const GAP = 6.5;

/** Stations in the order of the chain; `primary` is marked with the colour of the seal. */
export function drawTrack(
  words: ProofWords,
  records: readonly SealedRecord[],
  primary: SealedRecord,
  width: number,
): readonly Block[] {
  return records.map((record, index) => {
    const texts = stack(stationTexts(words, record, width - TERM_WIDTH));
    const date = stack(stationDate(words, record.facts.event_at));
    const body = beside([
      { x: 0, block: date },
      { x: TERM_WIDTH, block: texts },
    ]);
    const last = index === records.length - 1;
    const color = record === primary ? COLORS.seal : stationColor(record.facts);
    return {
      height: body.height,
      gap: GAP,
      inks: [...rail(last ? 0 : body.height + GAP, color), ...body.inks],
    };
  });
}

function stationDate({ language }: ProofWords, iso: string): readonly Block[] {
  const instant = Temporal.Instant.from(iso);
  const day = shortDate(language, brusselsDate(instant), { year: true });
  const time = timeOfDay(language, instant, { seconds: true });
  const room = RAIL - 8;
  return [
    textBlock([span(day, STYLE.smallInk)], room),
    textBlock([span(`${time} · ${utcOffset(instant)}`, STYLE.quiet)], room),
  ];
}

function stationTexts(words: ProofWords, record: SealedRecord, width: number): readonly Block[] {
  const { texts } = words;
  const { facts } = record;
  const marks = [
    ...(facts.notice?.kind === "reminder"
      ? [texts.track.reminder({ number: facts.notice.reminder ?? 1 })]
      : []),
    ...(facts.notice && facts.notice.round > 1 ? [texts.track.round({ round: facts.notice.round })] : []),
    ...(facts.after_final ? [texts.track.afterFinal] : []),
  ];
  const channels = (facts.notice?.channels ?? []).map((channel) =>
    textBlock([span(channelText(words, channel, facts.event_at), STYLE.small)], width),
  );
  const reasons = (facts.reasons ?? []).map((reason) =>
    textBlock([span(capital(reasonText(words, reason)), STYLE.small)], width),
  );
  const part = facts.part ? [textBlock([span(oneLine(facts.part.name), STYLE.small)], width)] : [];
  const details = detailTexts(words, facts).map((text) => textBlock([span(text, STYLE.small)], width));
  const entry =
    record.logIndex === null
      ? texts.track.notLogged
      : texts.track.logEntry({ entry: count(words, record.logIndex) });
  const place = `${texts.track.record({ seq: count(words, facts.seq) })} · ${entry}`;
  const label = [
    span(eventName(words, facts.type), STYLE.smallBold),
    ...[...marks, place].map((mark) => span(` · ${mark}`, STYLE.quiet)),
  ];
  return [
    textBlock(label, width),
    ...channels,
    ...reasons,
    ...part,
    ...details,
    ...wrapText([span(record.leaf, STYLE.monoSmall)], width).map((line) => lineBlock(line)),
  ];
}

/** The legal name where the catalogue has words for it; otherwise the name as recorded. */
export function eventName({ texts }: ProofWords, type: string): string {
  const names: Readonly<Record<string, string>> = texts.track.event;
  return Object.hasOwn(names, type) ? (names[type] ?? type) : oneLine(type);
}

/** What the record adds in words: what was corrected, why a window opened or grew, digests of old and new. */
function detailTexts(words: ProofWords, { type, details = {} }: EvidenceFacts): readonly string[] {
  const { track } = words.texts;
  const texts: string[] = [];
  const { fields, outage_minutes: minutes, deadline } = details;
  if (type === "AddresseeContactRepaired" && typeof fields === "string") {
    const names: Readonly<Record<string, string>> = track.field;
    texts.push(
      track.corrected({
        fields: fields
          .split(",")
          .map((field) => names[field] ?? field)
          .join(", "),
      }),
    );
  }
  if (type === "NotificationAccessTracking" && details["opened_window"] === true)
    texts.push(track.openedWindow);
  if (type === "WindowExtendedForOutage" && typeof minutes === "number" && typeof deadline === "string") {
    const last = brusselsDate(Temporal.Instant.from(deadline)).subtract({ days: 1 });
    texts.push(track.extended({ minutes: count(words, minutes), until: untilEndOf(words.language, last) }));
  }
  for (const [name, value] of Object.entries(details)) {
    if (/sha256|digest/.test(name)) texts.push(`${name}: ${oneLine(String(value))}`);
  }
  return texts;
}

/** The instant of an answer is told where it differs from the record's. */
function channelText(words: ProofWords, channel: ChannelFacts, eventAt: string): string {
  const { texts } = words;
  const line = texts.track.channelLine({
    channel: texts.track.channel[channel.channel],
    to: oneLine(channel.to),
    outcome: texts.track.outcome[channel.outcome],
  });
  const at =
    channel.at && moment(words, channel.at) !== moment(words, eventAt)
      ? `, ${moment(words, channel.at)}`
      : "";
  const answer = channel.answer ? ` · ${texts.track.answer({ answer: oneLine(channel.answer) })}` : "";
  return `${line}${at}${answer}`;
}

function stationColor({ type }: EvidenceFacts): Color {
  if (/Failure$|Rejection$|^Unreachable$/.test(type)) return COLORS.stop;
  return /Expiry$|^NotForMe$|Outage$/.test(type) ? COLORS.warn : COLORS.ok;
}

function rail(length: number, color: Color): readonly Ink[] {
  const line: Ink = {
    kind: "path",
    x: RAIL,
    y: 0,
    path: `M0 12V${length + 3}`,
    stroke: COLORS.lineStrong,
    strokeWidth: 1,
  };
  const dot: Ink = {
    kind: "path",
    x: RAIL,
    y: 7,
    path: "M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0Z",
    fill: color,
  };
  return length > 0 ? [line, dot] : [dot];
}
