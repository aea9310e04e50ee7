// Gathers what proves years later that no certificate of a chain was revoked (ETSI EN 319 122-1 §5.5, TS 119 102-1).

import { readCertificate } from "../certificate/read.ts";
import { readRevocationPointers } from "../certificate/revocation-pointers.ts";
import { verifyChain } from "../certificate/verify-chain.ts";
import { askStatus } from "./ask-status.ts";
import type { CollectMaterial, ValidationMaterial } from "./material.ts";

export interface RevocationClientOptions {
  /** Per question to a responder or a list's server, in milliseconds. */
  readonly timeoutMs: number;
  /** Hosts (with or without port) that may be asked; all when absent. */
  readonly allowedHosts?: readonly string[];
  /** What the chains must lead to, DER. */
  readonly trustedRoots: readonly Uint8Array[];
  readonly fetch?: typeof globalThis.fetch;
  readonly clock: () => Promise<Temporal.Instant>;
}

/**
 * Asks for the status of every certificate but the roots, and of each responder's certificate that is not exempted by
 * id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1). Every answer is verified before it is kept. The collector throws PkiError
 * `untrusted` or `expired` for a chain, `revoked`, or why a status cannot be learned: see `askStatus`.
 */
export function createRevocationClient(options: RevocationClientOptions): CollectMaterial {
  return async (ends) => {
    const now = await options.clock();
    const gathered = emptyMaterial();
    const asked = new Set<string>();

    async function addStatus(certificate: Uint8Array, issuer: Uint8Array): Promise<void> {
      const { sha256 } = readCertificate(certificate);
      if (asked.has(sha256)) return;
      asked.add(sha256);
      const { timeoutMs, allowedHosts, fetch } = options;
      const status = await askStatus({ certificate, issuer, now, timeoutMs, allowedHosts, fetch });
      if ("crl" in status) return gathered.crls.add(status.crl);
      gathered.ocsps.add(status.ocsp);
      gathered.certificates.add(status.responder);
      const own = Buffer.compare(status.responder, issuer) === 0;
      if (!own && !readRevocationPointers(status.responder).ocspNoCheck) {
        await addStatus(status.responder, issuer);
      }
    }

    await Promise.all(
      ends.map(async ({ certificate, chain }) => {
        const { trustedRoots } = options;
        const path = verifyChain({ certificate, intermediates: chain, trustedRoots, at: now });
        for (const one of path) gathered.certificates.add(one);
        const pairs = path.slice(1).map((issuer, index) => [path[index] ?? issuer, issuer] as const);
        await Promise.all(pairs.map(([subject, issuer]) => addStatus(subject, issuer)));
      }),
    );
    return gathered.material();
  };
}

/** Sets of octet strings, in the order of their arrival. */
function emptyMaterial() {
  const octetSet = () => {
    const known = new Map<string, Uint8Array>();
    return {
      add: (der: Uint8Array) => void known.set(Buffer.from(der).toString("latin1"), der),
      values: () => [...known.values()],
    };
  };
  const [certificates, ocsps, crls] = [octetSet(), octetSet(), octetSet()];
  const material = (): ValidationMaterial => ({
    certificates: certificates.values(),
    ocsps: ocsps.values(),
    crls: crls.values(),
  });
  return { certificates, ocsps, crls, material };
}
