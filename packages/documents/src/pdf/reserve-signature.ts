// Adds a signature field with room for a detached signature, and later puts the signature there (EN 319 142-1 §5, ISO 32000-1 §12.8).

import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from "pdf-lib";

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

/** Wide enough for any file below 10 GB. */
const RANGE_SLOT = "**********";

/**
 * Appends an incremental update with an invisible signature field: earlier bytes, and so earlier signatures, stay as they are.
 * Throws when the bytes are no PDF that can be read.
 */
export async function reserveSignature(pdf: Uint8Array, field: SignatureField): Promise<ReservedSignature> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, forIncrementalUpdate: true });
  const { context, catalog } = document;
  const page = document.getPage(0);
  const signature = context.register(
    context.obj({
      Type: "Sig",
      Filter: "Adobe.PPKLite",
      SubFilter: "ETSI.CAdES.detached",
      ByteRange: [0, PDFName.of(RANGE_SLOT), PDFName.of(RANGE_SLOT), PDFName.of(RANGE_SLOT)],
      Contents: PDFHexString.of("0".repeat(field.room * 2)),
      Name: PDFHexString.fromText(field.signer),
      Reason: PDFHexString.fromText(field.reason),
      M: PDFString.of(pdfDate(field.signedAt)),
    }),
  );
  const form = catalog.lookupMaybe(PDFName.of("AcroForm"), PDFDict) ?? context.obj({ Fields: [] });
  const fields = form.lookupMaybe(PDFName.of("Fields"), PDFArray) ?? context.obj([]);
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: PDFString.of(`Seal${fields.size() + 1}`),
      V: signature,
      P: page.ref,
      Rect: [0, 0, 0, 0],
      // Printed and locked: PDF/A asks for the first, a seal for the second.
      F: 132,
    }),
  );
  fields.push(widget);
  form.set(PDFName.of("Fields"), fields);
  form.set(PDFName.of("SigFlags"), PDFNumber.of(3));
  catalog.set(PDFName.of("AcroForm"), form);
  page.node.addAnnot(widget);
  for (const ref of [context.trailerInfo.Root, page.ref, context.getObjectRef(form)]) {
    if (ref instanceof PDFRef) context.snapshot?.markRefForSave(ref);
  }
  const bytes = await document.commit({ useObjectStreams: false });
  return fillByteRange(bytes, pdf.length, field.room);
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

function fillByteRange(bytes: Uint8Array, updateStart: number, room: number): ReservedSignature {
  const pdf = Buffer.from(bytes);
  // Only the update is searched: an earlier signature has the same look.
  const slotsAt = pdf.indexOf(`/${RANGE_SLOT}`, updateStart, "latin1");
  const contentsAt = pdf.indexOf(`<${"0".repeat(64)}`, updateStart, "latin1");
  const end = contentsAt + room * 2 + 2;
  if (slotsAt < 0 || contentsAt < 0 || pdf[end - 1] !== 0x3e)
    throw new Error("the reserved signature is not where it was written");
  const byteRange = [0, contentsAt, end, pdf.length - end] as const;
  const slots = ` /${RANGE_SLOT}`.length * 3 - 1;
  pdf.write(byteRange.slice(1).join(" ").padEnd(slots), slotsAt, "latin1");
  return { pdf: new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.length), byteRange, room };
}

function pdfDate(instant: Temporal.Instant): string {
  const digits = instant
    .round({ smallestUnit: "second", roundingMode: "floor" })
    .toString()
    .replaceAll(/[-:TZ]/g, "");
  return `D:${digits}Z`;
}
