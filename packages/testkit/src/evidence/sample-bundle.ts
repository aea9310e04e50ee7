// The evidence bundle of one small delivery, sealed by a development PKI of its own, for tests of what reads it.

import { createHash } from "node:crypto";
import { canonicalJson, type EvidenceFacts, type Language } from "@posthorn/domain";
import {
  type BundleRecord,
  type BundleRequest,
  evidenceXml,
  inclusionPaths,
  leafValue,
  type LogProof,
  makeBundle,
  signXades,
  stampedDigest,
} from "@posthorn/evidence";
import {
  answerTimestampRequest,
  buildTimestampRequest,
  createTimestampClient,
  type DevelopmentPkiRequest,
  issueDevelopmentPki,
} from "@posthorn/pki";

export interface SampleBundleOptions {
  readonly sealKey?: NonNullable<DevelopmentPkiRequest["sealKey"]>;
  readonly side?: BundleRequest["side"];
  readonly language?: Language;
  /** Leaves the closing record out. */
  readonly open?: boolean;
  /** Adds a record after the closing one. */
  readonly later?: boolean;
  /** What the records name by digest. */
  readonly originals?: readonly {
    readonly name: string;
    readonly bytes: Uint8Array;
    /** As it is printed. */
    readonly print?: Uint8Array;
  }[];
  readonly proofs?: BundleRequest["proofs"];
  readonly verifier?: string;
  /** Log proofs for these leaves (hex), in the order of the chain. */
  readonly logProofs?: (leaves: readonly Uint8Array[]) => readonly LogProof[];
  readonly logKey?: string;
}

const NOW = Temporal.Instant.from("2026-11-21T09:02:15Z");
const RANDOM = Uint8Array.from({ length: 32 }, (_, index) => index);
const ORIGINALS: NonNullable<SampleBundleOptions["originals"]> = [
  { name: "message.txt", bytes: Buffer.from("text", "utf8") },
];
const DECISION_PAGE = Buffer.from("<!doctype html><title>Accept?</title>", "utf8");
const NOTICE = Buffer.from("Subject: a registered message\r\n\r\nYou have mail.\r\n", "utf8");
const CHAIN = ["SubmissionAcceptance", "SmsAnswer", "ConsignmentAcceptance", "ContentConsignment"];

export async function sampleBundle(options: SampleBundleOptions = {}) {
  const { pki, timestamp } = sampleAuthority(options.sealKey ?? "P-256");
  const types = options.open ? CHAIN.slice(0, 3) : [...CHAIN, ...(options.later ? ["ContentHandover"] : [])];
  const records: BundleRecord[] = [];
  for (const type of types) {
    const facts = sampleFacts(type, records, options.originals ?? ORIGINALS);
    const canonical = canonicalJson(facts);
    const leaf = leafValue(RANDOM, canonical);
    const [path] = inclusionPaths([leaf, new Uint8Array(32)]);
    if (!path) throw new RangeError("no path");
    const token = await timestamp(stampedDigest([leaf, new Uint8Array(32)]));
    const stamp = { token, path, genTime: NOW };
    const xml =
      type === "SmsAnswer"
        ? null
        : await signXades(evidenceXml(facts, canonical, RANDOM, stamp), pki.seal.key, {
            signedAt: NOW,
            timestamp,
          });
    records.push({
      facts,
      canonical,
      random: RANDOM,
      leaf: Buffer.from(leaf).toString("hex"),
      stamp,
      xml,
      logProof: null,
    });
  }
  const proofs = options.logProofs?.(records.map(({ leaf }) => Buffer.from(leaf, "hex"))) ?? [];
  const request: BundleRequest = {
    deliveryId: DELIVERY,
    side: options.side ?? "sender",
    language: options.language ?? "en",
    records: records.map((record, index) => ({ ...record, logProof: proofs[index] ?? null })),
    proofs: options.proofs ?? [],
    kept: [
      keptFile("decision_page", "text/html; charset=utf-8", DECISION_PAGE, true),
      keptFile("notice_mail", "message/rfc822", NOTICE, options.side === "addressee"),
    ],
    logKey: options.logKey ?? null,
    verifyUrl: "https://verify.posthorn.example/",
    verifier: options.verifier ?? "<!doctype html><title>Verifier</title>",
  };
  const seal = { key: pki.seal.key, timestamp, now: NOW };
  return { bytes: await makeBundle(request, seal), request, seal, pki };
}

