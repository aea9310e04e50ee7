import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiBench, codeOf, createApiBench } from "../api.test-support.ts";

interface Line {
  readonly id: string;
  readonly type: string;
  readonly sealed: boolean;
}

let bench: ApiBench;
let message: string;
let delivery: string;
beforeAll(async () => {
  bench = await createApiBench();
  const { messageId, deliveryIds } = await bench.submit();
  message = messageId;
  delivery = deliveryIds[0] ?? "";
});
afterAll(() => bench.close());

const evidence = async () =>
  ((await (await bench.get(`/v1/deliveries/${delivery}/evidence`)).json()) as { evidence: Line[] }).evidence;

test("evidence is listed at once, and its XML comes as soon as it is sealed", async () => {
  const [first] = await evidence();
  expect(first).toMatchObject({ type: "SubmissionAcceptance", seq: 1, sealed: false, stamped_at: null });
  const waiting = await bench.get(`/v1/evidence/${first?.id}`);
  expect([waiting.status, waiting.headers.get("Retry-After"), await codeOf(waiting)]).toEqual([
    409,
    "1",
    "evidence_being_sealed",
  ]);
  await bench.asOwner(`INSERT INTO evidence_seal (record_id, account_id, delivery_id, xml, certificate_sha256, sealed_at)
    SELECT id, account_id, delivery_id, '<x/>', '', clock.now() FROM evidence_record WHERE id = '${first?.id}'`);
  const sealed = await bench.get(`/v1/evidence/${first?.id}`);
  expect([sealed.status, sealed.headers.get("Content-Type"), await sealed.text()]).toEqual([
    200,
    "application/xml",
    "<x/>",
  ]);
  expect(sealed.headers.get("Cache-Control")).toBe("no-store");
  expect((await evidence())[0]).toMatchObject({ sealed: true });
});

test.each([
  ["of a delivery", () => `/v1/deliveries/${delivery}/proofs/proof_of_submission?language=fr`, "proof"],
  ["of a message", () => `/v1/messages/${message}/proofs/submission?language=fr`, "message_proof"],
])("a proof %s is asked for once, and comes when it is made", async (_, path, table) => {
  for (let n = 0; n < 2; n += 1) {
    const waiting = await bench.get(path());
    expect([waiting.status, waiting.headers.get("Retry-After"), await codeOf(waiting)]).toEqual([
      409,
      "1",
      "proof_being_sealed",
    ]);
  }
  expect(
    await bench.asOwner(
      `UPDATE ${table} SET pdf = '%PDF-', made_at = clock.now() WHERE language = 'fr' RETURNING 1`,
    ),
  ).toHaveLength(1);
  const made = await bench.get(path());
  expect([made.status, made.headers.get("Content-Type"), await made.text()]).toEqual([
    200,
    "application/pdf",
    "%PDF-",
  ]);
  expect(made.headers.get("Content-Disposition")).toMatch(
    /^attachment; filename="proof_of_submission-(dlv|msg)_\w+\.pdf"$/,
  );
});

test("what did not happen has no proof, and a kind or language that is none is told", async () => {
  const none = await bench.get(`/v1/deliveries/${delivery}/proofs/proof_of_collection`);
  expect([none.status, none.headers.get("Retry-After"), await codeOf(none)]).toEqual([
    409,
    null,
    "proof_not_available",
  ]);
  expect((await bench.get(`/v1/deliveries/${delivery}/proofs/proof_of_love`)).status).toBe(404);
  const language = await bench.get(`/v1/deliveries/${delivery}/proofs/proof_of_submission?language=es`);
  expect(await language.json()).toMatchObject({ status: 400, errors: [{ path: "language" }] });
});
