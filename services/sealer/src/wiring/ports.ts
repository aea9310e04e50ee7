// Binds key and timestamp authority to what the sealing verbs ask for.

import type { TrustStatus } from "@posthorn/domain";
import {
  erasureReceiptXml,
  evidenceXml,
  inclusionPaths,
  lastTimestampEnds,
  type ProofSeal,
  renderMessageProofPage,
  renderProofPage,
  sealMessageProof,
  sealProof,
  signXades,
  stampedDigest,
} from "@posthorn/evidence";
import type { TimestampClient } from "@posthorn/pki";
import type { Archive } from "./archive.ts";
import type { KeyRing } from "./key-ring.ts";
import { stampToken } from "./stamp-token.ts";
import type { ProofPort, ReceiptSealingPort, SealingPort, StampingPort } from "@posthorn/usecases";

export function stampingPort(timestamps: TimestampClient): StampingPort {
  return {
    batch(leaves) {
      const paths = inclusionPaths(leaves);
      return {
        root: stampedDigest(leaves),
        path: (index) => paths[index]?.hashes ?? [],
      };
    },
    stamp: (root) => timestamps.stamp(root),
  };
}

export function sealingPort(keys: KeyRing, timestamps: TimestampClient): SealingPort {
  return {
    async seal(record, at) {
      const path = { index: record.leafIndex, size: record.treeSize, hashes: record.path };
      const xml = evidenceXml(record.facts, record.canonical, record.random, {
        token: record.token,
        path,
        genTime: record.stampedAt,
      });
      const key = keys.keyFor(record.facts);
      const signed = await signXades(xml, key, { signedAt: at, timestamp: stampToken(timestamps) });
      return { xml: signed, certificateSha256: key.certificateSha256 };
    },
  };
}

/** By the key in force: a receipt is of today, whatever its records were sealed with. */
export function receiptPort(
  keys: Pick<KeyRing, "current">,
  timestamps: TimestampClient,
  provider: string,
): ReceiptSealingPort {
  return {
    seal: (statement, at) =>
      signXades(erasureReceiptXml(provider, statement), keys.current(), {
        signedAt: at,
        timestamp: stampToken(timestamps),
      }),
  };
}

export interface ProofTools {
  readonly keys: KeyRing;
  readonly timestamps: TimestampClient;
  readonly archive: Pick<Archive, "collect">;
}

/** Proofs reach level B-LTA as they are made. */
export function proofPort(
  { keys, timestamps, archive }: ProofTools,
  context: { readonly trust: TrustStatus; readonly verifyUrl: string },
): ProofPort {
  const sealAt = (at: Temporal.Instant): ProofSeal => ({
    key: keys.current(),
    timestamp: stampToken(timestamps),
    now: at,
    longTerm: archive.collect,
  });
  const archivedFile = async (pdf: Uint8Array) => ({
    document: pdf,
    verifiesUntil: await lastTimestampEnds(pdf),
  });
  return {
    async make({ at, ...content }) {
      const request = { ...content, ...context };
      const archived = await archivedFile(await sealProof(request, sealAt(at)));
      return { ...archived, page: renderProofPage(request) };
    },
    async makeForMessage({ at, messageId, ...content }) {
      const request = { message: messageId, ...content, ...context };
      const archived = await archivedFile(await sealMessageProof(request, sealAt(at)));
      return { ...archived, page: renderMessageProofPage(request) };
    },
  };
}
