// Writes a zip file whose octets depend on its entries alone (APPNOTE 6.3.10), fit for ETSI EN 319 162-1 containers.

import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Left as it is: the media type entry must be readable without unpacking. */
  readonly stored?: boolean;
}

const UTF8_NAMES = 0x0800;
const VERSION = 20;
const LIMIT = 0xffff_ffff;

/** Entries in the order given, all dated `at` in UTC. Throws RangeError beyond 65,535 entries or 4 GiB. */
export function writeZip(entries: readonly ZipEntry[], at: Temporal.Instant): Uint8Array {
  if (entries.length > 0xffff) throw new RangeError("more entries than a zip file holds");
  const moment = dosTime(at);
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes, stored = false } of entries) {
    const name = Buffer.from(path, "utf8");
    const packed = stored ? bytes : deflateRawSync(bytes, { level: 9 });
    const shared = header(bytes, packed, stored ? 0 : 8, moment, name.length);
    pieces.push(numbers([4, 0x0403_4b50], [2, VERSION]), shared, name, packed);
    directory.push(
      numbers([4, 0x0201_4b50], [2, VERSION], [2, VERSION]),
      shared,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      name,
    );
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  if (offset + size > LIMIT) throw new RangeError("more octets than a zip file holds");
  const count = entries.length;
  const end = numbers(
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return Uint8Array.from(Buffer.concat([...pieces, ...directory, end]));
}

/** What a local header and its entry of the directory have in common. */
function header(
  bytes: Uint8Array,
  packed: Uint8Array,
  method: number,
  moment: { readonly time: number; readonly date: number },
  nameLength: number,
): Uint8Array {
  return numbers(
    [2, UTF8_NAMES],
    [2, method],
    [2, moment.time],
    [2, moment.date],
    [4, crc32(bytes)],
    [4, packed.length],
    [4, bytes.length],
    [2, nameLength],
    [2, 0],
  );
}

/** Little-endian numbers, each with its width in octets. */
function numbers(...fields: readonly (readonly [width: number, value: number])[]): Uint8Array {
  const out = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let offset = 0;
  for (const [width, value] of fields) offset = out.writeUIntLE(value, offset, width);
  return out;
}

function dosTime(at: Temporal.Instant): { readonly time: number; readonly date: number } {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO("UTC");
  return {
    time: (hour << 11) | (minute << 5) | (second >> 1),
    date: ((year - 1980) << 9) | (month << 5) | day,
  };
}
