// Small files of every kind for the inspection tests, made here byte by byte.

import { zipParts } from "../zip/zip-parts.ts";

const WHEN = Temporal.Instant.from("2026-11-21T09:00:00Z");

export const PDF = Buffer.from(
  "%PDF-1.7\n%\u{e2}\u{e3}\u{cf}\u{d3}\n1 0 obj\n<< >>\nendobj\n%%EOF\n",
  "latin1",
);
export const PNG = Buffer.from(
  "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489 0000000d49444154789c6360000002000001e221bc33 0000000049454e44ae426082".replaceAll(
    " ",
    "",
  ),
  "hex",
);
export const GIF = Buffer.from("GIF89a\u{1}\0\u{1}\0\0\0\0;", "latin1");
export const JPEG = Buffer.concat([
  Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
  Buffer.alloc(40),
]);
export const TIFF = Buffer.concat([Buffer.from("49492a0008000000", "hex"), Buffer.alloc(60)]);
export const WEBP = Buffer.from("RIFF\u{24}\0\0\0WEBPVP8 \u{18}\0\0\0".padEnd(44, "\0"), "latin1");
export const COMPOUND = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504)]);
export const INSTALLER = Buffer.concat([COMPOUND, Buffer.from("84100c0000000000c000000000000046", "hex")]);
export const PROGRAM = Buffer.concat([
  Buffer.from("MZ"),
  Buffer.alloc(58),
  Buffer.from("80000000", "hex"),
  Buffer.alloc(64),
]);

/** A zip of empty-looking entries with these names. */
export function zipOf(...names: string[]): Promise<Buffer> {
  return zipWith(Object.fromEntries(names.map((name) => [name, "content"])));
}

export async function zipWith(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const parts = Object.entries(entries).map(([name, text]) => ({
    name,
    size: Buffer.byteLength(text),
    async *stream() {
      yield Buffer.from(text);
    },
  }));
  return Buffer.concat(await Array.fromAsync(zipParts(parts, WHEN)));
}

/** As office programs write it: the first entry `mimetype` stored, its sizes in its own header. */
export function openDocument(mediaType: string, rest: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.write("PK\u{3}\u{4}", "latin1");
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(mediaType.length, 18);
  header.writeUInt32LE(mediaType.length, 22);
  header.writeUInt16LE(8, 26);
  const first = Buffer.concat([header, Buffer.from(`mimetype${mediaType}`)]);
  // The entries that follow move back by the length of the first: their list says where it begins.
  const end = Buffer.from(rest);
  const at = end.length - 22;
  end.writeUInt32LE(end.readUInt32LE(at + 16) + first.length, at + 16);
  return Buffer.concat([first, end]);
}
