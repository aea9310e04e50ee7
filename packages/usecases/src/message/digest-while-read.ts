// Reads an attachment through to its end whoever stops listening, and knows its size and digest then.

import { createHash } from "node:crypto";
import type { PartFacts } from "@posthorn/domain";

export type SeenPart = Pick<PartFacts, "size" | "sha256">;

export interface DigestedReading {
  /** The same octets; leaving it early does not close the source. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** Reads what is left; to be called once. Throws what the source throws, a connection broken off for one. */
  toTheEnd(): Promise<SeenPart>;
}

/** `source` is read by nobody else. */
export function digestWhileRead(source: AsyncIterable<Uint8Array>): DigestedReading {
  const reader = source[Symbol.asyncIterator]();
  const hash = createHash("sha256");
  let size = 0;

  async function* read(): AsyncGenerator<Uint8Array> {
    for (let next = await reader.next(); !next.done; next = await reader.next()) {
      hash.update(next.value);
      size += next.value.byteLength;
      yield next.value;
    }
  }

  return {
    stream: read(),
    async toTheEnd() {
      const rest = read();
      while (!(await rest.next()).done) continue;
      return { size, sha256: hash.digest("hex") };
    },
  };
}
