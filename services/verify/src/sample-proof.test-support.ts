// For tests: a real proof at B-LTA with the parts it speaks of, and the trust under which it passes.

import { createHash } from "node:crypto";
import { canonicalJson, type EvidenceFacts } from "@posthorn/domain";
import {
  anchorsOfPem,
  evidenceXml,
  extendPdf,
  inclusionPaths,
  leafValue,
  sealProof,
  signXades,
  stampedDigest,
  type Trust,
} from "@posthorn/evidence";
import {
  createRevocationClient,
  createTimestampClient,
  developmentFetch,
  issueDevelopmentPki,
  toPem,
} from "@posthorn/pki";

const AT = "2026-11-21T09:02:14.118Z";
const START = Temporal.Instant.from("2026-11-21T09:02:15Z");
/** Secret of the example's leaf; nothing depends on it. */
const RANDOM = new Uint8Array(32).fill(7);

/** What was sent, byte for byte. */
export const ORIGINALS = {
  "message.txt": Buffer.from("Formal notice\n\nYou owe us three months of rent.\n"),
  "lease.pdf": Buffer.from("%PDF-1.7 a lease"),
} as const;

export const SAMPLE_FACTS: EvidenceFacts = {
  version: 1,
  id: "evd_01jd7q3v6k8m2n4p5r6s7t8v9w",
  delivery: "dlv_01jd7q3v6k8m2n4p5r6s7t8v9x",
  seq: 1,
  prev_hash: "0".repeat(64),
  type: "SubmissionAcceptance",
  event_at: AT,
  recorded_at: AT,
  trust_status: "demonstration",
  policies: ["https://verify.example/policies/practice-statement/1"],
  issuer: { name: "Posthorn demonstration", country: "BE" },
  sender: {
    kind: "company",
    name: "Immo Vandewalle bv",
    enterprise_number: "0403019261",
    authentication: { method: "password+totp", at: "2026-11-21T08:55:02.000Z" },
    identified: { method: "itsme", at: "2026-10-03T07:12:44.000Z", level: "high", issuer: "itsme" },
  },
  recipient: {
    kind: "person",
    name: "Peeters",
    first_names: "Jan",
    email: "jan.peeters@example.be",
    mobile: "+32470123456",
    language: "nl",
    consent: { basis: "none_stated" },
    supplied_by: "sender",
  },
  submitted_at: AT,
  required_identification: "codes",
  postal_fallback: false,
  subject: "Formal notice: rent arrears, Kerkstraat 12",
  parts: Object.entries(ORIGINALS).map(([name, bytes]) => ({
    name,
    type: name.endsWith(".pdf") ? "application/pdf" : "text/plain",
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  })),
  window: { collection_days: 15, final_by: "2027-01-02" },
};

export interface SampleProof {
  readonly pdf: Uint8Array;
  readonly xml: string;
  /** Under which the proof passes. */
  readonly trust: Trust;
  readonly at: Temporal.Instant;
}

export async function makeSampleProof(): Promise<SampleProof> {
  let now = START;
  const tick = () => (now = now.add({ seconds: 10 }));
  const pki = issueDevelopmentPki({ now, ocspUrl: "http://status.test/ocsp" });
  const [root, tsaRoot] = [pki.root.key.certificate, pki.tsaRoot.key.certificate];
  const fetch = developmentFetch({ pki, now: () => now });
  const client = createTimestampClient({
    responders: [{ url: "http://tsa.test/", trustedRoots: [tsaRoot] }],
    timeoutMs: 1000,
    fetch,
  });
  const timestamp = async (digest: Uint8Array) => {
    tick();
    return (await client.stamp(digest)).token;
  };
  const ask = createRevocationClient({
    timeoutMs: 1000,
    trustedRoots: [root, tsaRoot],
    fetch,
    clock: () => Promise.resolve(now),
  });
  const collect: typeof ask = (certificates) => {
    tick();
    return ask(certificates);
  };
  const canonical = canonicalJson(SAMPLE_FACTS);
  const leaf = leafValue(RANDOM, canonical);
  const [path] = inclusionPaths([leaf]);
  if (!path) throw new RangeError("no leaf");
  const token = await timestamp(stampedDigest([leaf]));
  const stampedAt = now;
  const unsigned = evidenceXml(SAMPLE_FACTS, canonical, RANDOM, { token, path, genTime: stampedAt });
  const xml = await signXades(unsigned, pki.seal.key, { signedAt: now, timestamp });
  const record = {
    facts: SAMPLE_FACTS,
    leaf: Buffer.from(leaf).toString("hex"),
    xml,
    stampedAt,
    sealedAt: now,
    logIndex: null,
  };
  const request = {
    kind: "proof_of_submission",
    language: "en",
    records: [record],
    trust: "demonstration",
    verifyUrl: "https://verify.example/",
  } as const;
  const sealed = await sealProof(request, { key: pki.seal.key, timestamp, now });
  const pdf = await extendPdf(sealed, { collect, timestamp });
  const at = now.add({ minutes: 1 });
  return {
    pdf,
    xml,
    at,
    trust: {
      sealAnchors: anchorsOfPem(toPem(root), "root.pem"),
      timestampAnchors: anchorsOfPem(toPem(tsaRoot), "tsa-root.pem"),
      logKey: null,
      witnessKeys: [],
      at,
    },
  };
}
