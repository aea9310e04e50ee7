// Evidence and proofs of an invented delivery, sealed by a development PKI that answers in this process.

import { canonicalJson, isEventName, type Language, type ProofKind } from "@posthorn/domain";
import {
  evidenceXml,
  extendPdf,
  extendXades,
  inclusionPaths,
  leafValue,
  sealProof,
  type SealedRecord,
  signXades,
  stampedDigest,
} from "@posthorn/evidence";
import {
  checkOcsp,
  createRevocationAuthority,
  createRevocationClient,
  createTimestampClient,
  developmentFetch,
  type DevelopmentPki,
  type DevelopmentPkiRequest,
  issueDevelopmentPki,
  readCertificate,
} from "@posthorn/pki";
// The package's own samples: what is judged here is what its unit tests look at.
import {
  BY_CODES,
  BY_ITSME,
  sampleRecords,
  type SampleStep,
  STEPS,
} from "../../packages/evidence/src/proofs/sample-records.ts";

export const SEALED_AT = Temporal.Instant.from("2026-11-26T09:00:00Z");
const STATUS_URL = "http://status.test/ocsp";

export const PROOFS: Readonly<Record<string, readonly SampleStep[]>> = {
  proof_of_submission: STEPS.submission,
  proof_of_notification: STEPS.notification,
  proof_of_non_notification: STEPS.nonNotification,
  proof_of_collection: STEPS.collection(BY_ITSME, true),
  proof_of_refusal: STEPS.refusal(BY_CODES),
  proof_of_expiry: STEPS.expiry,
  proof_of_posting: STEPS.posting,
  proof_of_post_outcome: STEPS.postOutcome,
};

export type Authority = ReturnType<typeof openAuthority>;

/** An authority whose clock is told; `from` keeps the roots of an earlier one. */
export function openAuthority(
  keys: Pick<DevelopmentPkiRequest, "sealKey" | "sealHash" | "sealNotAfter">,
  from?: { readonly pki: DevelopmentPki; readonly now: Temporal.Instant },
) {
  let now = from?.now ?? SEALED_AT;
  const roots = from && { root: from.pki.root, tsaRoot: from.pki.tsaRoot };
  const pki = issueDevelopmentPki({ ...keys, now, ocspUrl: STATUS_URL, ...(roots ? { roots } : {}) });
  const revocations = createRevocationAuthority(pki);
  const fetch = developmentFetch({ pki, now: () => now, authority: revocations });
  const trust = [pki.root.key.certificate, pki.tsaRoot.key.certificate];
  const client = createTimestampClient({
    responders: [{ url: "http://tsa.test/", trustedRoots: [pki.tsaRoot.key.certificate] }],
    timeoutMs: 1000,
    fetch,
  });
  const statusOf = async (certificate: Uint8Array, issuer: Uint8Array) =>
    (await checkOcsp({ certificate, issuer, url: STATUS_URL, now, timeoutMs: 1000, fetch })).response;
  return {
    pki,
    trust,
    ports: {
      timestamp: async (sha256: Uint8Array) => (await client.stamp(sha256)).token,
      collect: createRevocationClient({
        timeoutMs: 1000,
        trustedRoots: trust,
        fetch,
        clock: async () => now,
      }),
    },
    now: () => now,
    advance(duration: Temporal.DurationLike) {
      now = now.add(duration);
    },
    revokeSeal() {
      revocations.revoke({ serial: readCertificate(pki.seal.key.certificate).serial, at: now, reason: 1 });
    },
    /** What a validator would be told today of the seal's and the time-stamping certificate. */
    statuses: () =>
      Promise.all([
        statusOf(pki.seal.key.certificate, pki.root.key.certificate),
        statusOf(pki.tsa.key.certificate, pki.tsaRoot.key.certificate),
      ]),
  };
}

/** Records of one delivery with their sealed XML, baseline B-T. */
export async function sealRecords(
  steps: readonly SampleStep[],
  { pki, ports, now }: Authority,
): Promise<SealedRecord[]> {
  const random = new Uint8Array(32).fill(7);
  const records: SealedRecord[] = [];
  for (const record of sampleRecords(steps)) {
    if (!isEventName(record.facts.type)) {
      records.push({ ...record, xml: null, sealedAt: null });
      continue;
    }
    const canonical = canonicalJson(record.facts);
    const leaves = [leafValue(random, canonical)];
    const [path] = inclusionPaths(leaves);
    if (!path) throw new RangeError("no leaf");
    const stamp = { token: await ports.timestamp(stampedDigest(leaves)), path, genTime: now() };
    const unsigned = evidenceXml(record.facts, canonical, random, stamp);
    const xml = await signXades(unsigned, pki.seal.key, { signedAt: now(), timestamp: ports.timestamp });
    records.push({ ...record, leaf: Buffer.from(leaves[0] ?? []).toString("hex"), xml, sealedAt: now() });
  }
  return records;
}

/** The proof in the form in which it is handed out, baseline B-T. */
export function makeProof(
  kind: ProofKind,
  records: readonly SealedRecord[],
  { pki, ports, now }: Authority,
  language: Language = "nl",
): Promise<Uint8Array> {
  const request = {
    kind,
    language,
    records,
    trust: "demonstration",
    verifyUrl: "https://verify.example/",
  } as const;
  return sealProof(request, { key: pki.seal.key, timestamp: ports.timestamp, now: now() });
}

/** B-LTA, a minute later: the answers about revocation are younger than the seal. */
export async function extend<File extends string | Uint8Array>(
  file: File,
  authority: Authority,
): Promise<File>;
export async function extend(file: string | Uint8Array, authority: Authority): Promise<string | Uint8Array> {
  authority.advance({ minutes: 1 });
  return typeof file === "string" ? extendXades(file, authority.ports) : extendPdf(file, authority.ports);
}
