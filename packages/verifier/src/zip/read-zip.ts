// Unpacks a zip file within limits: names, sizes and check sums as the directory at its end says.

import { concat, fromUtf8 } from "../octets/octets.ts";

const MAX_ENTRIES = 5000;
const MAX_OCTETS = 500_000_000;

/**
 * Files by path, in the order of the directory. Throws TypeError for what is no zip file or one this reader refuses:
 * encrypted, in parts, beyond 4 GiB, with a name twice or outside, or larger unpacked than 500 MB.
 */
export async function readZip(octets: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES || view.getUint16(end + 8, true) !== count)
    throw new TypeError("not a plain zip file");
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(offset, true) !== 0x0201_4b50) throw new TypeError("the directory is damaged");
    const flags = view.getUint16(offset + 8, true);
    const method = view.getUint16(offset + 10, true);
    const packedSize = view.getUint32(offset + 20, true);
    const size = view.getUint32(offset + 24, true);
    const nameLength = view.getUint16(offset + 28, true);
    const local = view.getUint32(offset + 42, true);
    const name = fromUtf8(octets.subarray(offset + 46, offset + 46 + nameLength));
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    total += size;
    if ((flags & 1) !== 0 || total > MAX_OCTETS) throw new TypeError("encrypted, or too large");
    if (files.has(name) || /^\/|(?:^|\/)\.\.(?:\/|$)|\\/u.test(name))
      throw new TypeError("a name is not allowed");
    if (name.endsWith("/")) continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    files.set(name, await unpack(octets.subarray(start, start + packedSize), method, size));
  }
  return files;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === 0x0605_4b50) return at;
  throw new TypeError("not a zip file");
}

async function unpack(packed: Uint8Array, method: number, size: number): Promise<Uint8Array> {
  if (method !== 0 && method !== 8) throw new TypeError("packed in a way unknown here");
  const unpacked = method === 0 ? packed : await inflate(packed, "deflate-raw", size);
  if (unpacked.length !== size) throw new TypeError("a file has another size than it should");
  return unpacked;
}

/** Throws TypeError when more than `limit` octets come out. */
export async function inflate(
  packed: Uint8Array,
  format: "deflate" | "deflate-raw",
  limit: number,
): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream(format));
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new TypeError("a file unpacks to more than it should");
    }
    pieces.push(next.value);
  }
  return concat(...pieces);
}
