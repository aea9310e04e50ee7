// The files embedded in a PDF (ISO 32000-2 §7.11.4).

import type { OpenPdf } from "./open-pdf.ts";
import { isArray, isDict, isStream, isString, type PdfDict, type PdfValue } from "./read-syntax.ts";

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MAX_FILES = 1000;
const MAX_DEPTH = 8;

/** In the order of the name tree. Throws TypeError or a zlib error for what cannot be read. */
export function readAttachments(pdf: OpenPdf): readonly Attachment[] {
  const view = pdf.view(pdf.revisions.length - 1);
  const names = view.resolve(view.catalog.get("Names"));
  const found: Attachment[] = [];
  const visit = (node: PdfValue, depth: number): void => {
    if (!isDict(node)) return;
    if (depth > MAX_DEPTH) throw new TypeError("a tree of names that is too deep");
    const pairs = view.resolve(node.get("Names"));
    if (isArray(pairs)) {
      for (let index = 1; index < pairs.length; index += 2) {
        const file = view.resolve(pairs[index]);
        if (found.length === MAX_FILES) throw new TypeError("too many attached files");
        if (isDict(file)) found.push(readFile(file));
      }
    }
    const kids = view.resolve(node.get("Kids"));
    if (isArray(kids)) for (const kid of kids) visit(view.resolve(kid), depth + 1);
  };
  const readFile = (file: PdfDict): Attachment => {
    const embedded = view.resolve(file.get("EF"));
    const stream = isDict(embedded) ? view.resolve(embedded.get("F")) : null;
    if (!isStream(stream)) throw new TypeError("an attached file without content");
    return { name: textOf(view.resolve(file.get("UF") ?? file.get("F"))), bytes: view.data(stream) };
  };
  if (isDict(names)) visit(view.resolve(names.get("EmbeddedFiles")), 0);
  return found;
}

/** A text string: UTF-16 or UTF-8 with their marks, else Latin-1. */
function textOf(value: PdfValue): string {
  if (!isString(value)) return "";
  const bytes = Buffer.from(value.bytes.subarray(0, 1000));
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(2, 2 + ((bytes.length - 2) & ~1))
      .swap16()
      .toString("utf16le");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString("utf8");
  return bytes.toString("latin1");
}
