import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiBench, bearer, createApiBench, LETTER, multipart, PDF } from "../api.test-support.ts";

let bench: ApiBench;
beforeAll(async () => {
  bench = await createApiBench();
});
afterAll(() => bench.close());

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  bench.app.request("/v1/messages", { method: "POST", headers: { ...bearer(), ...headers }, body });

test("a message with two attachments is accepted, and can be read back", async () => {
  const answer = await post(
    multipart({ ...LETTER, collection_days: 10, reminders: false }, [
      { name: "lease.pdf", bytes: PDF },
      { name: "lease.pdf", bytes: Buffer.concat([PDF, PDF]) },
    ]),
  );
  expect(answer.status).toBe(201);
  const accepted = (await answer.json()) as { id: string; accepted_at: string; deliveries: { id: string }[] };
  expect(accepted).toMatchObject({
    deliveries: [
      {
        state: "accepted",
        collect_until: null,
        addressee: { email: "jan.peeters@example.be", mobile: "+32470123412" },
      },
    ],
  });
  const message = await (await bench.get(`/v1/messages/${accepted.id}`)).json();
  expect(message).toMatchObject({
    id: accepted.id,
    accepted_at: accepted.accepted_at,
    subject: LETTER.subject,
    collection_days: 10,
    reminders: false,
    parts: [
      {
        name: "message.txt",
        sha256: createHash("sha256").update(`${LETTER.subject}\n\n${LETTER.body}`).digest("hex"),
      },
      {
        name: "lease.pdf",
        type: "application/pdf",
        size: PDF.length,
        sha256: createHash("sha256").update(PDF).digest("hex"),
      },
      { name: "lease (2).pdf", size: PDF.length * 2 },
    ],
  });
});
