// The end of a proof in words: what it does not prove, its seal, and how to check it without us.

import type { ProofKind } from "@posthorn/domain";
import { dateInWords } from "@posthorn/texts";
import { legalEffect, type LegalStatus } from "./legal-status.ts";
import type { ProofContent } from "./proof-content.ts";
import type { ProofContext, SealedRecord } from "./proof-request.ts";
import { count, moment, type ProofWords } from "./proof-style.ts";

export interface Limits {
  readonly kind: ProofKind;
  /** Of the record that the proof rests on. */
  readonly type: string;
  /** A letter followed. */
  readonly letter: boolean;
  readonly status: LegalStatus;
  readonly byCodes: boolean;
  readonly hasMobile: boolean;
  readonly hasUnprintable: boolean;
}

export function limitsWords(
  words: ProofWords,
  context: ProofContext,
  limits: Limits,
): ProofContent["limits"] {
  const { notProved } = words.texts;
  const sentences = [
    limitOf(words, limits),
    ...(limits.byCodes ? [notProved.codes] : []),
    limits.hasMobile ? notProved.addresses : notProved.addressesMailOnly,
    ...(limits.hasUnprintable ? [notProved.unprintable] : []),
  ];
  return {
    title: notProved.title,
    text: sentences.join(" "),
    effect: legalEffect(words, context, limits.status),
  };
}

/** Where the operator has stated nothing, no statement of his is what may be mistaken. */
function limitOf({ texts: { notProved } }: ProofWords, { kind, type, letter }: Limits): string {
  // On paper it may have come into the addressee's hands all the same.
  if (kind === "proof_of_expiry" && letter) return notProved.expiredWithLetter;
  if (kind !== "proof_of_post_outcome") return notProved[kind];
  if (type === "RelayToNonERDSFailure") return notProved.neverPosted;
  return type === "CarrierSilent" ? notProved.postSilent : notProved[kind];
}

export interface SealBox {
  readonly primary: SealedRecord;
  /** Records whose XML is attached. */
  readonly attached: number;
  /** Records shown whose XML was not sealed yet. */
  readonly pending: number;
  readonly verifyUrl: string;
  /** Delivery or message, for the QR code. */
  readonly reference: { readonly name: "delivery" | "message"; readonly id: string };
}

export function sealWords(words: ProofWords, box: SealBox): ProofContent["seal"] {
  const { seal } = words.texts;
  const { primary, attached, pending } = box;
  const sentences = [
    seal.text({ issuer: primary.facts.issuer.name, stamped: moment(words, primary.stampedAt.toString()) }),
    ...logSentences(words, primary),
    ...(primary.verifiesUntil
      ? [seal.verifiesUntil({ date: dateInWords(words.language, brusselsDay(primary.verifiesUntil)) })]
      : []),
    seal.attached({ count: count(words, attached), one: attached === 1 }),
    ...(pending > 0 ? [seal.unsealedPart({ count: count(words, pending), one: pending === 1 })] : []),
  ];
  return {
    title: seal.title,
    text: sentences.join(" "),
    policies: `${seal.policies} ${primary.facts.policies.join(" · ")}`,
    link: verifyLink(box),
  };
}

/** Entry, and the checkpoint of the log (C2SP tlog-checkpoint: origin, size, root) that has it. */
function logSentences(words: ProofWords, { logIndex, logProof }: SealedRecord): readonly string[] {
  const { seal } = words.texts;
  if (logIndex === null) return [];
  const entry = seal.entry({ entry: count(words, logIndex) });
  const [, size = "", root = ""] = logProof?.checkpoint.split("\n") ?? [];
  if (root === "") return [entry];
  return [entry, seal.checkpoint({ size: count(words, Number(size)), root })];
}

function brusselsDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO("Europe/Brussels").toPlainDate();
}

/** Address of the verify site that names what is to be verified. */
export function verifyLink({ verifyUrl, reference }: Pick<SealBox, "verifyUrl" | "reference">): string {
  const url = new URL(verifyUrl);
  url.searchParams.set(reference.name, reference.id);
  return url.href;
}

/** Commands of software that is not ours; `xmlName` is one of the attached files. */
export function checkWords({ texts }: ProofWords, verifyUrl: string, xmlName: string): ProofContent["check"] {
  const { check } = texts;
  return {
    title: check.title,
    drop: check.drop({ site: siteOf(verifyUrl) }),
    steps: [
      {
        text: check.pdf,
        commands: ["qpdf --check proof.pdf && pdfsig -nocert proof.pdf && pdfsig -dump proof.pdf"],
      },
      {
        text: check.seal,
        commands: [
          "(head -c A proof.pdf; tail -c +$((B + 1)) proof.pdf | head -c $((C - B))) | openssl cms \\",
          "-verify -cades -binary -inform DER -in proof.pdf.sig0 -content /dev/stdin -CAfile root.pem -out /dev/null",
        ],
      },
      {
        text: check.xml,
        commands: [
          "pdfdetach -saveall proof.pdf && xmlsec1 --verify --enabled-key-data x509 --trusted-pem root.pem \\",
          "--id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties \\",
          xmlName,
        ],
      },
    ],
  };
}

/** `verify.example`, with its port where there is one. */
export function siteOf(verifyUrl: string): string {
  return new URL(verifyUrl).host;
}
