// Bench: a bundle, a proof and one evidence verified, all at B-LTA, in this process, against bare signature checks.

import { generateKeyPairSync, sign, verify } from "node:crypto";
import { canonicalJson } from "@posthorn/domain";
import { type FileReport, makeBundle, type Trust, verifyFile } from "@posthorn/evidence";
import { EXAMPLE_FACTS, EXAMPLE_RANDOM } from "../../packages/evidence/src/example-facts.ts";
import { startExample } from "../../packages/evidence/src/verify/example-proof.ts";
import type { Bench, BenchOptions, Table } from "./define-bench.ts";
import { figure } from "./print-table.ts";

/** The records of a collected delivery, as a bundle holds them. */
const RECORDS = [
  "SubmissionAcceptance",
  "NotificationForAcceptance",
  "NotificationDelivered",
  "NotificationAccessTracking",
  "ConsignmentAcceptance",
  "ContentConsignment",
  "ContentHandover",
  "ContentAccessTracking",
];
const AIM_MS = 100;

export const verifyBundle: Bench = {
  name: "Verification: a bundle, a proof, one evidence",
  async run(options) {
    options.say("a chain of eight, two proofs, their bundle");
    const { bundle, proof, evidence, trust } = await makeFiles();
    const rows: string[][] = [];
    for (const [name, bytes] of Object.entries({ bundle, proof, evidence })) {
      const spent = await measure(bytes, trust, options);
      rows.push([
        name,
        String(bytes.length),
        figure(spent.wall),
        figure(spent.cpu),
        figure(spent.cpu / bareCheck()),
      ]);
    }
    return [tell(rows)];
  },
};

async function makeFiles() {
  const example = startExample();
  const chain = [];
  let head = "0".repeat(64);
  for (const type of RECORDS) {
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
    const record = await example.sealRecord(facts);
    chain.push(record);
    head = record.leaf;
  }
  const records = [];
  for (const { facts, leaf, stamp, sealed } of chain) {
    const canonical = canonicalJson(facts);
    const xml = await example.extendXml(sealed);
    records.push({ facts, canonical, random: EXAMPLE_RANDOM, leaf, stamp, xml, logProof: null });
  }
  const proof = await example.makeProof(chain);
  const earlier = await example.makeProof(chain.slice(0, 6));
  const bundle = await makeBundle(
    {
      deliveryId: EXAMPLE_FACTS.delivery,
      side: "sender",
      language: "en",
      records,
      proofs: [
        { kind: "proof_of_collection", pdf: proof },
        { kind: "proof_of_notification", pdf: earlier },
      ],
      kept: [],
      logKey: null,
      verifyUrl: "https://verify.example/",
      verifier: "<!doctype html><title>Verifier</title>",
    },
    { key: example.pki.seal.key, timestamp: example.timestamp, now: example.now() },
  );
  const evidence = Buffer.from(records[0]?.xml ?? "", "utf8");
  return { bundle, proof, evidence, trust: example.trust(example.now().add({ minutes: 1 })) };
}

/** Milliseconds each, once the code is compiled. */
async function measure(bytes: Uint8Array, trust: Trust, { quick }: BenchOptions) {
  const once = (): Promise<FileReport> => verifyFile({ name: "file", bytes }, [], trust);
  const { indication } = await once();
  if (indication !== "TOTAL-PASSED") throw new Error(`the file to measure is ${indication}`);
  const times = quick ? 10 : 50;
  for (let i = 0; i < times / 2; i++) await once();
  const before = process.cpuUsage();
  const begun = performance.now();
  for (let i = 0; i < times; i++) await once();
  const wall = (performance.now() - begun) / times;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 / times };
}

/** Milliseconds of one check of an ECDSA P-256 signature. */
function bareCheck(): number {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const data = Buffer.alloc(32, 1);
  const signature = sign("sha256", data, privateKey);
  const times = 2000;
  const begun = performance.now();
  for (let i = 0; i < times; i++) verify("sha256", data, publicKey, signature);
  return (performance.now() - begun) / times;
}

function tell(rows: readonly (readonly string[])[]): Table {
  return {
    title: "verifyFile",
    columns: ["file", "bytes", "wall ms", "CPU ms", "bare signature checks"],
    rows,
    notes: [
      `The bundle holds eight evidence files at B-LTA and two proofs at B-LTA with eight and six attached. The aim for it is ${AIM_MS} ms.`,
      "Bare signature checks: how many ECDSA P-256 signatures node:crypto checks in the same CPU time.",
    ],
  };
}
