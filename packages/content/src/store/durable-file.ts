// The few file system acts that durability rests on: whole writes, synced directories, and a full disk told as such.

import { mkdir, open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { AppError } from "@posthorn/domain";

// 256 KiB of content: large enough that the system call is small beside it, small enough to hold for each upload.
const PIECES_PER_WRITE = 8;

export interface FileWriter {
  /** Takes pieces to append; waits only while an earlier write is still under way. They must not change afterwards. */
  append(pieces: readonly Uint8Array[]): Promise<void>;
  /** Writes what is left; on return all of it is on disk. */
  finish(): Promise<void>;
  /** Waits for the write under way, whatever came of it. */
  settle(): Promise<void>;
}

/** Appends behind the caller's back, one write at a time, so that hashing and ciphering go on meanwhile. */
export function createFileWriter(file: FileHandle): FileWriter {
  let waiting: Uint8Array[] = [];
  let underWay: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    await underWay;
    underWay = writeAll(file, waiting);
    // Seen by whoever waits next; until then it is no unhandled failure.
    underWay.catch(() => undefined);
    waiting = [];
  }

  return {
    async append(pieces) {
      waiting.push(...pieces);
      if (waiting.length >= PIECES_PER_WRITE) await flush();
    },
    async finish() {
      await flush();
      await underWay;
      await file.sync();
    },
    settle: () => underWay.catch(() => undefined),
  };
}

async function writeAll(file: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  if (pieces.length === 0) return;
  const { bytesWritten } = await file.writev(pieces);
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (bytesWritten === total) return;
  // A write cut short is rare (a disk about to be full); the next one tells why.
  const rest = Buffer.concat(pieces).subarray(bytesWritten);
  for (let at = 0; at < rest.length;) at += (await file.write(rest, at)).bytesWritten;
}

/** Makes a directory with its parents; on return the new entries are on disk. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o770 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncDirectory(dirname(made));
}

/** Puts a directory's entries on disk: a rename or unlink in it is durable afterwards. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** The system's error name (`ENOENT`), or undefined for anything else. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** A full disk or quota as the retryable `storage_full`; everything else unchanged. */
export function storageError(error: unknown): unknown {
  const errno = errnoOf(error);
  if (errno !== "ENOSPC" && errno !== "EDQUOT") return error;
  return new AppError("unavailable", "storage_full", { retryAfterSeconds: 300, cause: error });
}
