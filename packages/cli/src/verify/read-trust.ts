// The trust that was given on the command line: PEM files, folders of trusted lists, keys of the log and its witnesses.

import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import {
  anchorsOfPem,
  parseNoteKey,
  readTrustDirectory,
  type Trust,
  type TrustAnchor,
} from "@posthorn/evidence";
import { UsageError } from "../command.ts";

export const TRUST_OPTIONS = {
  trust: { type: "string", multiple: true },
  "timestamp-trust": { type: "string", multiple: true },
  "log-key": { type: "string" },
  "witness-key": { type: "string", multiple: true },
  at: { type: "string" },
} as const;

export interface TrustArguments {
  readonly trust?: readonly string[] | undefined;
  readonly "timestamp-trust"?: readonly string[] | undefined;
  readonly "log-key"?: string | undefined;
  readonly "witness-key"?: readonly string[] | undefined;
  readonly at?: string | undefined;
}

interface Anchors {
  readonly seal: readonly TrustAnchor[];
  readonly timestamp: readonly TrustAnchor[];
}

/** PEM files given with `--trust` serve for timestamps too where no `--timestamp-trust` is given. Throws UsageError. */
export async function readTrust(
  given: TrustArguments,
  { folder, now }: { readonly folder: string; readonly now: () => Temporal.Instant },
): Promise<Trust> {
  const at = given.at === undefined ? now() : readInstant(given.at);
  const own = await readAnchors(given.trust ?? [], folder);
  const stamps = given["timestamp-trust"] && (await readAnchors(given["timestamp-trust"], folder));
  const [logKey] = await readKeys(given["log-key"] === undefined ? [] : [given["log-key"]], folder);
  return {
    sealAnchors: own.seal,
    timestampAnchors: stamps?.timestamp ?? own.timestamp,
    logKey: logKey ?? null,
    witnessKeys: await readKeys(given["witness-key"] ?? [], folder),
    at,
  };
}

function readInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new UsageError(`--at is an instant, as 2026-11-21T09:00:00Z, not ${text}`);
  }
}

async function readAnchors(paths: readonly string[], folder: string): Promise<Anchors> {
  const all = await Promise.all(paths.map((path) => readOne(resolve(folder, path))));
  return { seal: all.flatMap(({ seal }) => seal), timestamp: all.flatMap(({ timestamp }) => timestamp) };
}

async function readOne(path: string): Promise<Anchors> {
  try {
    if ((await stat(path)).isDirectory()) return await readTrustDirectory(path);
    const anchors = anchorsOfPem(await readFile(path, "utf8"), basename(path));
    return { seal: anchors, timestamp: anchors };
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : "cannot be read"}`);
  }
}

/** Each the key itself, or a file that holds it. */
async function readKeys(given: readonly string[], folder: string): Promise<readonly string[]> {
  return Promise.all(
    given.map(async (text) => {
      const key = text.includes("+") ? text : await readKeyFile(resolve(folder, text));
      try {
        parseNoteKey(key);
      } catch {
        throw new UsageError(`${text} is no verifier key (name+id+key)`);
      }
      return key;
    }),
  );
}

async function readKeyFile(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}
