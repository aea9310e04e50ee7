// A short chain of sealed evidence, its proof and its trust, on a clock of its own, for the tests of this folder.

import { canonicalJson, type EvidenceFacts, type LogProof } from "@posthorn/domain";
import {
  createRevocationAuthority,
  createRevocationClient,
  createTimestampClient,
  developmentFetch,
  issueDevelopmentPki,
  readCertificate,
  type DevelopmentPki,
} from "@posthorn/pki";
import { EXAMPLE_FACTS, EXAMPLE_RANDOM } from "../example-facts.ts";
import { inclusionPaths, stampedDigest } from "../merkle/hash-tree.ts";
import { extendPdf } from "../pades/extend-pdf.ts";
import type { SealedRecord } from "../proofs/proof-request.ts";
import { sealProof } from "../proofs/seal-proof.ts";
import { leafValue } from "../record/leaf-value.ts";
import { anchorOf, type Trust } from "../trust/trust.ts";
import { extendXades } from "../xades/extend-xades.ts";
import { signXades } from "../xades/sign-xades.ts";
import { evidenceXml } from "../xml/evidence-xml.ts";

const START = Temporal.Instant.from("2026-11-21T09:00:00Z");

/** Every act takes ten seconds. */
export function startExample(options: Partial<Parameters<typeof issueDevelopmentPki>[0]> = {}) {
  let now = START;
  const tick = () => (now = now.add({ seconds: 10 }));
  const pki: DevelopmentPki = issueDevelopmentPki({ now, ocspUrl: "http://status.test/ocsp", ...options });
  const authority = createRevocationAuthority(pki);
  const roots = [pki.root.key.certificate, pki.tsaRoot.key.certificate];
  const fetch = developmentFetch({ pki, now: () => now, authority });
  const client = createTimestampClient({
    responders: [{ url: "http://tsa.test/", trustedRoots: [pki.tsaRoot.key.certificate] }],
    timeoutMs: 1000,
    fetch,
  });
  const timestamp = async (digest: Uint8Array) => {
    tick();
    return (await client.stamp(digest)).token;
  };
  const askRevocation = createRevocationClient({
    timeoutMs: 1000,
    trustedRoots: roots,
    fetch,
    clock: async () => now,
  });
  const collect: typeof askRevocation = (certificates) => {
    tick();
    return askRevocation(certificates);
  };
  const ports = { collect, timestamp };

  async function sealRecord(facts: EvidenceFacts) {
    const canonical = canonicalJson(facts);
    const leaf = leafValue(EXAMPLE_RANDOM, canonical);
    const path = inclusionPaths([leaf])[0];
    if (!path) throw new RangeError("no leaf");
    const token = await timestamp(stampedDigest([leaf]));
    const stamp = { token, path, genTime: now };
    const unsigned = evidenceXml(facts, canonical, EXAMPLE_RANDOM, stamp);
    const sealed = await signXades(unsigned, pki.seal.key, { signedAt: now, timestamp });
    const hex = Buffer.from(leaf).toString("hex");
    return { facts, canonical, leaf: hex, stamp, sealed, stampedAt: stamp.genTime, sealedAt: now };
  }

  /** Submitted, notified, consigned: a closed chain of three. */
  async function sealChain() {
    const chain: Awaited<ReturnType<typeof sealRecord>>[] = [];
    let head = "0".repeat(64);
    for (const type of ["SubmissionAcceptance", "NotificationForAcceptance", "ContentConsignment"]) {
      const seq = chain.length + 1;
      const closing = type === "ContentConsignment" ? { closing: { records: seq, head } } : {};
      const facts = {
        ...EXAMPLE_FACTS,
        id: `${EXAMPLE_FACTS.id}${seq}`,
        type,
        seq,
        prev_hash: head,
        ...closing,
      };
      const record = await sealRecord(facts);
      chain.push(record);
      head = record.leaf;
    }
    return chain;
  }

  async function makeProof(
    chain: readonly Awaited<ReturnType<typeof sealRecord>>[],
    longTerm = true,
    logProofs: readonly LogProof[] = [],
  ) {
    const records = chain.map(({ facts, leaf, sealed, stampedAt, sealedAt }, index): SealedRecord => ({
      facts,
      leaf,
      xml: sealed,
      stampedAt,
      sealedAt,
      logIndex: logProofs[index]?.index ?? null,
      logProof: logProofs[index] ?? null,
    }));
    const request = {
      kind: "proof_of_collection",
      language: "en",
      records,
      trust: "demonstration",
      verifyUrl: "https://verify.example/",
    } as const;
    const pdf = await sealProof(request, { key: pki.seal.key, timestamp, now });
    return longTerm ? extendPdf(pdf, ports) : pdf;
  }

  const trust = (at: Temporal.Instant = now): Trust => ({
    sealAnchors: [anchorOf(pki.root.key.certificate, "root.pem")],
    timestampAnchors: [anchorOf(pki.tsaRoot.key.certificate, "tsa-root.pem")],
    logKey: null,
    witnessKeys: [],
    at,
  });

  return {
    pki,
    fetch,
    ports,
    timestamp,
    trust,
    sealRecord,
    sealChain,
    makeProof,
    extendXml: (xml: string) => extendXades(xml, ports),
    now: () => now,
    /** Moves the clock of everybody. */
    moveTo: (at: Temporal.Instant) => (now = at),
    revokeSeal: (at: Temporal.Instant) =>
      authority.revoke({ serial: readCertificate(pki.seal.key.certificate).serial, at, reason: 1 }),
  };
}

export function yearsLater(instant: Temporal.Instant, years: number): Temporal.Instant {
  return instant.toZonedDateTimeISO("UTC").add({ years }).toInstant();
}

export type Example = ReturnType<typeof startExample>;