function sampleAuthority(sealKey: NonNullable<DevelopmentPkiRequest["sealKey"]>) {
  const pki = issueDevelopmentPki({ now: NOW, sealKey });
  const authority = { key: pki.tsa.key, now: NOW, policy: "1.3.6.1.4.1.99999.1", serial: Uint8Array.of(1) };
  const client = createTimestampClient({
    responders: [{ url: "http://tsa.test/", trustedRoots: [pki.tsaRoot.key.certificate] }],
    timeoutMs: 1000,
    fetch: async (_url, init) => {
      const request =
        init?.body instanceof Uint8Array ? init.body : buildTimestampRequest({ sha256: new Uint8Array(32) });
      return new Response(new Uint8Array(await answerTimestampRequest(request, authority)));
    },
  });
  return { pki, timestamp: async (sha256: Uint8Array) => (await client.stamp(sha256)).token };
}

const DELIVERY = "dlv_01jd7q3v6k8m2n4p5r6s7t8v9x";

function sampleFacts(
  type: string,
  before: readonly BundleRecord[],
  originals: NonNullable<SampleBundleOptions["originals"]>,
): EvidenceFacts {
  const at = NOW.subtract({ minutes: 10 - before.length });
  const head = before.at(-1)?.leaf ?? "0".repeat(64);
  const seq = before.length + 1;
  const authentication = { method: "codes", at: NOW.subtract({ minutes: 9 }).toString() } as const;
  return {
    version: 1,
    id: `evd_01jd7q3v6k8m2n4p5r6s7t8v${seq}w`,
    delivery: DELIVERY,
    seq,
    prev_hash: head,
    type,
    event_at: at.toString({ smallestUnit: "millisecond" }),
    recorded_at: at.toString({ smallestUnit: "millisecond" }),
    trust_status: "demonstration",
    policies: ["https://verify.posthorn.example/policies/practice-statement/1"],
    issuer: { name: "Posthorn demonstration", country: "BE" },
    sender: {
      kind: "company",
      name: "Huurdersbond & Zonen",
      member: "mbr_7f3a",
      authentication: { method: "password", at: "2026-11-21T08:00:00.000Z" },
      identified: { method: "eid", at: "2026-03-02T08:00:00.000Z", level: "high", issuer: "Belgian eID" },
    },
    recipient: {
      kind: "person",
      name: "Wałęsa",
      first_names: "Zoë",
      email: "zoe@example.be",
      mobile: "+32470123456",
      language: "fr",
      consent: { basis: "clause" },
      supplied_by: "sender",
    },
    submitted_at: "2026-11-21T08:30:00.000Z",
    required_identification: "codes",
    postal_fallback: false,
    subject: "Notice <of> & arrears",
    parts: originals.map(({ name, bytes, print }) => ({
      name,
      type: "text/plain; charset=utf-8",
      size: bytes.length,
      sha256: sha256(bytes),
      ...(print
        ? { print: { size: print.length, sha256: sha256(print), pages: 1, converter: "Sample 1" } }
        : {}),
    })),
    window: { collection_days: 15, final_by: "2027-01-02" },
    ...(type === "ConsignmentAcceptance"
      ? {
          collector: { authentication, matched_on: "mailbox+phone" as const },
          decision_page: { language: "fr" as const, version: "1", sha256: sha256(DECISION_PAGE) },
        }
      : {}),
    ...(type === "ContentConsignment" ? { closing: { records: seq, head } } : {}),
    ...(type === "ContentHandover" ? { after_final: true } : {}),
  };
}

function keptFile(
  kind: BundleRequest["kept"][number]["kind"],
  mediaType: string,
  bytes: Uint8Array,
  given: boolean,
) {
  return { kind, mediaType, sha256: sha256(bytes), bytes: given ? bytes : null, keptAt: NOW };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
