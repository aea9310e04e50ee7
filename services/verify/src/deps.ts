// What the pages of the verification site are given; main.ts wires it, tests as well.

import type { LogHead } from "@posthorn/usecases";
import type { CallLimit, SiteSettings } from "@posthorn/web";
import type { FileDigest, FileReport } from "./report/file-report.ts";

export interface Health {
  live(): { readonly status: 200 | 503; readonly body: object };
  ready(): Promise<{ readonly status: 200 | 503; readonly body: object }>;
}

/** The public log as the database role of this service may read it. */
export interface PublicLog {
  /** C2SP tlog-checkpoint with its cosignatures; null before the first. */
  checkpoint(): Promise<string | null>;
  /** By its path below the log's prefix (`tile/0/x001/067`); null where the newest checkpoint has no such tile. */
  tile(path: string): Promise<Uint8Array | null>;
  head(): Promise<LogHead | null>;
  /** Name of the log and its key as a C2SP verifier key; null where none is configured. */
  readonly vkey: string | null;
}

export interface CheckLimits {
  /** Bytes of the proof. */
  readonly proofBytes: number;
  /** Of the original files where they travel: one, and all together. */
  readonly originalBytes: number;
  readonly originalsBytes: number;
  /** Of the files beside the proof. */
  readonly originals: number;
  /** Checks that may be under way at once, reading included. */
  readonly atOnce: number;
  /** Time to read a body, in milliseconds. */
  readonly readMs: number;
}

export const CHECK_LIMITS: CheckLimits = {
  proofBytes: 25_000_000,
  originalBytes: 100_000_000,
  originalsBytes: 250_000_000,
  originals: 30,
  atOnce: 8,
  readMs: 300_000,
};

/** Checks that one address may ask for; wide enough for an office behind one address. */
export const CALLS = { calls: 60, windowSeconds: 600 };

export interface VerifyDeps {
  readonly site: Omit<SiteSettings, "service" | "bodyBytes" | "readsMultipart">;
  readonly health: Health;
  /** Nothing of the file is kept, whatever it is; never throws over its content. */
  verify(
    file: { readonly name: string; readonly bytes: Uint8Array },
    beside: readonly FileDigest[],
  ): Promise<FileReport>;
  readonly log: PublicLog;
  /** Whose site this is, and where people reach him. */
  readonly provider: { readonly name: string; readonly contact: string };
  readonly limits: CheckLimits;
  readonly calls: CallLimit;
  /** For "checked on"; throws AppError unavailable when the clock is stale. */
  now(): Temporal.Instant;
}
