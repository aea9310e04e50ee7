// Whether the records of a bundle or a proof stand in the public log, as its proofs say (RFC 9162 §2.1.3, C2SP tlog-checkpoint).

import type { LogProof } from "@posthorn/domain";
import { LOG_PROOFS_FILE } from "../log/log-proof.ts";
import { verifyLogProof } from "../log/verify-log-proof.ts";
import type { Trust } from "../trust/trust.ts";
import type { LogFindings } from "./file-report.ts";
import type { FoundRecord } from "./judged-file.ts";
import { asObject, asText } from "./read-json.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";
import type { ZipFile } from "./zip/read-zip.ts";

/** A place in the log as a file states it. */
interface StatedPlace {
  /** For the report. */
  readonly name: string;
  /** Throws where it is no proof of the log. */
  readonly read: () => LogProof;
}

/** Of a bundle: a file for each record. */
export function placesInBundle(files: readonly ZipFile[]): readonly StatedPlace[] {
  return files
    .filter(({ path }) => /^log\/[^/]+\.json$/u.test(path))
    .map(({ path, bytes }) => ({
      name: path,
      read: () => parseLogProof(JSON.parse(Buffer.from(bytes).toString("utf8"))),
    }));
}

/** Of a proof: one attached file for all. */
export function placesInProof(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  return files
    .filter(({ name }) => name === LOG_PROOFS_FILE)
    .flatMap(({ name, bytes }): readonly StatedPlace[] => {
      const list = readList(Buffer.from(bytes).toString("utf8"));
      return list.map((value, index) => ({ name: `${name} ${index + 1}`, read: () => parseLogProof(value) }));
    });
}

/** What is no list is one unreadable place, so that a check fails. */
function readList(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return [undefined];
  }
}

/** Without a key of the log its places are recomputed, but nobody vouches for the state that they lead to. */
export function checkLog(
  places: readonly StatedPlace[],
  records: readonly FoundRecord[],
  { logKey, witnessKeys, timestampAnchors }: Trust,
  check: MakeCheck,
): LogFindings[] {
  const leaves = new Set(records.map(({ leaf }) => leaf));
  const timestampRoots = timestampAnchors.map(({ certificate }) => certificate);
  return places.flatMap(({ name, read }): LogFindings[] => {
    const found = check("log", () => {
      const proof = read();
      const findings = verifyLogProof(proof, { logKey, witnessKeys, timestampRoots });
      if (!findings.included || !leaves.has(proof.leaf)) {
        throw new CheckFailure(
          "TOTAL-FAILED",
          "HASH_FAILURE",
          `${name}: the record does not stand in the log as it says`,
        );
      }
      if (logKey !== null && !findings.checkpointSigned) {
        throw new CheckFailure(
          "TOTAL-FAILED",
          "SIG_CRYPTO_FAILURE",
          `${name}: the log did not sign that state`,
        );
      }
      return [findings, `${name}: entry ${findings.index} of ${findings.treeSize}`];
    });
    return found ? [found] : [];
  });
}

function parseLogProof(value: unknown): LogProof {
  const { index, leaf, inclusion, checkpoint, timestamp } = asObject(value);
  if (!Number.isSafeInteger(index) || !Array.isArray(inclusion)) throw new TypeError("no proof of the log");
  return {
    index: Number(index),
    leaf: asText(leaf),
    inclusion: inclusion.map(asText),
    checkpoint: asText(checkpoint),
    timestamp: timestamp === null || timestamp === undefined ? null : asText(timestamp),
  };
}
