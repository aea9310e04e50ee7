// Attaches files to the document as a whole (ISO 32000-2 §7.11.4, §14.13; ISO 19005-3 §6.8).

import { PDFHexString, PDFName, PDFString, type PDFDocument } from "pdf-lib";
import { compressedStream } from "./compressed-stream.ts";

export interface AttachedFile {
  /** ASCII, unique in the document. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly description: string;
  /** How the file relates to the page (ISO 32000-2 §14.13.2). */
  readonly relationship: "Data" | "Source" | "Alternative" | "Supplement";
}

/** `madeAt` becomes each file's date of creation and modification. */
export function attachFiles(
  { context, catalog }: PDFDocument,
  files: readonly AttachedFile[],
  madeAt: Date,
): void {
  if (files.length === 0) return;
  const date = PDFString.fromDate(madeAt);
  const attached = files.map(({ name, bytes, mediaType, description, relationship }) => {
    const stream = compressedStream(context, bytes, {
      Type: "EmbeddedFile",
      Subtype: mediaType,
      Params: { Size: bytes.length, CreationDate: date, ModDate: date },
    });
    const specification = context.obj({
      Type: "Filespec",
      F: PDFString.of(name),
      UF: PDFHexString.fromText(name),
      EF: { F: context.register(stream) },
      Desc: PDFHexString.fromText(description),
      AFRelationship: relationship,
    });
    return { name, ref: context.register(specification) };
  });
  // A name tree is searched by halves.
  const inOrder = attached.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names = inOrder.flatMap(({ name, ref }) => [PDFHexString.fromText(name), ref]);
  catalog.set(PDFName.of("Names"), context.obj({ EmbeddedFiles: { Names: names } }));
  catalog.set(PDFName.of("AF"), context.obj(attached.map(({ ref }) => ref)));
}
