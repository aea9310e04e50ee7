// Whether the records of a bundle stand in the public log, as its proofs say (RFC 9162 §2.1.3, C2SP tlog-checkpoint).

import type { LogProof } from "@posthorn/domain";
import { verifyLogProof } from "../log/verify-log-proof.ts";
import type { Trust } from "../trust/trust.ts";
import type { LogFindings } from "./file-report.ts";
import type { FoundRecord } from "./judged-file.ts";
import { asObject, asText } from "./read-json.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";
import type { ZipFile } from "./zip/read-zip.ts";

/** Without a key of the log its places are recomputed, but nobody vouches for the state that they lead to. */
export function checkLog(
  files: readonly ZipFile[],
  records: readonly FoundRecord[],
  { logKey, witnessKeys, timestampAnchors }: Trust,
  check: MakeCheck,
): LogFindings[] {
  const leaves = new Set(records.map(({ leaf }) => leaf));
  const timestampRoots = timestampAnchors.map(({ certificate }) => certificate);
  return files
    .filter(({ path }) => /^log\/[^/]+\.json$/u.test(path))
    .flatMap((file): LogFindings[] => {
      const found = check("log", () => {
        const proof = parseLogProof(Buffer.from(file.bytes).toString("utf8"));
        const findings = verifyLogProof(proof, { logKey, witnessKeys, timestampRoots });
        if (!findings.included || !leaves.has(proof.leaf)) {
          throw new CheckFailure(
            "TOTAL-FAILED",
            "HASH_FAILURE",
            `${file.path}: the record does not stand in the log as it says`,
          );
        }
        if (logKey !== null && !findings.checkpointSigned) {
          throw new CheckFailure(
            "TOTAL-FAILED",
            "SIG_CRYPTO_FAILURE",
            `${file.path}: the log did not sign that state`,
          );
        }
        return [findings, `${file.path}: entry ${findings.index} of ${findings.treeSize}`];
      });
      return found ? [found] : [];
    });
}

function parseLogProof(text: string): LogProof {
  const { index, leaf, inclusion, checkpoint, timestamp } = asObject(JSON.parse(text));
  if (!Number.isSafeInteger(index) || !Array.isArray(inclusion)) throw new TypeError("no proof of the log");
  return {
    index: Number(index),
    leaf: asText(leaf),
    inclusion: inclusion.map(asText),
    checkpoint: asText(checkpoint),
    timestamp: timestamp === null || timestamp === undefined ? null : asText(timestamp),
  };
}
