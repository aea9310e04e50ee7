// Adds a signature field with room for a detached signature, and later puts the signature there (EN 319 142-1 §5, ISO 32000-1 §12.8).

import { ParseSpeeds, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "pdf-lib";
import { addSignatureField, byteRangeSlots, fillByteRange } from "./signature-field.ts";

export interface SignatureField {
  /** Of the seal's holder, as in its certificate. */
  readonly signer: string;
  readonly reason: string;
  /** Claimed time of signing, /M. */
  readonly signedAt: Temporal.Instant;
  /** Bytes kept free for the CMS; twice as many hexadecimal digits in the file. */
  readonly room: number;
}

export interface ReservedSignature {
  /** The file with its byte range written and zeros where the signature comes. */
  readonly pdf: Uint8Array;
  /** Start and length of the two ranges that are signed, in bytes. */
  readonly byteRange: readonly [number, number, number, number];
  readonly room: number;
}

/**
 * Appends an incremental update with an invisible signature field: earlier bytes, and so earlier signatures, stay as they are.
 * Throws when the bytes are no PDF that can be read.
 */
export async function reserveSignature(pdf: Uint8Array, field: SignatureField): Promise<ReservedSignature> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    forIncrementalUpdate: true,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const { context } = document;
  const signature = context.register(
    context.obj({
      Type: "Sig",
      Filter: "Adobe.PPKLite",
      SubFilter: "ETSI.CAdES.detached",
      ByteRange: byteRangeSlots(),
      Contents: PDFHexString.of("0".repeat(field.room * 2)),
      Name: PDFHexString.fromText(field.signer),
      Reason: PDFHexString.fromText(field.reason),
      M: PDFString.of(pdfDate(field.signedAt)),
    }),
  );
  declareExtension(document);
  addSignatureField(document, signature, "Seal");
  const bytes = await document.commit({ useObjectStreams: false });
  return fillByteRange(bytes, pdf.length, field.room);
}

/** PDF 1.7 does not know this form of signature: the extension says that the file uses it (EN 319 142-1 §5.1). */
function declareExtension({ context, catalog }: PDFDocument): void {
  const extensions = catalog.lookupMaybe(PDFName.of("Extensions"), PDFDict) ?? context.obj({});
  extensions.set(PDFName.of("ESIC"), context.obj({ BaseVersion: PDFName.of("1.7"), ExtensionLevel: 1 }));
  catalog.set(PDFName.of("Extensions"), extensions);
}

/** Puts a DER signature into the room reserved for it. Throws when it is larger than the room. */
export function placeSignature(reserved: ReservedSignature, signature: Uint8Array): Uint8Array {
  if (signature.length > reserved.room) {
    throw new Error(
      `a signature of ${signature.length} bytes does not fit the ${reserved.room} bytes reserved`,
    );
  }
  const pdf = Buffer.from(reserved.pdf);
  pdf.write(Buffer.from(signature).toString("hex"), reserved.byteRange[1] + 1, "latin1");
  return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.length);
}

/** The signed bytes: all but the signature itself. */
export function signedRanges(reserved: ReservedSignature): readonly [Uint8Array, Uint8Array] {
  const [start, length, second, rest] = reserved.byteRange;
  return [reserved.pdf.subarray(start, start + length), reserved.pdf.subarray(second, second + rest)];
}

function pdfDate(instant: Temporal.Instant): string {
  const digits = instant
    .round({ smallestUnit: "second", roundingMode: "floor" })
    .toString()
    .replaceAll(/[-:TZ]/g, "");
  return `D:${digits}Z`;
}
