// Bench: proofs and evidence sealed per second and core at B-T and B-LTA, against bare signing and against EU DSS.

import { createServer, type IncomingMessage } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "@posthorn/domain";
import {
  evidenceXml,
  extendPdf,
  extendXades,
  inclusionPaths,
  leafValue,
  renderProof,
  signPdf,
  signXades,
  stampedDigest,
} from "@posthorn/evidence";
import {
  createRevocationClient,
  createTimestampClient,
  developmentFetch,
  type DevelopmentPki,
  exportPkcs12,
  issueDevelopmentPki,
  toPem,
} from "@posthorn/pki";
import { sampleRecords, STEPS } from "../../packages/evidence/src/proofs/sample-records.ts";
import { runDss, whyNoDss } from "../conformance/dss.ts";
import type { Bench, BenchOptions, Table } from "./define-bench.ts";
import { figure } from "./print-table.ts";
import { type Floors, signDigests } from "./seal-records.ts";

const PASSWORD = "bench";
/** A status answer has whole seconds: the collector's clock is ahead of the stamps by that much. */
const LATER = { seconds: 2 } as const;

interface Pace {
  readonly each: string;
  readonly dss: string;
  readonly perSecond: number;
  readonly cpuMs: number;
}

export const sealLongTerm: Bench = {
  name: "Long-term seals: B-T and B-LTA, per core, against EU DSS",
  async run(options) {
    const responders = await openResponders();
    const folder = mkdtempSync(join(tmpdir(), "posthorn-bench-"));
    try {
      const files = await makeFiles(responders);
      options.say("ours");
      const ours = await measureOurs(files, responders, options);
      const skipped = whyNoDss();
      options.say(`EU DSS${skipped}`);
      const theirs =
        skipped === "" ? await measureDss(files, responders, options, folder) : new Map<string, number>();
      return [tell(ours, theirs, signDigests(options), skipped)];
    } finally {
      await responders.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Responders = Awaited<ReturnType<typeof openResponders>>;

/** The authorities of a development PKI: over HTTP for others, and as a `fetch` of this process for us. */
async function openResponders() {
  const now = () => Temporal.Now.instant();
  const server = createServer((request, response) => {
    void answer(request).then((octets) => response.end(octets));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const pki = issueDevelopmentPki({ now: now(), ocspUrl: `${url}/ocsp` });
  const fetch = developmentFetch({ pki, now });

  async function answer(request: IncomingMessage): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const asked = { method: request.method ?? "GET", headers, body: Buffer.concat(chunks) };
    return new Uint8Array(await (await fetch(`${url}${request.url ?? ""}`, asked)).arrayBuffer());
  }

  const trustedRoots = [pki.root.key.certificate, pki.tsaRoot.key.certificate];
  const client = createTimestampClient({
    responders: [{ url, trustedRoots: [pki.tsaRoot.key.certificate] }],
    timeoutMs: 5000,
    fetch,
  });
  const later = developmentFetch({ pki, now: () => now().add(LATER) });
  return {
    pki,
    url,
    now,
    timestamp: async (sha256: Uint8Array) => (await client.stamp(sha256)).token,
    collect: createRevocationClient({
      timeoutMs: 5000,
      trustedRoots,
      fetch: later,
      clock: async () => now().add(LATER),
    }),
    stop: () => new Promise((done) => server.close(done)),
  };
}

interface Files {
  readonly pdf: Uint8Array;
  readonly xml: string;
}

/** A proof and an evidence, not sealed yet. */
async function makeFiles({ pki, timestamp, now }: Responders): Promise<Files> {
  const [record] = sampleRecords(STEPS.submission);
  if (!record) throw new Error("no record");
  const canonical = canonicalJson(record.facts);
  const random = new Uint8Array(32);
  const leaves = [leafValue(random, canonical)];
  const [path] = inclusionPaths(leaves);
  if (!path) throw new RangeError("no leaf");
  const stamp = { token: await timestamp(stampedDigest(leaves)), path, genTime: now() };
  const xml = evidenceXml(record.facts, canonical, random, stamp);
  const sealed = await signXades(xml, pki.seal.key, { signedAt: now(), timestamp });
  const pdf = await renderProof({
    kind: "proof_of_submission",
    language: "nl",
    records: [{ ...record, xml: sealed }],
    trust: "demonstration",
    verifyUrl: "https://verify.example/",
  });
  return { pdf, xml };
}

async function measureOurs(
  { pdf, xml }: Files,
  { pki, timestamp, collect, now }: Responders,
  { quick }: BenchOptions,
): Promise<readonly Pace[]> {
  const ports = { timestamp, collect };
  const toPdf = () => signPdf(pdf, pki.seal.key, timestamp, { now: now(), reason: "bench" });
  const toXml = () => signXades(xml, pki.seal.key, { signedAt: now(), timestamp });
  const work: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ["proof PDF, B-T", "PAdES-BASELINE-T", toPdf],
    ["proof PDF, B-LTA", "PAdES-BASELINE-LTA", async () => extendPdf(await toPdf(), ports)],
    ["evidence XML, B-T", "XAdES-BASELINE-T", toXml],
    ["evidence XML, B-LTA", "XAdES-BASELINE-LTA", async () => extendXades(await toXml(), ports)],
  ];
  const paces: Pace[] = [];
  for (const [each, dss, seal] of work) {
    for (let warm = 0; warm < 20; warm += 1) await seal();
    const times = quick ? 30 : 200;
    const before = process.cpuUsage();
    for (let done = 0; done < times; done += 1) await seal();
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    paces.push({ each, dss, perSecond: times / seconds, cpuMs: (seconds / times) * 1000 });
  }
  return paces;
}

/** Seals per second of CPU, after as many to warm up. */
async function measureDss(
  { pdf, xml }: Files,
  { pki, url }: Responders,
  { quick }: BenchOptions,
  folder: string,
): Promise<ReadonlyMap<string, number>> {
  const put = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const shared = keyAndTrust(pki, put);
  const times = quick ? "10" : "100";
  const paces = new Map<string, number>();
  for (const level of ["PAdES-BASELINE-T", "PAdES-BASELINE-LTA", "XAdES-BASELINE-T", "XAdES-BASELINE-LTA"]) {
    const file = level.startsWith("P") ? put("proof.pdf", pdf) : put("evidence.xml", xml);
    const options = ["--tsa", `${url}/tsa`, "--level", level, "--times", times, "--warm", times];
    const said: unknown = JSON.parse(await runDss("seal", ...shared, ...options, file));
    if (typeof said !== "object" || said === null || !("seconds" in said)) throw new Error("no figure");
    paces.set(level, Number(times) / Number(said.seconds));
  }
  return paces;
}

function keyAndTrust(
  { root, tsaRoot, seal }: DevelopmentPki,
  put: (name: string, content: Uint8Array | string) => string,
): readonly string[] {
  const p12 = put("seal.p12", exportPkcs12({ ...seal.key, privateKey: seal.privateKey }, PASSWORD));
  const anchors = [root, tsaRoot].flatMap(({ key }, index) => [
    "--trust",
    put(`anchor-${index}.pem`, toPem(key.certificate)),
  ]);
  return ["--p12", p12, "--password", PASSWORD, ...anchors];
}

function tell(
  ours: readonly Pace[],
  theirs: ReadonlyMap<string, number>,
  floors: Floors,
  skipped: string,
): Table {
  const bare = floors.openssl ?? floors.node;
  return {
    title: "One seal after the other, ECDSA P-256",
    columns: [
      "what",
      "per s and core",
      "CPU ms each",
      "% of bare signing",
      "EU DSS per s and core",
      "ours / DSS",
    ],
    rows: ours.map(({ each, dss, perSecond, cpuMs }) => {
      const other = theirs.get(dss) ?? Number.NaN;
      const share = (perSecond / bare) * 100;
      return [each, ...[perSecond, cpuMs, share, other, perSecond / other].map(figure)];
    }),
    notes: [
      `Bare signing, one core: ${floors.openssl === undefined ? "node:crypto" : "openssl"} ${figure(bare)}/s. A seal at B-T is two signatures (seal, timestamp), at B-LTA five (two timestamps, two status answers), all made and verified in the measured process.`,
      `EU DSS${skipped}: same key and files, after as many seals to warm up, CPU of its process with all its threads; its timestamps and status answers come over HTTP from another process, whose CPU is not counted.`,
      "The page of the proof is drawn once, before: what is measured is sealing.",
    ],
  };
}
