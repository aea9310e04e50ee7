// The invisible field that a signature or a document timestamp stands in, and its byte range (ISO 32000-1 §12.7.4.5, §12.8.1).

import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  PDFString,
  type PDFDocument,
  type PDFRef,
} from "pdf-lib";
import type { ReservedSignature } from "./reserve-signature.ts";

/** Wide enough for any file below 10 GB. */
const RANGE_SLOT = "**********";

/** What /ByteRange holds until the file is written and its length known. */
export function byteRangeSlots(): (number | PDFName)[] {
  return [0, PDFName.of(RANGE_SLOT), PDFName.of(RANGE_SLOT), PDFName.of(RANGE_SLOT)];
}

/** Enters the signature dictionary into form and first page, and marks for the next update what that changes. */
export function addSignatureField(document: PDFDocument, signature: PDFRef, name: string): void {
  const { context, catalog } = document;
  const page = firstPage(document);
  const form = catalog.lookupMaybe(PDFName.of("AcroForm"), PDFDict) ?? context.obj({ Fields: [] });
  const fields = form.lookupMaybe(PDFName.of("Fields"), PDFArray) ?? context.obj([]);
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: PDFString.of(`${name}${fields.size() + 1}`),
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
  const annotations = page.node.Annots() ?? context.obj([]);
  annotations.push(widget);
  page.node.set(PDFName.of("Annots"), annotations);
  for (const changed of [catalog, page.node, form, fields, annotations]) {
    const ref = context.getObjectRef(changed);
    if (ref) context.snapshot?.markRefForSave(ref);
  }
}

/** Found without `getPage`, which would wrap the page's content anew and so change what is signed already. */
function firstPage({ catalog }: PDFDocument): { node: PDFPageLeaf; ref: PDFRef } {
  const pages: { node: PDFPageLeaf; ref: PDFRef }[] = [];
  catalog.Pages().traverse((node, ref) => {
    if (node instanceof PDFPageLeaf) pages.push({ node, ref });
  });
  const [first] = pages;
  if (!first) throw new TypeError("the document has no page");
  return first;
}

/** Writes the byte range of the signature that the update from `updateStart` on holds. */
export function fillByteRange(bytes: Uint8Array, updateStart: number, room: number): ReservedSignature {
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
