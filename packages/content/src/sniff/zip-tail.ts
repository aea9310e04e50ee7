// Reads the list of a zip file's entries from its last bytes alone: the central directory, never the entries, is looked at.

import { Readable } from "node:stream";
import { fromRandomAccessReaderPromise, RandomAccessReader } from "yauzl";

/** `beyond` means the list is longer than the bytes given; `damaged` that there is none. */
export type ZipEntries = readonly string[] | "beyond" | "damaged";

/** The entry names, lower case, with forward slashes, as far as `tail` (the file's last bytes, `size` bytes in all) shows. */
export async function readZipEntries(tail: Buffer, size: number): Promise<ZipEntries> {
  const reader = new TailReader(tail, size);
  try {
    // Names stay raw: unusual ones are the sender's affair and no reason to call a zip damaged.
    const zip = await fromRandomAccessReaderPromise(reader, size, {
      decodeStrings: false,
      validateEntrySizes: false,
    });
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileNameRaw.toString("latin1").toLowerCase().replaceAll("\\", "/"));
    }
    return names;
  } catch {
    return reader.askedBeyond ? "beyond" : "damaged";
  }
}

class TailReader extends RandomAccessReader {
  readonly tail: Buffer;
  readonly start: number;
  askedBeyond = false;

  constructor(tail: Buffer, size: number) {
    super();
    this.tail = tail;
    this.start = size - tail.length;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const from = position - this.start;
    if (from < 0) this.askedBeyond = true;
    const inside = from >= 0 && from + length <= this.tail.length;
    if (inside) this.tail.copy(buffer, offset, from, from + length);
    // Asynchronously, or a directory of thousands of entries would recurse as deep.
    setImmediate(callback, inside ? null : new Error("outside the bytes at hand"));
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.tail.subarray(start - this.start, end - this.start)]);
  }
}
