// The stations of a delivery in words: what happened or comes, when, and what each channel answered.

import type { ChannelFacts, Language, Station as DomainStation } from "@posthorn/domain";
import { brusselsDate, shortDate, textsFor, timeOfDay } from "@posthorn/texts";
import type { Station, StationState } from "@posthorn/web";

const FAILED = new Set<DomainStation["kind"]>([
  "notice_failed",
  "sms_failed",
  "unreachable",
  "consignment_failed",
  "letter_failed",
]);
/** Of these only the day is promised: what follows comes by then. */
const BY_THEN = new Set<DomainStation["kind"]>([
  "notice_to_come",
  "letter_if_not_collected",
  "posting_ends",
  "carrier_ends",
]);

/** `waitingFor`: the addressee's first name, said at the station where the delivery waits for him. */
export function stationsInWords(
  language: Language,
  track: readonly DomainStation[],
  waitingFor: string | null,
): readonly Station[] {
  const words = textsFor(language).track;
  return track.map((station): Station => {
    const told = tellChannels(language, station);
    const waits = station.status === "now" && waitingFor !== null ? [words.lines.waitingFor(waitingFor)] : [];
    return {
      state: stateOf(station),
      title: words.stations[station.kind],
      lines: [...when(language, station), ...told, ...waits],
      at: station.at?.toString() ?? station.on.toString(),
    };
  });
}

function stateOf(station: DomainStation): StationState {
  if (station.status !== "next" && FAILED.has(station.kind)) return "failed";
  return station.status;
}

function when(language: Language, station: DomainStation): string[] {
  const { lines } = textsFor(language).track;
  const day = shortDate(language, station.on, { weekday: true });
  if (station.kind === "window_closes") return [day, lines.atItsEnd];
  if (BY_THEN.has(station.kind)) return [day, lines.atTheLatest];
  if (station.status === "next" || station.at === null) return [day];
  // The end of a term is dated at the first instant after it: the day before is the one people know.
  if (station.kind === "expired" || station.reasons?.includes("own:not_posted_in_time") === true) {
    const lastDay = brusselsDate(station.at.subtract({ nanoseconds: 1 }));
    return [shortDate(language, lastDay, { weekday: true }), lines.atItsEnd];
  }
  return [day, timeOfDay(language, station.at, { seconds: true })];
}

function tellChannels(language: Language, station: DomainStation): string[] {
  const { lines } = textsFor(language).track;
  if (station.kind === "not_for_me") return [lines.unidentified];
  const post = tellPost(language, station);
  if (post.length > 0) return post;
  const email = station.channels?.find(({ channel }) => channel === "email");
  const sms = station.channels?.find(({ channel }) => channel === "sms");
  if (isTaken(email) && isTaken(sms)) return [lines.bothArrived];
  const told: string[] = [];
  if (email) told.push(isTaken(email) ? lines.emailTaken : lines.emailFailed);
  if (sms) {
    const line = { taken: lines.smsTaken, pending: lines.smsPending, failed: lines.smsFailed } as const;
    told.push(isTaken(sms) ? line.taken : sms.outcome === "pending" ? line.pending : line.failed);
  }
  return told;
}

/** Of a letter: who has it, what he states, or why it failed. The number is too long for a station. */
function tellPost(language: Language, { relay, carrier, correction, reasons }: DomainStation): string[] {
  const { post, reason, track } = textsFor(language).proof;
  const known: Readonly<Record<string, string>> = reason;
  return [
    ...(relay ? [relay.operator] : []),
    ...(carrier ? [post.states({ source: carrier.source, outcome: post.outcome[carrier.outcome] })] : []),
    ...(correction === true ? [track.correction] : []),
    ...(reasons ?? []).flatMap((code) => (Object.hasOwn(known, code) ? [known[code] ?? code] : [])),
  ];
}

function isTaken(channel: ChannelFacts | undefined): boolean {
  return channel?.outcome === "accepted" || channel?.outcome === "delivered";
}
