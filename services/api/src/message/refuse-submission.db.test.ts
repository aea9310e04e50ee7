// A complete submission that policy refuses: told to the program, and evidenced for both sides without its content.

import { createHash } from "node:crypto";
import type { EvidenceFacts } from "@posthorn/domain";
import { evidenceXml, lintEvidence } from "@posthorn/evidence";
import { appendLog, sealRecords, stampRecords } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ADDRESSEE,
  type ApiBench,
  bearer,
  codeOf,
  createApiBench,
  LETTER,
  multipart,
  OTHER_KEY,
  PDF,
} from "../api.test-support.ts";

const PROGRAM = Buffer.concat([
  Buffer.from("MZ"),
  Buffer.alloc(58),
  Buffer.from("80000000", "hex"),
  Buffer.alloc(300_000, 7),
]);
const TWO = { ...LETTER, addressees: [ADDRESSEE, { ...ADDRESSEE, email: "an@example.be", name: "Maes" }] };
const FILES = [
  { name: "lease.pdf", bytes: PDF },
  { name: "invoice.pdf", bytes: PROGRAM },
  { name: "annex.pdf", bytes: PDF },
];

let bench: ApiBench;
beforeAll(async () => {
  bench = await createApiBench();
});
afterAll(() => bench.close());

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  bench.app.request("/v1/messages", { method: "POST", headers: { ...bearer(), ...headers }, body });
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
const records = () =>
  bench.asOwner("SELECT * FROM evidence_record ORDER BY id") as unknown as Promise<
    readonly { id: string; canonical: string; random: Uint8Array; leaf: Uint8Array; delivery_id: null }[]
  >;

/** Stamps, seals and logs as the sealer does, with the XML as it would be signed. */
async function seal(): Promise<void> {
  const ctx = bench.context("sealer");
  const genTime = Temporal.Now.instant().round("millisecond");
  const token = new Uint8Array(40);
  await stampRecords(ctx, {
    batch: (leaves) => ({ root: leaves[0] ?? new Uint8Array(32), path: () => [] }),
    stamp: () => Promise.resolve({ token, genTime }),
  });
  await sealRecords(ctx, {
    seal: (record) =>
      Promise.resolve({
        xml: evidenceXml(record.facts, record.canonical, record.random, {
          token: record.token,
          path: { index: record.leafIndex, size: record.treeSize, hashes: record.path },
          genTime: record.stampedAt,
        }),
        certificateSha256: "ab".repeat(32),
      }),
  });
  await appendLog(ctx);
}

test("each addressee's record is a chain of its own, closed, with digests of every part and no content", async () => {
  const answer = await post(multipart(TWO, FILES));
  const problem = (await answer.json()) as { evidence: string[] };
  expect(problem).toMatchObject({
    status: 400,
    code: "part_executable",
    errors: [{ path: "attachments.1", code: "part_executable" }],
  });
  const written = await records();
  expect(written.map(({ id }) => id).toSorted()).toEqual(problem.evidence.toSorted());
  expect(await bench.blobs()).toEqual([]);
  expect(await bench.messages()).toBe(0);
  for (const row of written) {
    const facts = JSON.parse(row.canonical) as EvidenceFacts;
    expect(row.delivery_id).toBeNull();
    expect(facts).toMatchObject({
      type: "SubmissionRejection",
      seq: 1,
      reasons: ["R_ERDS_PolicyViolation", "own:attachment_refused"],
      details: { code: "part_executable", part: "part-3" },
      closing: { records: 1 },
      subject: "",
    });
    expect(facts.parts.slice(1).map((part) => part.sha256)).toEqual(FILES.map(({ bytes }) => sha256(bytes)));
    for (const content of [LETTER.subject, LETTER.body, ...FILES.map(({ name }) => name)])
      expect(row.canonical).not.toContain(content);
    const record = { facts, canonical: row.canonical, random: row.random, stampedAt: null };
    const leaf = Buffer.from(row.leaf).toString("hex");
    expect(lintEvidence({ records: [{ ...record, leaf }] })).toEqual([]);
  }
  expect(
    new Set(written.map(({ canonical }) => (JSON.parse(canonical) as EvidenceFacts).delivery)).size,
  ).toBe(2);
});

test("it is stamped, sealed and logged like any other, and its sender alone can have it", async () => {
  const [first] = await records();
  const path = `/v1/evidence/${first?.id}`;
  expect(await codeOf(await bench.get(path))).toBe("evidence_being_sealed");
  await seal();
  const sealed = await bench.get(path);
  expect(sealed.status).toBe(200);
  expect(await sealed.text()).toContain("http://uri.etsi.org/19522/Event/SubmissionRejection");
  expect((await bench.get(path, OTHER_KEY)).status).toBe(404);
  const logged = await bench.asOwner(`SELECT FROM log_entry WHERE record_id = '${first?.id}'`);
  expect(logged).toHaveLength(1);
  expect(await bench.asOwner("SELECT FROM seal_work")).toEqual([]);
});

test("what breaks off, or holds mistakes, was no complete submission and leaves no record", async () => {
  const before = (await records()).length;
  const form = new Response(multipart(TWO, FILES));
  const whole = new Uint8Array(await form.arrayBuffer());
  const type = { "Content-Type": form.headers.get("Content-Type") ?? "" };
  const broken = await post(whole.slice(0, whole.length - 200), type);
  const problem = (await broken.json()) as object;
  expect(problem).toMatchObject({ status: 400, code: "upload_broken_off" });
  expect(problem).not.toHaveProperty("evidence");
  const mistaken = await post(multipart({ ...TWO, subject: "" }, FILES));
  expect(await codeOf(mistaken)).toBe("message_invalid");
  expect(await records()).toHaveLength(before);
});
