// What the sender's proof of submission for a whole message says; no addressee ever sees it, for it names the others.

import type { Definition } from "@posthorn/documents";
import { AppError } from "@posthorn/domain";
import { checkWords, limitsWords, sealWords } from "./close-words.ts";
import { define, letterCell, windowCell } from "./define-facts.ts";
import { addresseeName, enterpriseNumber, senderCell } from "./describe-parties.ts";
import { anyUnprintable, lastSealed } from "./describe-records.ts";
import { legalStatus, statusName } from "./legal-status.ts";
import { evidenceFileName, evidenceFiles, logFiles, partsWords, type TableWords } from "./list-parts.ts";
import type { ProofContent } from "./proof-content.ts";
import type { ProofContext, SealedRecord } from "./proof-request.ts";
import {
  capital,
  count,
  oneLine,
  proofWords,
  span,
  STYLE,
  whenCell,
  type ProofWords,
} from "./proof-style.ts";
import { selectRecords } from "./select-records.ts";

export interface MessageProofRequest extends ProofContext {
  /** Message id; stands on this proof alone. */
  readonly message: string;
  /** The `SubmissionAcceptance` of each delivery, in the order of the addressees; other records are passed over. */
  readonly records: readonly SealedRecord[];
}

/** Throws AppError `proof_not_available` or `proof_being_sealed`. */
export function messageContent(request: MessageProofRequest): ProofContent {
  const { message, verifyUrl } = request;
  const words = proofWords(request.language);
  const { texts } = words;
  const kind = "proof_of_submission";
  const accepted = request.records.filter(({ facts }) => facts.type === "SubmissionAcceptance");
  const [first] = accepted;
  if (!first) throw new AppError("not_found", "proof_not_available");
  for (const record of accepted) selectRecords(kind, [record]);
  const { facts } = first;
  const status = legalStatus(kind, request, facts, undefined);
  const evidence = evidenceFiles(words, accepted, true);
  const { title, whole } = texts.kinds[kind];
  return {
    words,
    title,
    sentence: whole({ count: count(words, accepted.length), one: accepted.length === 1 }),
    reference: message,
    statusLine: `${texts.service} · ${statusName(words, request, status)}`,
    verifyUrl,
    definitions: defineMessage(words, message, first),
    parts: { title: texts.parts.accepted, table: partsWords(words, facts.parts, true) },
    deliveries: { title: texts.deliveries.title, table: addresseesWords(words, accepted) },
    track: null,
    limits: limitsWords(words, request, {
      kind,
      type: facts.type,
      letter: false,
      status,
      byCodes: false,
      hasMobile: accepted.some((record) => record.facts.recipient.mobile !== undefined),
      hasUnprintable: anyUnprintable(accepted),
    }),
    seal: sealWords(words, {
      primary: first,
      attached: evidence.length,
      pending: 0,
      verifyUrl,
      reference: { name: "message", id: message },
    }),
    check: checkWords(words, verifyUrl, evidenceFileName(first, true)),
    author: facts.issuer.name,
    madeAt: lastSealed(accepted),
    files: [...evidence, ...logFiles(words, accepted)],
  };
}

function defineMessage(words: ProofWords, message: string, { facts }: SealedRecord): readonly Definition[] {
  const { texts } = words;
  return [
    define(texts.kinds.proof_of_submission.when, whenCell(words, facts.submitted_at)),
    define(texts.terms.sender, senderCell(words, facts.sender)),
    define(texts.terms.asked, [[span(capital(texts.asked[facts.required_identification]), STYLE.body)]]),
    define(texts.terms.window, windowCell(words, facts.window)),
    define(texts.terms.letter, letterCell(words, facts)),
    define(texts.terms.subject, [[span(oneLine(facts.subject), STYLE.body)]]),
    define(texts.terms.message, [[span(message, STYLE.mono)]]),
  ];
}

function addresseesWords(words: ProofWords, records: readonly SealedRecord[]): TableWords {
  const { texts } = words;
  return {
    head: [texts.deliveries.addressee, texts.deliveries.delivery],
    rows: records.map(({ facts, leaf, logIndex }, index) => {
      const { recipient } = facts;
      const number = recipient.enterprise_number
        ? `, ${texts.sender.enterprise({ number: enterpriseNumber(recipient.enterprise_number) })}`
        : "";
      const entry =
        logIndex === null ? texts.track.notLogged : texts.track.logEntry({ entry: count(words, logIndex) });
      return [
        [
          [
            span(`${count(words, index + 1)}. ${addresseeName(recipient)}`, STYLE.smallBold),
            span(number, STYLE.small),
          ],
          [span(oneLine(recipient.email), STYLE.small)],
          [span(recipient.mobile ?? texts.addressee.noMobile, STYLE.small)],
        ],
        [
          [span(facts.delivery, { ...STYLE.mono, size: 8 })],
          [span(`${texts.track.record({ seq: count(words, facts.seq) })} · ${entry}`, STYLE.quiet)],
          [span(leaf, STYLE.monoSmall)],
        ],
      ];
    }),
  };
}
