// Packs parts into one zip on the way out, one after the other, without ever holding a part.

import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { dosTime } from "./dos-time.ts";

export interface ZipPart {
  /** Cleaned and unique. */
  readonly name: string;
  /** Size in bytes; the stream must hold exactly as many. */
  readonly size: number;
  /** Called when its turn comes, at most once. */
  stream(): AsyncIterable<Uint8Array>;
}

/**
 * The zip file as it is written. An error of a part's stream, or a part of another size, ends it with that error, so a
 * response breaks off instead of looking whole. `modifiedAt` dates all entries.
 */
export async function* zipParts(
  parts: readonly ZipPart[],
  modifiedAt: Temporal.Instant,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const opened: Readable[] = [];
  zip.on("error", (error: Error) => output.destroy(error));
  for (const part of parts) {
    // Deflated even though most parts hardly shrink: programs that read a zip front to back cannot find the end of an
    // entry that is stored and streamed.
    const options = {
      size: part.size,
      compressionLevel: 1,
      ...dosTime(modifiedAt),
    };
    zip.addReadStreamLazy(part.name, options, (give) => {
      const stream = Readable.from(part.stream(), { objectMode: false });
      opened.push(stream);
      stream.on("error", (error) => output.destroy(error));
      give(null, stream);
    });
  }
  zip.end();
  try {
    yield* output;
  } finally {
    output.destroy();
    for (const stream of opened) stream.destroy();
  }
}
