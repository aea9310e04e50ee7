// Binds the verifier of packages/evidence to the anchors this site is configured with: trust never comes from the file itself.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import {
  anchorsOfPem,
  readTrustDirectory,
  type Trust,
  type TrustAnchor,
  verifyFile,
} from "@posthorn/evidence";
import type { VerifyDeps } from "../deps.ts";

export interface TrustSettings {
  /** `file:` URLs of PEM files: whom seals, and whom timestamps must lead to. */
  readonly sealAnchors: readonly string[];
  readonly timestampAnchors: readonly string[];
  /** `file:` URL of a folder of trusted lists, kept by who operates the site; null where none is. */
  readonly trustedLists: string | null;
  /** C2SP verifier keys of the log and of its witnesses. */
  readonly logKey: string | null;
  readonly witnessKeys: readonly string[];
}

type Anchors = Pick<Trust, "sealAnchors" | "timestampAnchors">;

const LISTS_HOURS = 1;

/** Reads all anchors at once, and the lists again every hour; throws where one is missing or is refused. */
export async function openVerifier(
  settings: TrustSettings,
  now: () => Temporal.Instant,
): Promise<VerifyDeps["verify"]> {
  const { logKey, witnessKeys } = settings;
  let anchors = await readAnchors(settings);
  let readAt = now();
  return async (file, beside) => {
    const at = now();
    if (settings.trustedLists !== null && at.since(readAt).total("hours") >= LISTS_HOURS) {
      anchors = await readAnchors(settings);
      readAt = at;
    }
    return verifyFile(file, beside, { ...anchors, logKey, witnessKeys, at });
  };
}

async function readAnchors(settings: TrustSettings): Promise<Anchors> {
  const [seal, timestamp, lists] = await Promise.all([
    readPem(settings.sealAnchors),
    readPem(settings.timestampAnchors),
    settings.trustedLists === null
      ? { seal: [], timestamp: [] }
      : readTrustDirectory(fileURLToPath(settings.trustedLists)),
  ]);
  return { sealAnchors: [...lists.seal, ...seal], timestampAnchors: [...lists.timestamp, ...timestamp] };
}

async function readPem(urls: readonly string[]): Promise<readonly TrustAnchor[]> {
  const read = urls.map(async (url) => {
    const file = new URL(url);
    return anchorsOfPem(await readFile(file, "utf8"), basename(file.pathname));
  });
  return (await Promise.all(read)).flat();
}
