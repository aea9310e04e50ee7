// Binds key and timestamp authority to what the sealing verbs ask for.

import type { TrustStatus } from "@posthorn/domain";
import {
  evidenceXml,
  inclusionPaths,
  sealMessageProof,
  sealProof,
  signXades,
  stampedDigest,
} from "@posthorn/evidence";
import type { TimestampClient } from "@posthorn/pki";
import type { KeyRing } from "./key-ring.ts";
import type { ProofPort, SealingPort, StampingPort } from "@posthorn/usecases";

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

export function proofPort(
  keys: KeyRing,
  timestamps: TimestampClient,
  context: { readonly trust: TrustStatus; readonly verifyUrl: string },
): ProofPort {
  return {
    make: async ({ kind, language, records, at }) => ({
      document: await sealProof(
        { kind, language, records, ...context },
        { key: keys.current(), timestamp: stampToken(timestamps), now: at },
      ),
      verifiesUntil: keys.current().notAfter,
    }),
    makeForMessage: async ({ messageId, language, records, at }) => ({
      document: await sealMessageProof(
        { message: messageId, language, records, ...context },
        { key: keys.current(), timestamp: stampToken(timestamps), now: at },
      ),
      verifiesUntil: keys.current().notAfter,
    }),
  };
}

function stampToken(timestamps: TimestampClient): (sha256: Uint8Array) => Promise<Uint8Array> {
  return async (sha256) => (await timestamps.stamp(sha256)).token;
}
