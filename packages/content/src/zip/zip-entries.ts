// Packs a stream of entries into one zip on the way out: the next is asked for only once the one before is written.

import { once } from "node:events";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { dosTime } from "./dos-time.ts";

export interface ZipEntry {
  /** A path with slashes; each name only once. */
  readonly name: string;
  /** Called when its turn comes, at most once; how much it holds need not be known before. */
  stream(): AsyncIterable<Uint8Array>;
}

/**
 * The zip file as it is written, however many entries there are: none but the present one is held. An error of the entries or of
 * a stream ends it with that error, so a response breaks off instead of looking whole. `modifiedAt` dates all entries.
 */
export async function* zipEntries(
  entries: AsyncIterable<ZipEntry>,
  modifiedAt: Temporal.Instant,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  let present: Readable | undefined;
  const left = new AbortController();
  const feeding = feed().catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    yield* output;
  } finally {
    left.abort();
    output.destroy();
    present?.destroy();
    await feeding;
  }

  async function feed(): Promise<void> {
    for await (const entry of entries) {
      if (left.signal.aborted) return;
      const stream = Readable.from(entry.stream(), { objectMode: false });
      present = stream;
      const closed = once(stream, "close", { signal: left.signal });
      stream.on("error", (error) => output.destroy(error));
      // Deflated: programs that read a zip front to back cannot find the end of an entry that is stored and streamed.
      zip.addReadStream(stream, entry.name, {
        compressionLevel: 1,
        ...dosTime(modifiedAt),
      });
      try {
        await closed;
      } catch (error) {
        if (left.signal.aborted) return;
        throw error;
      }
    }
    zip.end();
  }
}
