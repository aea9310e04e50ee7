// What a program sends with a letter to follow: renditions, postage, and what no letter can be made of.

import { createHash } from "node:crypto";
import type { EvidenceFacts } from "@posthorn/domain";
import { samplePdf } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ADDRESSEE, type ApiBench, bearer, createApiBench, LETTER, multipart } from "../api.test-support.ts";

const WITH_LETTER = { ...LETTER, postal_fallback: true };
const PDF = samplePdf(3);

let bench: ApiBench;
beforeAll(async () => {
  bench = await createApiBench();
  await bench.asOwner("UPDATE account_credit SET balance = 1000");
});
afterAll(() => bench.close());

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  bench.app.request("/v1/messages", { method: "POST", headers: { ...bearer(), ...headers }, body });
const postJson = (message: unknown) => post(JSON.stringify(message), { "Content-Type": "application/json" });
const factsOf = async (delivery: string): Promise<EvidenceFacts> => {
  const [row] = await bench.asOwner(
    `SELECT canonical FROM evidence_record WHERE delivery_id = '${delivery}' AND seq = 1`,
  );
  return JSON.parse(String(row?.["canonical"])) as EvidenceFacts;
};
const reserved = async (delivery: string) =>
  (
    await bench.asOwner(
      `SELECT item, -amount AS amount FROM credit_entry WHERE delivery_id = '${delivery}' ORDER BY item`,
    )
  ).map(({ item, amount }) => [item, amount]);

interface Accepted {
  readonly id: string;
  readonly deliveries: readonly { readonly id: string }[];
}

test("each part is put on paper before it is accepted, and the evidence says how", async () => {
  const answer = await post(multipart(WITH_LETTER, [{ name: "lease.pdf", bytes: PDF }]));
  expect(answer.status).toBe(201);
  const accepted = (await answer.json()) as Accepted;
  const rows = await bench.asOwner(
    `SELECT * FROM part_rendition WHERE message_id = '${accepted.id}' ORDER BY ordinal`,
  );
  expect(rows.map(({ pages }) => pages)).toEqual([1, 3]);
  const facts = await factsOf(accepted.deliveries[0]?.id ?? "");
  expect(facts.parts.map(({ print }) => print)).toEqual(
    rows.map(({ size, sha256, pages, converter }) => ({ size: Number(size), sha256, pages, converter })),
  );
  const blobs = await bench.blobs();
  expect(rows.every(({ blob_id: blob }) => blobs.some((name) => name.startsWith(String(blob))))).toBe(true);
  // Four sheets: the address, the text, two of the lease; the digests stand on the back of the last.
  expect(await reserved(accepted.deliveries[0]?.id ?? "")).toEqual([
    ["delivery", 1],
    ["postage", 9],
  ]);
}, 90_000);

test("postage goes by each addressee's country; who has no address yet is asked later, at the price of Belgium", async () => {
  const { postal_address: _, ...nowhere } = ADDRESSEE;
  const abroad = { ...ADDRESSEE.postal_address, postcode: "1012 AB", town: "Amsterdam", country: "NL" };
  const answer = await postJson({
    ...WITH_LETTER,
    addressees: [
      { ...ADDRESSEE, postal_address: abroad },
      { ...nowhere, name: "Maes", email: "an@example.be" },
    ],
  });
  expect(answer.status).toBe(201);
  const { deliveries } = (await answer.json()) as Accepted;
  const postage = await Promise.all(deliveries.map(({ id }) => reserved(id)));
  expect(postage.map((entries) => entries[1])).toEqual([
    ["postage", 14],
    ["postage", 9],
  ]);
  const problems = await bench.asOwner(
    `SELECT address_problem FROM delivery WHERE id IN ('${deliveries.map(({ id }) => id).join("','")}') ORDER BY ordinal`,
  );
  expect(problems.map((row) => row["address_problem"])).toEqual([null, "missing"]);
});

test.each([
  [
    "country that is not served",
    { postcode: "75001", town: "Paris", country: "FR" },
    "postal_address.country",
    "country_not_served",
  ],
  ["number that is none", { number: "x" }, "postal_address.number", "address_incomplete"],
  [
    "script that the post does not read",
    { street: "Улица Ленина" },
    "postal_address.street",
    "address_unreadable",
  ],
  [
    "line that is longer than the post reads",
    { street: "W".repeat(60) },
    "postal_address.street",
    "address_too_long",
  ],
])("an address that no letter reaches is refused: a %s", async (_, change, field, code) => {
  const postal_address = { ...ADDRESSEE.postal_address, ...change };
  const answer = await postJson({ ...WITH_LETTER, addressees: [{ ...ADDRESSEE, postal_address }] });
  expect(await answer.json()).toMatchObject({
    status: 400,
    errors: [{ path: `addressees.0.${field}`, code, detail: expect.stringContaining(" ") }],
  });
});

