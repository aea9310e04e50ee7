// The text of a file as a spreadsheet or mail program saved it: its encoding told by its mark, or by what its bytes can be.

import { isUtf8 } from "node:buffer";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Latin-1 is read as Windows-1252, of which it is a part as far as printable characters go. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

const CHUNK_BYTES = 65_536;

/** Piece by piece, without the mark at the start. Damaged UTF-16 shows its replacement sign. */
export function* textOf(bytes: Uint8Array, encoding: TextEncoding): Generator<string, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
    yield decoder.decode(bytes.subarray(from, from + CHUNK_BYTES), { stream: true });
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
