// A sealed PDF proof: each seal over its octets, what came after, and the evidence attached (PAdES, ISO 32000-2 §12.8).

import { checkCms, checkStamp } from "../cms/check-cms.ts";
import { checkEvidence } from "../evidence/check-evidence.ts";
import { concat, digest, fromHex, fromLatin1 } from "../octets/octets.ts";
import type { Collector } from "../report.ts";
import { inflate } from "../zip/read-zip.ts";

const MAX_ATTACHMENT = 20_000_000;

interface PdfSignature {
  readonly covered: Uint8Array;
  readonly cms: Uint8Array;
  /** Where the octets end that it covers. */
  readonly end: number;
  readonly isTimestamp: boolean;
}

export function looksLikePdf(octets: Uint8Array): boolean {
  return fromLatin1(octets.subarray(0, 5)) === "%PDF-";
}

export async function checkProof(report: Collector, about: string, octets: Uint8Array): Promise<void> {
  const text = fromLatin1(octets);
  const signatures = await report.check("proof_seal", about, async () => {
    const found = readSignatures(octets, text);
    if (found.length === 0) throw new TypeError("no seal");
    for (const signature of found) await requireSigned(report, signature);
    return found;
  });
  if (!signatures) return;
  const [seal] = signatures;
  const last = signatures.at(-1);
  if (last && last.end !== octets.length) {
    await report.check("proof_additions", about, () => {
      throw new TypeError("octets follow the last seal");
    });
  } else if (seal && seal.end !== octets.length) report.open("proof_additions", about);
  for (const [index, xml] of (await readAttachments(octets, text)).entries())
    await checkEvidence(report, `${about} #${index + 1}`, xml);
}

/** Whether it carries evidence: other PDF files are just files. */
export async function carriesEvidence(octets: Uint8Array): Promise<boolean> {
  return (await readAttachments(octets, fromLatin1(octets))).length > 0;
}

/** In the order of what they cover. Throws TypeError where one covers other octets than all before its end. */
function readSignatures(octets: Uint8Array, text: string): readonly PdfSignature[] {
  const ranges = text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/gu);
  return [...ranges]
    .map((match) => {
      const [start = 1, length = 0, next = 0, rest = 0] = match.slice(1).map(Number);
      const hex = /^<([0-9A-Fa-f]*)>$/u.exec(text.slice(length, next))?.[1];
      if (start !== 0 || hex === undefined || match.index > length || next + rest > octets.length)
        throw new TypeError("a seal that does not cover the file");
      const around = text.slice(text.lastIndexOf(" obj", match.index), text.indexOf("endobj", next));
      return {
        covered: concat(octets.subarray(0, length), octets.subarray(next, next + rest)),
        cms: fromHex(hex.toLowerCase()),
        end: next + rest,
        isTimestamp: /\/SubFilter\s*\/ETSI\.RFC3161/u.test(around.replace(/<[0-9A-Fa-f]+>/u, "")),
      };
    })
    .toSorted((a, b) => a.end - b.end);
}

async function requireSigned(report: Collector, { covered, cms, isTimestamp }: PdfSignature): Promise<void> {
  if (isTimestamp) {
    const { authority } = await checkStamp(cms, await digest(covered));
    report.certificates.push({ ...authority, use: "timestamp" });
    return;
  }
  const { signer, timestamp, signature } = await checkCms(cms, covered);
  report.certificates.push({ ...signer, use: "seal" });
  if (!timestamp) throw new TypeError("the seal has no timestamp");
  const { authority } = await checkStamp(timestamp, await digest(signature));
  report.certificates.push({ ...authority, use: "timestamp" });
}

async function readAttachments(octets: Uint8Array, text: string): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const match of text.matchAll(/\/EmbeddedFile\b/gu)) {
    const start = text.lastIndexOf(" obj", match.index);
    const stream = text.indexOf("stream", match.index);
    const dictionary = text.slice(start, stream);
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/u.exec(dictionary)?.[1] ?? Number.NaN);
    if (start === -1 || stream === -1 || Number.isNaN(length) || dictionary.includes("endobj")) continue;
    const from = stream + (text.startsWith("\r\n", stream + 6) ? 8 : 7);
    const packed = octets.subarray(from, from + length);
    const unpacked = await unpack(packed, /\/FlateDecode/u.test(dictionary));
    if (unpacked && fromLatin1(unpacked.subarray(0, 400)).includes("<e:Evidence")) found.push(unpacked);
  }
  return found;
}

async function unpack(packed: Uint8Array, deflated: boolean): Promise<Uint8Array | null> {
  if (!deflated) return packed;
  return inflate(packed, "deflate", MAX_ATTACHMENT).catch(() => null);
}
