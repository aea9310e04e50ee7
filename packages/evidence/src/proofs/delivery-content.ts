// What the proof of one delivery says, from its records and their XML only.

import { isEventName, type ProofKind, provingRecord } from "@posthorn/domain";
import { checkWords, limitsWords, sealWords } from "./close-words.ts";
import { outcomeSentence, postingSentence } from "./describe-post.ts";
import { collectorOf, defineFacts } from "./define-facts.ts";
import { anyUnprintable, lastSealed } from "./describe-records.ts";
import { legalStatus, statusName } from "./legal-status.ts";
import { evidenceFileName, evidenceFiles, logFiles, partsWords } from "./list-parts.ts";
import type { ProofContent } from "./proof-content.ts";
import type { ProofRequest } from "./proof-request.ts";
import { count, proofWords, type ProofWords } from "./proof-style.ts";
import { selectRecords, type SelectedRecords } from "./select-records.ts";
import { trackWords } from "./track-words.ts";

/** Of these the print renditions are part of what is proved. */
const AS_PRINTED: ReadonlySet<ProofKind> = new Set([
  "proof_of_submission",
  "proof_of_posting",
  "proof_of_post_outcome",
]);

const DECISIONS = new Set(["ConsignmentAcceptance", "ConsignmentRejection"]);

/** Throws AppError `proof_not_available` or `proof_being_sealed`. */
export function deliveryContent(request: ProofRequest): ProofContent {
  const { kind, verifyUrl } = request;
  const words = proofWords(request.language);
  const { texts } = words;
  const selected = selectRecords(kind, request.records);
  const { primary, shown } = selected;
  const { facts } = primary;
  const collector = collectorOf(selected);
  const byCodes = collector?.authentication.method === "codes";
  const status = legalStatus(kind, request, facts, collector);
  const evidence = evidenceFiles(words, shown);
  return {
    words,
    title: texts.kinds[kind].title,
    sentence: proofSentence(words, kind, selected, byCodes),
    reference: facts.delivery,
    statusLine: `${texts.service} · ${statusName(words, request, status)}`,
    verifyUrl,
    definitions: defineFacts(words, kind, selected),
    parts: {
      title: partsTitle(words, kind, selected),
      table: partsWords(words, facts.parts, AS_PRINTED.has(kind)),
    },
    deliveries: null,
    track: {
      title: texts.track.title,
      note: texts.track.digest,
      stations: trackWords(words, shown, primary),
      chain: chainState(words, selected),
    },
    limits: limitsWords(words, request, {
      kind,
      type: facts.type,
      letter: shown.some((record) => record.facts.type === "LetterToPrint"),
      status,
      byCodes,
      hasMobile: facts.recipient.mobile !== undefined,
      hasUnprintable: anyUnprintable(shown),
    }),
    seal: sealWords(words, {
      primary,
      attached: evidence.length,
      pending: shown.filter(({ facts: { type }, xml }) => xml === null && isEventName(type)).length,
      verifyUrl,
      reference: { name: "delivery", id: facts.delivery },
    }),
    check: checkWords(
      words,
      verifyUrl,
      evidenceFileName(
        shown.findLast(({ facts: { seq }, xml }) => xml !== null && seq <= facts.seq) ?? primary,
      ),
    ),
    author: facts.issuer.name,
    madeAt: lastSealed(shown),
    files: [...evidence, ...logFiles(words, shown)],
  };
}

/** One sentence that claims no more than the records carry: codes never identify, "handed over" needs its record. */
function proofSentence(
  words: ProofWords,
  kind: ProofKind,
  selected: SelectedRecords,
  byCodes: boolean,
): string {
  const { texts } = words;
  const { primary, handover } = selected;
  switch (kind) {
    case "proof_of_collection": {
      const said = byCodes ? texts.kinds[kind].codes : texts.kinds[kind].identified;
      return handover ? said.handedOver : said.madeAvailable;
    }
    case "proof_of_refusal":
      return byCodes ? texts.kinds[kind].codes : texts.kinds[kind].identified;
    case "proof_of_non_notification": {
      if (wasReachedAfter(selected)) return texts.kinds[kind].sentenceThen;
      const ours = primary.facts.reasons?.includes("R_ERDS_Malfunction") ?? false;
      return ours ? texts.kinds[kind].sentenceOurs : texts.kinds[kind].sentence;
    }
    case "proof_of_notification": {
      const used = primary.facts.type === "NotificationAccessTracking";
      return used ? texts.kinds[kind].sentenceUsed : texts.kinds[kind].sentence;
    }
    case "proof_of_posting":
      return postingSentence(words, primary.facts);
    case "proof_of_post_outcome":
      return outcomeSentence(words, primary.facts);
    default:
      return texts.kinds[kind].sentence;
  }
}

/** A later notice stands, or the addressee decided after all: that he could not be reached is true of then alone. */
function wasReachedAfter({ primary, shown }: SelectedRecords): boolean {
  const facts = shown.map((record) => record.facts);
  const stands = provingRecord("proof_of_notification", facts)?.seq ?? 0;
  const decided = facts.findLast(({ type }) => DECISIONS.has(type))?.seq ?? 0;
  return Math.max(stands, decided) > primary.facts.seq;
}

function partsTitle({ texts }: ProofWords, kind: ProofKind, { handover }: SelectedRecords): string {
  switch (kind) {
    case "proof_of_submission":
      return texts.parts.accepted;
    case "proof_of_collection":
      return handover ? texts.parts.handedOver : texts.parts.available;
    case "proof_of_refusal":
      return texts.parts.refused;
    default:
      return texts.parts.offered;
  }
}

/** Closed, closed with later records, or open; a submission proves nothing about the rest of the chain. */
function chainState(words: ProofWords, { primary, shown }: SelectedRecords): string | null {
  const { track } = words.texts;
  const closingRecord = shown.find(({ facts }) => facts.closing);
  const closing = closingRecord?.facts.closing;
  const later = closingRecord ? shown.filter(({ facts }) => facts.seq > closingRecord.facts.seq).length : 0;
  if (!closing && primary.facts.type === "SubmissionAcceptance") return null;
  if (!closing) return track.open;
  return [
    track.closed({ records: count(words, closing.records), head: `${closing.head.slice(0, 16)}…` }),
    ...(later > 0 ? [track.later({ count: count(words, later), one: later === 1 })] : []),
  ].join(" ");
}
