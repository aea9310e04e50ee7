// The letter as a proof tells it: what was handed to the carrier is ours to say, what became of it is his statement.

import type { Cell } from "@posthorn/documents";
import { type CarrierFacts, type EvidenceFacts, readEntered, type RelayFacts } from "@posthorn/domain";
import { capital, count, moment, oneLine, span, STYLE, type ProofWords } from "./proof-style.ts";

/** Carrier, number of the item, service and batch; to which address it was printed, and the digests of file and receipt. */
export function relayCell(words: ProofWords, relay: RelayFacts): Cell {
  const { post } = words.texts;
  const details = [
    ...(relay.service ? [capital(oneLine(relay.service))] : []),
    ...(relay.batch ? [post.batch({ batch: oneLine(relay.batch) })] : []),
    ...paperWords(words, relay),
  ];
  return [
    [span(oneLine(relay.operator), STYLE.bold)],
    ...(relay.item ? [[span(`${post.item}  `, STYLE.small), span(oneLine(relay.item), STYLE.mono)]] : []),
    ...(details.length > 0 ? [[span(details.join(" · "), STYLE.small)]] : []),
    ...(relay.address
      ? [[span(`${post.address}  `, STYLE.small), span(oneLine(relay.address), STYLE.smallInk)]]
      : []),
    ...digestLines(post.printFile, relay.print_sha256),
    ...digestLines(post.receipt, relay.receipt_sha256),
  ];
}

function paperWords(words: ProofWords, { pages, sheets }: RelayFacts): readonly string[] {
  const { post } = words.texts;
  return [
    ...(pages === undefined ? [] : [post.pages({ pages: count(words, pages), one: pages === 1 })]),
    ...(sheets === undefined ? [] : [post.sheets({ sheets: count(words, sheets), one: sheets === 1 })]),
  ];
}

function digestLines(label: string, sha256: string | undefined): Cell {
  if (sha256 === undefined) return [];
  return [[span(label, STYLE.small)], [span(sha256, STYLE.monoSmall)]];
}

/** The carrier's statement with his own words, and the digest of his report as it came. */
export function carrierCell(words: ProofWords, carrier: CarrierFacts): Cell {
  const { post } = words.texts;
  return [
    [span(carrierText(words, carrier), STYLE.bold)],
    ...wordsOfCarrier(words, carrier).map((text) => [span(text, STYLE.body)]),
    ...digestLines(post.report, carrier.raw_sha256),
  ];
}

/** His own words, and that we had them on paper or by telephone, where it was so. */
export function wordsOfCarrier({ texts }: ProofWords, carrier: CarrierFacts): readonly string[] {
  const { words: said, byDesk } = readEntered(carrier.words ?? "");
  return [
    ...(said ? [texts.post.words({ words: oneLine(said) })] : []),
    ...(byDesk ? [texts.post.enteredByDesk] : []),
  ];
}

/** `bpost states: delivered, Friday 11 December 2026 at 10.12.00`. */
export function carrierText(words: ProofWords, { source, outcome, at }: CarrierFacts): string {
  const { post } = words.texts;
  const stated = post.states({ source: oneLine(source), outcome: post.outcome[outcome] });
  return at ? `${stated}, ${moment(words, at)}` : stated;
}

/** One sentence for a letter handed over. */
export function postingSentence({ texts }: ProofWords, { relay }: EvidenceFacts): string {
  const { sentence, sentenceOf } = texts.kinds.proof_of_posting;
  return relay ? sentenceOf({ operator: oneLine(relay.operator) }) : sentence;
}

/** One sentence for what became of the letter: stated, not heard, or never posted. */
export function outcomeSentence({ texts }: ProofWords, { type, carrier }: EvidenceFacts): string {
  const { sentence, silent, failed, stated } = texts.kinds.proof_of_post_outcome;
  if (type === "RelayToNonERDSFailure") return failed;
  if (type === "CarrierSilent") return silent;
  if (!carrier) return sentence;
  return stated({ source: oneLine(carrier.source), outcome: texts.post.outcome[carrier.outcome] });
}
