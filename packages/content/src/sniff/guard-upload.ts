// Inspects a file while it streams to the store, so that nothing refused is ever kept and no plaintext touches a disk.

import { AppError } from "@posthorn/domain";
import { HEAD_BYTES, inspectUpload } from "./inspect-upload.ts";
import { inspectStoredZip, TAIL_BYTES } from "./inspect-stored-zip.ts";
import { kindOfMediaType } from "./file-kind.ts";
import { createTextCheck } from "./text-check.ts";
import { refusalError } from "./verdict.ts";
import type { AcceptedUpload, UploadVerdict } from "./verdict.ts";

export interface GuardedUpload {
  /**
   * The same bytes. Throws AppError `part_<reason>` as soon as the content is refused: after the first 64 KiB, and for
   * zip-based and text files also at the end; a put that reads it therefore never completes with a refused file.
   */
  readonly stream: AsyncIterable<Uint8Array>;
  /** What the content is; only after the stream was read to its end. */
  accepted(): AcceptedUpload;
}

/** Watches one upload; `name` is the cleaned file name. Holds at most 64 KiB, for zip-based files 1 MiB more. */
export function guardUpload(name: string, source: AsyncIterable<Uint8Array>): GuardedUpload {
  let verdict: AcceptedUpload | undefined;

  async function* watched(): AsyncGenerator<Uint8Array> {
    const reader = source[Symbol.asyncIterator]();
    try {
      const { head, ended } = await readHead(reader);
      const first = insist(
        await inspectUpload({ name, head, size: ended ? head.length : Number.POSITIVE_INFINITY }),
      );
      const finish = watchRest(name, first);
      finish.see(head);
      yield head;
      for await (const piece of { [Symbol.asyncIterator]: () => reader }) {
        finish.see(piece);
        yield piece;
      }
      verdict = await finish.verdict();
    } finally {
      await reader.return?.();
    }
  }

  return {
    stream: watched(),
    accepted() {
      if (verdict === undefined) throw new AppError("internal", "part_not_read");
      return verdict;
    },
  };
}

interface RestWatch {
  see(piece: Uint8Array): void;
  verdict(): Promise<AcceptedUpload>;
}

function watchRest(name: string, first: AcceptedUpload): RestWatch {
  const family = kindOfMediaType(first.mediaType)?.family;
  if (family === "text") {
    const check = createTextCheck();
    return {
      see(piece) {
        if (!check.feed(piece)) throw refusalError("type_mismatch");
      },
      async verdict() {
        if (!check.end()) throw refusalError("type_mismatch");
        return first;
      },
    };
  }
  if (family !== "zip") return { see: () => undefined, verdict: async () => first };
  const tail = createTail();
  return {
    see: (piece) => tail.see(piece),
    verdict: async () => insist(await inspectStoredZip({ name, ...tail.last() })),
  };
}

function insist(verdict: UploadVerdict): AcceptedUpload {
  if (!verdict.ok) throw refusalError(verdict.reason);
  return verdict;
}

async function readHead(reader: AsyncIterator<Uint8Array>): Promise<{ head: Buffer; ended: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await reader.next();
    if (next.done === true) return { head: Buffer.concat(pieces), ended: true };
    // Copied: a source may reuse its buffer for the next piece.
    pieces.push(Uint8Array.from(next.value));
    length += next.value.length;
  }
  return { head: Buffer.concat(pieces), ended: false };
}

/** Keeps the last `TAIL_BYTES` bytes of what it sees, in a ring. */
function createTail(): { see(piece: Uint8Array): void; last(): { tail: Buffer; size: number } } {
  const ring = Buffer.allocUnsafeSlow(TAIL_BYTES);
  let size = 0;
  return {
    see(piece) {
      const kept = piece.subarray(Math.max(0, piece.length - TAIL_BYTES));
      const at = (size + piece.length - kept.length) % TAIL_BYTES;
      const upToEnd = kept.subarray(0, TAIL_BYTES - at);
      ring.set(upToEnd, at);
      ring.set(kept.subarray(upToEnd.length), 0);
      size += piece.length;
    },
    last() {
      if (size <= TAIL_BYTES) return { tail: ring.subarray(0, size), size };
      const at = size % TAIL_BYTES;
      return { tail: Buffer.concat([ring.subarray(at), ring.subarray(0, at)]), size };
    },
  };
}