test.each([
  ["a PDF with a password", samplePdf(1, { locked: true }), "encrypted"],
  ["500 pages", samplePdf(500), "too_many_pages"],
  ["a PDF that is broken", Buffer.from("%PDF-1.7\nnothing of it\n%%EOF\n"), "unreadable"],
])("%s is refused with its reason, and the refusal is evidenced", async (_, bytes, reason) => {
  const before = { messages: await bench.messages(), blobs: (await bench.blobs()).length };
  const files = [
    { name: "lease.pdf", bytes: PDF },
    { name: "annex.pdf", bytes },
  ];
  const answer = await post(multipart(WITH_LETTER, files));
  const problem = (await answer.json()) as { evidence: string[] };
  expect(problem).toMatchObject({
    status: 400,
    code: "part_not_printable",
    errors: [{ path: "attachments.1", code: "part_not_printable", params: { reason } }],
  });
  expect({ messages: await bench.messages(), blobs: (await bench.blobs()).length }).toEqual(before);
  const [row] = await bench.asOwner(
    `SELECT canonical FROM evidence_record WHERE id = '${problem.evidence[0]}'`,
  );
  const facts = JSON.parse(String(row?.["canonical"])) as EvidenceFacts;
  expect(facts).toMatchObject({
    type: "SubmissionRejection",
    postal_fallback: true,
    details: { code: "part_not_printable", part: "part-3", reason },
  });
  expect(facts.parts[2]?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(JSON.stringify(facts)).not.toContain("annex.pdf");
  // The same without a letter is delivered as it is.
  expect((await post(multipart(LETTER, files))).status).toBe(201);
});

test("a return address is a private sender's choice, kept beside the message and in no evidence", async () => {
  const own = { street: "Veldstraat", number: "8", postcode: "9000", town: "Gent" };
  const asked = { ...WITH_LETTER, return_address: own };
  const company = await postJson(asked);
  expect(company.status).toBe(400);
  expect(await company.json()).toMatchObject({
    errors: [{ path: "return_address", code: "return_address_private_only" }],
  });
  const without = await postJson({ ...asked, postal_fallback: false });
  expect(await without.json()).toMatchObject({
    status: 400,
    errors: [{ path: "return_address.street", code: "return_address_needs_letter" }],
  });
  const unknown = await postJson({ ...asked, return_address: { ...own, planet: "Earth" } });
  expect(unknown.status).toBe(400);
  await bench.asOwner("UPDATE account SET kind = 'private'");
  try {
    const answer = await postJson(asked);
    expect(answer.status).toBe(201);
    const { id, deliveries } = (await answer.json()) as Accepted;
    const [row] = await bench.asOwner(`SELECT return_address FROM message WHERE id = '${id}'`);
    expect(row?.["return_address"]).toEqual({ ...own, country: "BE" });
    expect(JSON.stringify(await factsOf(deliveries[0]?.id ?? ""))).not.toContain("Veldstraat");
  } finally {
    await bench.asOwner("UPDATE account SET kind = 'company'");
  }
}, 90_000);

test("a letter of more pages than an envelope holds is refused, though each part could be printed", async () => {
  const files = [
    { name: "a.pdf", bytes: samplePdf(120) },
    { name: "b.pdf", bytes: samplePdf(90) },
  ];
  expect(await (await post(multipart(WITH_LETTER, files))).json()).toMatchObject({
    status: 400,
    code: "letter_too_long",
    errors: [{ path: "postal_fallback", code: "letter_too_long", params: { pages: 215, max: 200 } }],
    evidence: [expect.stringMatching(/^evd_/)],
  });
});

test("a repeated submission is answered as before, and nothing is put on paper twice", async () => {
  const headers = { "Idempotency-Key": "letter-1" };
  const body = () => multipart(WITH_LETTER, [{ name: "lease.pdf", bytes: PDF }]);
  const first = await post(body(), headers);
  const blobs = (await bench.blobs()).length;
  const again = await post(body(), headers);
  expect(again.headers.get("Idempotency-Replayed")).toBe("true");
  expect(await again.json()).toEqual(await first.json());
  expect((await bench.blobs()).length).toBe(blobs);
});

test("credits for the postage too must be there", async () => {
  await bench.asOwner("UPDATE account_credit SET balance = 9");
  expect(await (await postJson(WITH_LETTER)).json()).toMatchObject({
    status: 409,
    code: "credits_missing",
    errors: [{ params: { needed: 10, balance: 9, missing: 1 } }],
  });
  await bench.asOwner("UPDATE account_credit SET balance = 1000");
});
