// The track of a delivery in words: every record as a station, with what each channel answered and its place in the chain.

import { COLORS, type Color, type Span } from "@posthorn/documents";
import type { CarrierFacts, ChannelFacts, EvidenceFacts } from "@posthorn/domain";
import { brusselsDate, shortDate, timeOfDay, untilEndOf, utcOffset } from "@posthorn/texts";
import { carrierText, wordsOfCarrier } from "./describe-post.ts";
import { reasonText } from "./define-facts.ts";
import type { Station } from "./proof-content.ts";
import type { SealedRecord } from "./proof-request.ts";
import { capital, count, moment, oneLine, span, STYLE, type ProofWords } from "./proof-style.ts";

/** In the order of the chain; `primary` is marked with the colour of the seal. */
export function trackWords(
  words: ProofWords,
  records: readonly SealedRecord[],
  primary: SealedRecord,
): readonly Station[] {
  return records.map((record) => ({
    ...stationDate(words, record.facts.event_at),
    lines: stationLines(words, record),
    color: record === primary ? COLORS.seal : stationColor(record.facts),
  }));
}

function stationDate({ language }: ProofWords, iso: string): Pick<Station, "day" | "time"> {
  const instant = Temporal.Instant.from(iso);
  return {
    day: shortDate(language, brusselsDate(instant), { year: true }),
    time: `${timeOfDay(language, instant, { seconds: true })} · ${utcOffset(instant)}`,
  };
}

function stationLines(words: ProofWords, record: SealedRecord): Station["lines"] {
  const { texts } = words;
  const { facts } = record;
  const marks = [
    ...(facts.notice?.kind === "reminder"
      ? [texts.track.reminder({ number: facts.notice.reminder ?? 1 })]
      : []),
    ...(facts.notice && facts.notice.round > 1 ? [texts.track.round({ round: facts.notice.round })] : []),
    ...(facts.after_final ? [texts.track.afterFinal] : []),
  ];
  const said = [
    ...(facts.notice?.channels ?? []).map((channel) => channelText(words, channel, facts.event_at)),
    ...(facts.reasons ?? []).map((reason) => capital(reasonText(words, reason))),
    ...(facts.part ? [oneLine(facts.part.name)] : []),
    ...(facts.relay ? [[facts.relay.operator, facts.relay.item ?? ""].map(oneLine).join(" ").trim()] : []),
    ...(facts.carrier ? carrierTexts(words, facts.carrier) : []),
    ...detailTexts(words, facts),
  ];
  const entry =
    record.logIndex === null
      ? texts.track.notLogged
      : texts.track.logEntry({ entry: count(words, record.logIndex) });
  const place = `${texts.track.record({ seq: count(words, facts.seq) })} · ${entry}`;
  const label: readonly Span[] = [
    span(eventName(words, facts.type), STYLE.smallBold),
    ...[...marks, place].map((mark) => span(` · ${mark}`, STYLE.quiet)),
  ];
  return [label, ...said.map((text) => [span(text, STYLE.small)]), [span(record.leaf, STYLE.monoSmall)]];
}

/** Where the catalogue has no word for what he says, his own stand there. */
function carrierTexts(words: ProofWords, carrier: CarrierFacts): readonly string[] {
  return [
    carrierText(words, carrier),
    ...(carrier.outcome === "other" ? wordsOfCarrier(words, carrier) : []),
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
  if (type === "LetterToPrint" && details["after"] === "fell_out") texts.push(track.printedAgain);
  if (details["because"] === "account_closed") texts.push(track.accountClosed);
  if (type === "CarrierStatement" && details["correction"] === true) texts.push(track.correction);
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
  return /Expiry$|^NotForMe$|Outage$|^CarrierSilent$|^LetterCalledOff$/.test(type) ? COLORS.warn : COLORS.ok;
}
