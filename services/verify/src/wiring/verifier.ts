// Binds the verifier of packages/evidence to the anchors this site is configured with: trust never comes from the file itself.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { anchorsOfPem, type Trust, type TrustAnchor, verifyFile } from "@posthorn/evidence";
import type { VerifyDeps } from "../deps.ts";

export interface TrustSettings {
  /** `file:` URLs of PEM files: whom seals, and whom timestamps must lead to. */
  readonly sealAnchors: readonly string[];
  readonly timestampAnchors: readonly string[];
  /** C2SP verifier keys of the log and of its witnesses. */
  readonly logKey: string | null;
  readonly witnessKeys: readonly string[];
}

/** Reads the anchors once; throws where a file is missing or holds no certificate. */
export async function openVerifier(
  settings: TrustSettings,
  now: () => Temporal.Instant,
): Promise<VerifyDeps["verify"]> {
  const [sealAnchors, timestampAnchors] = await Promise.all([
    readAnchors(settings.sealAnchors),
    readAnchors(settings.timestampAnchors),
  ]);
  const trust: Omit<Trust, "at"> = {
    sealAnchors,
    timestampAnchors,
    logKey: settings.logKey,
    witnessKeys: settings.witnessKeys,
  };
  return (file, beside) => verifyFile(file, beside, { ...trust, at: now() });
}

async function readAnchors(urls: readonly string[]): Promise<readonly TrustAnchor[]> {
  const read = urls.map(async (url) => {
    const file = new URL(url);
    return anchorsOfPem(await readFile(file, "utf8"), basename(file.pathname));
  });
  return (await Promise.all(read)).flat();
}
