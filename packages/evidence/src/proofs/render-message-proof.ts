// Renders the sender's proof of submission for a whole message; no addressee ever sees it, for it names the others.

import { AppError } from "@posthorn/domain";
import {
  COLORS,
  composeDocument,
  definitionList,
  table,
  textWidth,
  type Block,
  type Definition,
} from "@posthorn/documents";
import { checkCommands, notProved, sealBox } from "./close-proof.ts";
import { define, letterCell, windowCell } from "./define-facts.ts";
import { addresseeName, enterpriseNumber, senderCell } from "./describe-parties.ts";
import { pageFrame, titleBlocks } from "./head-proof.ts";
import { legalStatus } from "./legal-status.ts";
import { evidenceFileName, evidenceFiles, partsTable } from "./list-parts.ts";
import type { ProofContext, SealedRecord } from "./proof-request.ts";
import {
  capital,
  count,
  MARGIN,
  oneLine,
  proofWords,
  span,
  STYLE,
  TERM_WIDTH,
  whenCell,
  type ProofWords,
} from "./proof-style.ts";
import { anyUnprintable, heading, lastSealed, withGap } from "./render-proof.ts";
import { selectRecords } from "./select-records.ts";

export interface MessageProofRequest extends ProofContext {
  /** Message id; stands on this proof alone. */
  readonly message: string;
  /** The `SubmissionAcceptance` of each delivery, in the order of the addressees; other records are passed over. */
  readonly records: readonly SealedRecord[];
}

/** The unsealed PDF. Throws AppError `proof_not_available` or `proof_being_sealed`. */
export async function renderMessageProof(request: MessageProofRequest): Promise<Uint8Array> {
  const words = proofWords(request.language);
  const { texts } = words;
  const kind = "proof_of_submission";
  const accepted = request.records.filter(({ facts }) => facts.type === "SubmissionAcceptance");
  const [first] = accepted;
  if (!first) throw new AppError("not_found", "proof_not_available");
  for (const record of accepted) selectRecords(kind, [record]);
  const { facts } = first;
  const width = textWidth({ margin: MARGIN });
  const status = legalStatus(kind, request, facts, undefined);
  const attachments = evidenceFiles(words, accepted, true);
  const { title, whole } = texts.kinds[kind];
  const sentence = whole({ count: count(words, accepted.length), one: accepted.length === 1 });
  const hasMobile = accepted.some((record) => record.facts.recipient.mobile !== undefined);
  const blocks: readonly Block[] = [
    ...titleBlocks(title, sentence, width),
    ...withGap(definitionList(defineMessage(words, request.message, first), width, TERM_WIDTH, 5), 14),
    heading(texts.parts.accepted, width),
    ...withGap(partsTable(words, facts.parts, width), 5),
    heading(texts.deliveries.title, width),
    ...withGap(addresseesTable(words, accepted, width), 5),
    {
      ...notProved(
        words,
        request,
        { kind, status, byCodes: false, hasMobile, hasUnprintable: anyUnprintable(accepted) },
        width,
      ),
      gap: 18,
    },
    {
      ...sealBox(
        words,
        {
          primary: first,
          attached: attachments.length,
          pending: 0,
          verifyUrl: request.verifyUrl,
          reference: { name: "message", id: request.message },
        },
        width,
      ),
      gap: 16,
    },
    ...checkCommands(words, request.verifyUrl, evidenceFileName(first, true), width),
  ];
  return composeDocument({
    blocks,
    frame: pageFrame(words, request, status, request.message, width),
    title: `${title} · ${request.message}`,
    author: facts.issuer.name,
    subject: request.message,
    language: request.language,
    madeAt: lastSealed(accepted),
    attachments,
  });
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

function addresseesTable(
  words: ProofWords,
  records: readonly SealedRecord[],
  width: number,
): readonly Block[] {
  const { texts } = words;
  const head = (text: string) => [span(text, STYLE.tableHead)];
  const recordWidth = 300;
  return table({
    columns: [
      { width: width - recordWidth, head: head(texts.deliveries.addressee) },
      { width: recordWidth, head: head(texts.deliveries.delivery) },
    ],
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
    lineColor: COLORS.line,
    padding: 6,
  });
}
