// The end of a proof: what it does not prove, the seal with its QR code, and how to check it without us.

import { beside, COLORS, framed, qrCode, sealMark, stack, textBlock, type Block } from "@posthorn/documents";
import type { ProofKind } from "@posthorn/domain";
import { legalEffect, type LegalStatus } from "./legal-status.ts";
import type { ProofContext, SealedRecord } from "./proof-request.ts";
import { count, moment, span, STYLE, type ProofWords } from "./proof-style.ts";

export interface Limits {
  readonly kind: ProofKind;
  readonly status: LegalStatus;
  readonly byCodes: boolean;
  readonly hasMobile: boolean;
  readonly hasUnprintable: boolean;
}

export function notProved(words: ProofWords, context: ProofContext, limits: Limits, width: number): Block {
  const { texts } = words;
  const sentences = [
    texts.notProved[limits.kind],
    ...(limits.byCodes ? [texts.notProved.codes] : []),
    limits.hasMobile ? texts.notProved.addresses : texts.notProved.addressesMailOnly,
    ...(limits.hasUnprintable ? [texts.notProved.unprintable] : []),
  ];
  const effect = legalEffect(words, context, limits.status);
  return stack([
    textBlock(
      [span(`${texts.notProved.title} `, STYLE.smallBold), span(sentences.join(" "), STYLE.small)],
      width,
    ),
    { ...textBlock([span(effect, STYLE.smallInk)], width), gap: 3 },
  ]);
}

export interface SealBox {
  readonly primary: SealedRecord;
  readonly attached: number;
  /** Records shown whose XML was not sealed yet. */
  readonly pending: number;
  readonly verifyUrl: string;
  /** Delivery or message, for the QR code. */
  readonly reference: { readonly name: "delivery" | "message"; readonly id: string };
}

export function sealBox(words: ProofWords, box: SealBox, width: number): Block {
  const { seal } = words.texts;
  const { primary, attached, pending } = box;
  const padding = 11;
  const markSize = 46;
  const qrSize = 68;
  const textLeft = markSize + 18;
  const inner = width - 2 * padding;
  const entry = primary.logIndex === null ? [] : [seal.entry({ entry: count(words, primary.logIndex) })];
  const sentences = [
    seal.text({ issuer: primary.facts.issuer.name, stamped: moment(words, primary.stampedAt.toString()) }),
    ...entry,
    seal.attached({ count: count(words, attached), one: attached === 1 }),
    ...(pending > 0 ? [seal.unsealedPart({ count: count(words, pending), one: pending === 1 })] : []),
  ];
  const textWidth = inner - textLeft - qrSize - 18;
  const texts = stack([
    textBlock(
      [span(`${seal.title} `, STYLE.smallBold), span(sentences.join(" "), STYLE.smallInk)],
      textWidth,
    ),
    {
      ...textBlock(
        [span(`${seal.policies} ${primary.facts.policies.join(" · ")}`, { ...STYLE.quiet, size: 7.5 })],
        textWidth,
      ),
      gap: 4,
    },
  ]);
  const content = beside(
    [
      { x: 0, block: sealMark(markSize) },
      { x: textLeft, block: texts },
      { x: inner - qrSize, block: qrCode(verifyLink(box), qrSize) },
    ],
    "middle",
  );
  return framed(content, { width, padding, radius: 5, stroke: COLORS.seal });
}

/** Address of the verify site that names what is to be verified. */
export function verifyLink({ verifyUrl, reference }: Pick<SealBox, "verifyUrl" | "reference">): string {
  const url = new URL(verifyUrl);
  url.searchParams.set(reference.name, reference.id);
  return url.href;
}

/** Commands of software that is not ours; `xmlName` is one of the attached files. */
export function checkCommands(
  { texts }: ProofWords,
  verifyUrl: string,
  xmlName: string,
  width: number,
): readonly Block[] {
  const { check } = texts;
  const padding = 6;
  const steps: readonly (readonly [string, readonly string[]])[] = [
    [check.pdf, ["qpdf --check proof.pdf && pdfsig -nocert proof.pdf && pdfsig -dump proof.pdf"]],
    [
      check.seal,
      [
        "(head -c A proof.pdf; tail -c +$((B + 1)) proof.pdf) | openssl cms -verify -cades -binary -inform DER \\",
        "-in proof.pdf.sig0 -content /dev/stdin -CAfile root.pem -out /dev/null",
      ],
    ],
    [
      check.xml,
      [
        "pdfdetach -saveall proof.pdf && xmlsec1 --verify --enabled-key-data x509 --trusted-pem root.pem \\",
        `--id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties ${xmlName}`,
      ],
    ],
  ];
  const lines = steps.flatMap(([text, commands]): readonly Block[] => [
    { ...textBlock([span(text, STYLE.quiet)], width - 2 * padding), gap: 2 },
    ...commands.map((command) => textBlock([span(command, STYLE.command)], width - 2 * padding)),
  ]);
  return [
    { ...textBlock([span(check.title, STYLE.heading)], width), gap: 11, keepWithNext: true },
    {
      ...textBlock([span(check.drop({ site: siteOf(verifyUrl) }), STYLE.small)], width),
      gap: 2,
      keepWithNext: true,
    },
    { ...framed(stack(lines), { width, padding, radius: 4, fill: COLORS.sunken }), gap: 5 },
  ];
}

/** `verify.example`, with its port where there is one. */
export function siteOf(verifyUrl: string): string {
  return new URL(verifyUrl).host;
}
