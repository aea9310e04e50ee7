// The identifier of a file (ISO 32000-1 §14.4): taken from what it is made of, so that the same content gives the same octets.

import { type PDFDocument, PDFHexString } from "pdf-lib";

/** `digest`: of the content, in hex, of 16 octets at least. */
export function identifyFile({ context }: PDFDocument, digest: string): void {
  const id = PDFHexString.of(digest.slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}
