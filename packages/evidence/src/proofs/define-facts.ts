// The definition list of a proof: when, by whom, for whom, until when, and which delivery.

import type { Cell, Definition } from "@posthorn/documents";
import type { EvidenceFacts, ProofKind, ReasonCode, WindowFacts } from "@posthorn/domain";
import { dateInWords, untilEndOf } from "@posthorn/texts";
import { addresseeCell, addressesCell, collectorCell, consentCell, senderCell } from "./describe-parties.ts";
import { carrierCell, relayCell } from "./describe-post.ts";
import { capital, moment, oneLine, span, STYLE, whenCell, type ProofWords } from "./proof-style.ts";
import type { SelectedRecords } from "./select-records.ts";

export function defineFacts(
  words: ProofWords,
  kind: ProofKind,
  selected: SelectedRecords,
): readonly Definition[] {
  const { texts } = words;
  const { terms } = texts;
  const { facts } = selected.primary;
  const collector = collectorOf(selected);
  const relay = relayOf(kind, selected);
  const submission = kind === "proof_of_submission";
  const list: (Definition | null)[] = [
    ...defineWhen(words, kind, selected),
    facts.reasons?.length ? define(terms.reasons, reasonsCell(words, facts.reasons)) : null,
    facts.carrier ? define(terms.statement, carrierCell(words, facts.carrier)) : null,
    relay ? define(terms.operator, relayCell(words, relay)) : null,
    collector ? define(terms.by, collectorCell(words, collector, facts.recipient)) : null,
    define(terms.sender, senderCell(words, facts.sender)),
    define(terms.addressee, [
      ...addresseeCell(words, facts.recipient),
      ...addressesCell(words, facts.recipient),
    ]),
    define(terms.consent, consentCell(words, facts.recipient.consent)),
    submission ? null : define(terms.accepted, text(capital(moment(words, facts.submitted_at)))),
    define(terms.asked, text(capital(texts.asked[facts.required_identification]))),
    define(terms.window, windowCell(words, facts.window)),
    submission || kind === "proof_of_notification" ? define(terms.letter, letterCell(words, facts)) : null,
    define(terms.subject, text(oneLine(facts.subject))),
    define(terms.delivery, [
      [span(facts.delivery, STYLE.mono)],
      [
        span(`${terms.evidence}  `, STYLE.quiet),
        span(facts.id, { ...STYLE.mono, size: 8, color: STYLE.quiet.color }),
      ],
    ]),
  ];
  return list.filter((item) => item !== null);
}

/** Who acted: of a collection he stands in the acceptance. */
export function collectorOf({ primary, acceptance }: SelectedRecords): EvidenceFacts["collector"] {
  return acceptance?.facts.collector ?? primary.facts.collector;
}

/** Of what became of a letter: it was handed over in an earlier record. */
function relayOf(kind: ProofKind, { primary, shown }: SelectedRecords): EvidenceFacts["relay"] {
  if (kind !== "proof_of_post_outcome") return primary.facts.relay;
  return shown.findLast(({ facts }) => facts.relay && facts.seq <= primary.facts.seq)?.facts.relay;
}

export function define(term: string, texts: Cell): Definition {
  return { term: [span(term, STYLE.term)], texts };
}

export function windowCell({ language, texts }: ProofWords, window: WindowFacts): Cell {
  const date = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso.slice(0, 10));
  const days = texts.window.days({ days: window.collection_days });
  const final = texts.window.finalBy({ date: dateInWords(language, date(window.final_by)) });
  if (!window.collect_until) return [[span(capital(days), STYLE.body)], [span(capital(final), STYLE.small)]];
  const until = texts.window.until({ until: capital(untilEndOf(language, date(window.collect_until))) });
  const deadline = window.deadline ? ` · ${texts.window.deadline({ deadline: window.deadline })}` : "";
  return [[span(until, STYLE.body)], [span(`${capital(days)}${deadline}`, STYLE.small)]];
}

export function letterCell({ texts }: ProofWords, facts: EvidenceFacts): Cell {
  return text(facts.postal_fallback ? texts.letter.yes : texts.letter.no);
}

export function reasonText({ texts }: ProofWords, reason: string): string {
  return isKnownReason(reason, texts.reason) ? texts.reason[reason] : oneLine(reason);
}

function isKnownReason(reason: string, known: Record<ReasonCode, string>): reason is ReasonCode {
  return Object.hasOwn(known, reason);
}

function reasonsCell(words: ProofWords, reasons: readonly string[]): Cell {
  return reasons.map((reason) => [span(capital(reasonText(words, reason)), STYLE.body)]);
}

function defineWhen(
  words: ProofWords,
  kind: ProofKind,
  { primary, acceptance, handover }: SelectedRecords,
): readonly Definition[] {
  const { terms, kinds } = words.texts;
  const at = (acceptance ?? primary).facts.event_at;
  const ours = kind === "proof_of_post_outcome" && primary.facts.type !== "CarrierStatement";
  const first = define(ours ? kinds[kind].whenOurs : kinds[kind].when, whenCell(words, at));
  if (kind !== "proof_of_collection") return [first];
  return [
    ...(acceptance ? [first] : []),
    define(terms.madeAvailable, whenCell(words, primary.facts.event_at)),
    ...(handover ? [define(terms.handedOver, whenCell(words, handover.facts.event_at))] : []),
  ];
}

function text(value: string): Cell {
  return [[span(value, STYLE.body)]];
}
