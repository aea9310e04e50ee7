// Reads a zip of strangers into memory within limits (APPNOTE 6.3.10): what two readers could read differently is refused.

import { crc32, inflateRawSync } from "node:zlib";

export interface ZipFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MAX_ENTRIES = 2000;
const MAX_ENTRY = 64 * 1024 * 1024;
const MAX_TOTAL = 128 * 1024 * 1024;
/** Text packs to a tenth; what unfolds two hundred times over was made to. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The files in the order of the directory; folders are left out. Throws TypeError for: names that leave the folder or
 * stand twice, encryption, links, ZIP64, other compressions, entries that overlap, sizes or sums that are not as said,
 * and more than the limits.
 */
export function readZip(bytes: Uint8Array): readonly ZipFile[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = readDirectory(zip);
  requireDistinct(entries);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_TOTAL) throw new TypeError("the container unfolds to too much");
  return entries.flatMap((entry) => {
    const content = readEntry(zip, entry);
    return entry.path.endsWith("/") ? [] : [{ path: entry.path, bytes: content }];
  });
}

function readDirectory(zip: Buffer): Entry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  const size = zip.readUInt32LE(end + 12);
  const start = zip.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) throw new TypeError("the container has too many files");
  if (zip.readUInt16LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count || start + size !== end) {
    throw new TypeError("the container's directory is not where it should be");
  }
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readDirectoryEntry(zip, at, start);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw new TypeError("the container's directory is not as long as it says");
  return entries;
}

function findEnd(zip: Buffer): number {
  const least = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= least; at -= 1) {
    if (zip.readUInt32LE(at) === END_SIGNATURE && at + 22 + zip.readUInt16LE(at + 20) === zip.length)
      return at;
  }
  throw new TypeError("the container has no directory");
}

function readDirectoryEntry(zip: Buffer, at: number, limit: number): { entry: Entry; next: number } {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY_SIGNATURE) {
    throw new TypeError("the container's directory is not readable");
  }
  const flags = zip.readUInt16LE(at + 8);
  if ((flags & 0x2041) !== 0) throw new TypeError("a file in the container is encrypted");
  const kind = zip.readUInt32LE(at + 38) >>> 28;
  if (zip.readUInt8(at + 5) === 3 && kind !== 0 && kind !== 8 && kind !== 4) {
    throw new TypeError("the container holds a link or a device");
  }
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  const path = zip.toString("utf8", at + 46, nameEnd);
  requireTamePath(path);
  const entry = {
    path,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  };
  if (entry.offset + 30 + entry.packed > limit) throw new TypeError("a file lies outside the container");
  if (entry.size > MAX_ENTRY) throw new TypeError(`${path} is too large`);
  if (entry.size > RATIO_COUNTS_FROM && entry.size > entry.packed * MAX_RATIO) {
    throw new TypeError(`${path} unfolds to too much`);
  }
  return { entry, next: nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32) };
}

function requireTamePath(path: string): void {
  const parts = path.split("/");
  const odd = /[\p{Control}\\:\uFFFD]/u.test(path) || path.length > 255 || path === "";
  const leads = parts.some(
    (part, index) => part === "." || part === ".." || (part === "" && index < parts.length - 1),
  );
  if (odd || leads)
    throw new TypeError(`a file in the container has the name ${JSON.stringify(path.slice(0, 80))}`);
}

/** Names that differ in case only are one file on many disks. */
function requireDistinct(entries: readonly Entry[]): void {
  const names = new Set(entries.map(({ path }) => path.normalize("NFC").toLowerCase()));
  if (names.size !== entries.length) throw new TypeError("two files in the container have the same name");
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  inOrder.forEach(({ offset, packed }, index) => {
    const next = inOrder[index + 1];
    if (next && offset + 30 + packed > next.offset) throw new TypeError("files in the container overlap");
  });
}

function readEntry(zip: Buffer, { path, method, crc, packed, size, offset }: Entry): Uint8Array {
  if (zip.readUInt32LE(offset) !== LOCAL_SIGNATURE)
    throw new TypeError(`${path} is not where the directory says`);
  const nameLength = zip.readUInt16LE(offset + 26);
  const start = offset + 30 + nameLength + zip.readUInt16LE(offset + 28);
  if (
    zip.toString("utf8", offset + 30, offset + 30 + nameLength) !== path ||
    zip.readUInt16LE(offset + 8) !== method
  ) {
    throw new TypeError(`${path} is called otherwise where it stands`);
  }
  const raw = zip.subarray(start, start + packed);
  const content = unpack(raw, method, size, path);
  if (raw.length !== packed || content.length !== size || crc32(content) !== crc) {
    throw new TypeError(`${path} is damaged`);
  }
  return content;
}

function unpack(raw: Buffer, method: number, size: number, path: string): Uint8Array {
  if (method === STORED) return raw;
  if (method !== DEFLATED) throw new TypeError(`${path} is compressed in an unknown way`);
  try {
    // one more than said: a longer file is found out before it is in memory
    return inflateRawSync(raw, { maxOutputLength: size + 1 });
  } catch {
    throw new TypeError(`${path} is damaged`);
  }
}
