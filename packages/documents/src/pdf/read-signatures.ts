// Finds every signature and document timestamp of a PDF, with what each covers and what came after it (ISO 32000-1 §12.8).

import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from "pdf-lib";
import { judgeUpdates, type LaterChange } from "./judge-updates.ts";
import type { SecurityStore } from "./reserve-timestamp.ts";
import { streamOctets } from "./stream-octets.ts";

export interface PdfSignature {
  /** By its /SubFilter; `other` is a form this platform does not write. */
  readonly kind: "seal" | "timestamp" | "other";
  /** DER, as it stands in /Contents without the padding. */
  readonly contents: Uint8Array;
  /** The two ranges of bytes that are signed, in order. */
  readonly signed: readonly [Uint8Array, Uint8Array];
  /** Length of the file as it was signed, in bytes. */
  readonly end: number;
  /** Every byte from the file's first to the end of a revision is signed but for its own contents. */
  readonly coversRevision: boolean;
  readonly after: LaterChange;
}

export interface PdfSignatures {
  /** By the length of what they cover, the oldest first. */
  readonly signatures: readonly PdfSignature[];
  /** The document security store of the newest revision; empty lists without one. */
  readonly store: SecurityStore;
}

/** Proofs hold no content: larger ones do not exist. */
const MAX_OCTETS = 32 * 1024 * 1024;
const MAX_SIGNATURES = 100;

/**
 * Nothing is verified and nothing fetched. Throws TypeError for what cannot be read: no PDF, encrypted, larger than
 * 32 MB, or with a signature outside the file.
 */
export async function readSignatures(pdf: Uint8Array): Promise<PdfSignatures> {
  if (pdf.length > MAX_OCTETS) throw new TypeError("the file is too large for a proof");
  const document = await openPdf(pdf);
  try {
    const found = signatureDictionaries(document)
      .map((dictionary) => readOne(dictionary, pdf))
      .toSorted((a, b) => a.end - b.end);
    const signatures: PdfSignature[] = [];
    for (const one of found) {
      signatures.push({ ...one, after: await judgeUpdates(pdf, one.end, document, openPdf) });
    }
    return { signatures, store: readStore(document) };
  } catch (cause) {
    throw new TypeError("the signatures of the file cannot be read", { cause });
  }
}

async function openPdf(pdf: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(pdf, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: true,
    });
  } catch (cause) {
    throw new TypeError("not a readable PDF", { cause });
  }
}

function signatureDictionaries({ catalog, context }: PDFDocument): PDFDict[] {
  const form = catalog.lookupMaybe(PDFName.of("AcroForm"), PDFDict);
  const fields = form?.lookupMaybe(PDFName.of("Fields"), PDFArray)?.asArray() ?? [];
  if (fields.length > MAX_SIGNATURES) throw new TypeError("more fields than a proof has");
  return fields.flatMap((item) => {
    const field = context.lookup(item);
    if (!(field instanceof PDFDict) || field.lookup(PDFName.of("FT")) !== PDFName.of("Sig")) return [];
    const value = field.lookupMaybe(PDFName.of("V"), PDFDict);
    return value ? [value] : [];
  });
}

const KINDS: Readonly<Record<string, PdfSignature["kind"]>> = {
  "/ETSI.CAdES.detached": "seal",
  "/ETSI.RFC3161": "timestamp",
};

function readOne(dictionary: PDFDict, pdf: Uint8Array): Omit<PdfSignature, "after"> {
  const numbers = dictionary.lookup(PDFName.of("ByteRange"), PDFArray).asArray();
  const [start = -1, length = -1, second = -1, rest = -1] = numbers.map((item) =>
    item instanceof PDFNumber ? item.asNumber() : -1,
  );
  const end = second + rest;
  const isInFile = [start, length, second, rest].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (numbers.length !== 4 || !isInFile || start + length > second || end > pdf.length) {
    throw new TypeError("a signature's byte range is outside the file");
  }
  const contents = dictionary.lookup(PDFName.of("Contents"), PDFHexString);
  const gap = Buffer.from(pdf.subarray(start + length, second)).toString("latin1");
  const closing = Buffer.from(pdf.subarray(Math.max(0, end - 7), end)).toString("latin1");
  return {
    kind: KINDS[dictionary.lookup(PDFName.of("SubFilter"))?.toString() ?? ""] ?? "other",
    contents: withoutPadding(contents.asBytes()),
    signed: [pdf.subarray(start, start + length), pdf.subarray(second, end)],
    end,
    coversRevision: start === 0 && gap === contents.toString() && /%%EOF\r?\n?$/u.test(closing),
  };
}

/** The DER value at the start (X.690 §8.1.3); the rest of the room is zeros. */
function withoutPadding(octets: Uint8Array): Uint8Array {
  const first = octets[1] ?? 0;
  const long = first & 0x80 ? first & 0x7f : 0;
  if (octets[0] !== 0x30 || first === 0x80 || long > 4) throw new TypeError("the signature is not DER");
  const length = long === 0 ? first : Buffer.from(octets).readUIntBE(2, long);
  const end = 2 + long + length;
  if (end > octets.length || octets.subarray(end).some((octet) => octet !== 0)) {
    throw new TypeError("the signature does not fit its room");
  }
  return octets.subarray(0, end);
}

function readStore({ catalog, context }: PDFDocument): SecurityStore {
  const dss = catalog.lookupMaybe(PDFName.of("DSS"), PDFDict);
  const list = (name: string) =>
    (dss?.lookupMaybe(PDFName.of(name), PDFArray)?.asArray() ?? []).map((item) =>
      streamOctets(context.lookup(item)),
    );
  return { certificates: list("Certs"), ocsps: list("OCSPs"), crls: list("CRLs") };
}
