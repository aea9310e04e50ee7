import { createHash } from "node:crypto";
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

interface Accepted {
  readonly id: string;
  readonly accepted_at: string;
  readonly deliveries: readonly { readonly id: string }[];
}

let bench: ApiBench;
beforeAll(async () => {
  bench = await createApiBench();
  await give(5_000);
});
afterAll(() => bench.close());

const post = (body: BodyInit, headers: Record<string, string> = {}, app = bench.app) =>
  app.request("/v1/messages", { method: "POST", headers: { ...bearer(), ...headers }, body });
const postJson = (message: unknown, headers: Record<string, string> = {}) =>
  post(JSON.stringify(message), { "Content-Type": "application/json", ...headers });

async function give(credits: number): Promise<void> {
  await bench.asOwner(`UPDATE account_credit SET balance = ${credits}`);
}

/** What `work` leaves behind: messages and blobs. */
async function left(work: () => Promise<unknown>): Promise<{ messages: number; blobs: number }> {
  const before = { messages: await bench.messages(), blobs: (await bench.blobs()).length };
  await work();
  return {
    messages: (await bench.messages()) - before.messages,
    blobs: (await bench.blobs()).length - before.blobs,
  };
}

const NOTHING = { messages: 0, blobs: 0 };
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

test("a message with two attachments is accepted, and can be read back", async () => {
  const answer = await post(
    multipart({ ...LETTER, collection_days: 10, reminders: false }, [
      { name: "lease.pdf", bytes: PDF },
      { name: "lease.pdf", bytes: Buffer.concat([PDF, PDF]) },
    ]),
  );
  expect(answer.status).toBe(201);
  const accepted = (await answer.json()) as Accepted;
  expect(accepted).toMatchObject({
    deliveries: [
      {
        state: "accepted",
        collect_until: null,
        final_by: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        addressee: {
          email: "jan.peeters@example.be",
          mobile: "+32470123412",
          postal_address: ADDRESSEE.postal_address,
          consent: ADDRESSEE.addressee_consent,
        },
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
      { name: "message.txt", sha256: sha256(`${LETTER.subject}\n\n${LETTER.body}`) },
      { name: "lease.pdf", type: "application/pdf", size: PDF.length, sha256: sha256(PDF) },
      { name: "lease (2).pdf", size: PDF.length * 2, sha256: sha256(Buffer.concat([PDF, PDF])) },
    ],
  });
});

test("without attachments JSON is enough, and the identification is by codes", async () => {
  const answer = await postJson({ ...LETTER, collection_days: null });
  expect(answer.status).toBe(201);
  const { id, deliveries } = (await answer.json()) as Accepted;
  expect(await (await bench.get(`/v1/messages/${id}`)).json()).toMatchObject({
    required_identification: "codes",
    collection_days: 15,
    postal_fallback: false,
    parts: [{ name: "message.txt" }],
  });
  expect(await (await bench.get(`/v1/deliveries/${deliveries[0]?.id}`)).json()).toMatchObject({
    message_id: id,
    state: "accepted",
    qualified: { claim: "not_qualified", because: "trust_status" },
    track: [{ kind: "accepted", status: "now" }, { kind: "notice_to_come" }, { kind: "final_at_the_latest" }],
    proofs: ["proof_of_submission"],
  });
});

test("every mistake of every row is named, with pointer and words", async () => {
  const message = {
    ...LETTER,
    subject: "",
    collection_days: 31,
    addressees: [ADDRESSEE, { ...ADDRESSEE, email: "jan@", mobile: "+3247012" }, { ...ADDRESSEE, name: " " }],
  };
  const answer = await postJson(message);
  expect(answer.status).toBe(400);
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  const problem = (await answer.json()) as { code: string; errors: { path: string; detail: string }[] };
  expect(problem).toMatchObject({ code: "message_invalid", status: 400 });
  expect(problem.errors.map((error) => error.path).toSorted()).toEqual([
    "addressees.1.email",
    "addressees.1.mobile",
    "addressees.2.name",
    "collection_days",
    "subject",
  ]);
  expect(problem.errors).toContainEqual(
    expect.objectContaining({
      pointer: "#/addressees/1/email",
      code: "email_invalid",
      detail: expect.stringContaining(" "),
    }),
  );
});

test.each([
  ["letters", { postal_fallback: true }, "fallback_not_available"],
  ["itsme", { required_identification: "eid_or_itsme" }, "identification_not_available"],
])("what this installation does not offer has a code of its own: %s", async (_, options, code) => {
  const plain = bench.appWith({ settings: { identifications: ["codes"], letters: null } });
  const answer = await plain.request("/v1/messages", {
    method: "POST",
    headers: { ...bearer(), "Content-Type": "application/json" },
    body: JSON.stringify({ ...LETTER, ...options }),
  });
  expect(await answer.json()).toMatchObject({
    status: 400,
    code,
    errors: [{ path: Object.keys(options)[0], code }],
  });
});

test("a mistyped field is refused, not passed over", async () => {
  const message = { ...LETTER, colection_days: 3, addressees: [{ ...ADDRESSEE, mobil: "+32470123412" }] };
  expect(await (await postJson(message)).json()).toMatchObject({
    code: "message_invalid",
    errors: [
      { path: "colection_days", code: "unknown_field" },
      { path: "addressees.0.mobil", code: "unknown_field" },
    ],
  });
});

test.each([
  ["subject", { subject: "Notice\r\nBcc: x@example.be" }, "subject"],
  ["a name", { addressees: [{ ...ADDRESSEE, name: "Peeters\r\nBcc: x@example.be" }] }, "addressees.0.name"],
  ["an address", { addressees: [{ ...ADDRESSEE, email: "jan@example.be\r\nx" }] }, "addressees.0.email"],
])("a line break in %s is refused", async (_, change, path) => {
  expect(await (await postJson({ ...LETTER, ...change })).json()).toMatchObject({
    status: 400,
    errors: [{ path }],
  });
});

test("names of every script are taken as they are", async () => {
  const addressee = { ...ADDRESSEE, name: "Łuczak-Őry 🦊", first_names: "Ștefan" };
  const answer = await postJson({ ...LETTER, subject: "Ingebrekestelling 🦊", addressees: [addressee] });
  expect(await answer.json()).toMatchObject({
    deliveries: [{ addressee: { name: "Łuczak-Őry 🦊", first_names: "Ștefan" } }],
  });
});

const broken = (text: string) =>
  Buffer.concat([Buffer.from(text), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);

test.each([
  ["JSON that is none", "{", "application/json", 400, "json_malformed"],
  ["a deep nest", "[".repeat(1_000_000), "application/json", 400, "json_malformed"],
  ["a list", "[]", "application/json", 400, "message_invalid"],
  ["nothing", "null", "application/json", 400, "message_invalid"],
  ["an empty body", "", "application/json", 400, "json_malformed"],
  ["broken UTF-8", broken('{"subject":"'), "application/json", 400, "broken_text"],
  [
    "more JSON than anybody needs",
    `"${"x".repeat(4_200_000)}"`,
    "application/json",
    413,
    "message_json_too_large",
  ],
  ["plain text", "hello", "text/plain", 415, "unsupported_media_type"],
  ["a form", "subject=x", "application/x-www-form-urlencoded", 415, "unsupported_media_type"],
  ["multipart without boundary", "hello", "multipart/form-data", 400, "not_multipart"],
  ["multipart that is none", "hello", "multipart/form-data; boundary=x", 400, "upload_broken_off"],
] as const)("%s is answered with its problem", async (_, body, type, status, code) => {
  const answer = await post(typeof body === "string" ? body : Uint8Array.from(body), {
    "Content-Type": type,
  });
  expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
});

test("parts in the wrong place or of another name are refused, and nothing of them stays", async () => {
  const attachment = new File([Uint8Array.from(PDF)], "lease.pdf");
  const forms: readonly [readonly (readonly [string, string | File])[], string][] = [
    [
      [
        ["attachment", attachment],
        ["message", JSON.stringify(LETTER)],
      ],
      "message_part_first",
    ],
    [
      [
        ["message", JSON.stringify(LETTER)],
        ["attachment", attachment],
        ["photo", attachment],
      ],
      "part_unexpected",
    ],
    [
      [
        ["message", JSON.stringify(LETTER)],
        ["attachment", attachment],
        ["note", "x"],
      ],
      "part_unexpected",
    ],
    [
      [
        ["message", JSON.stringify(LETTER)],
        ["attachment", new File(["x"], "")],
      ],
      "file_name_missing",
    ],
    [
      [
        ["message", "{"],
        ["attachment", attachment],
      ],
      "json_malformed",
    ],
  ];
  for (const [parts, code] of forms) {
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    expect(await left(async () => expect(await codeOf(await post(form))).toBe(code))).toEqual(NOTHING);
  }
});

test("a body that breaks off leaves nothing", async () => {
  const whole = new Uint8Array(
    await new Response(
      multipart(LETTER, [{ name: "a.pdf", bytes: Buffer.concat([PDF, Buffer.alloc(300_000)]) }]),
    ).arrayBuffer(),
  );
  const boundary = /^--([^\r]+)/.exec(Buffer.from(whole.subarray(0, 200)).toString())?.[1];
  const type = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
  for (const at of [200, whole.length - 200_000, whole.length - 3]) {
    const gone = await left(async () => {
      const answer = await post(whole.slice(0, at), type);
      expect([answer.status, await codeOf(answer)]).toEqual([400, "upload_broken_off"]);
    });
    expect(gone).toEqual(NOTHING);
  }
});

test.each([
  [
    "a program named as a PDF",
    "invoice.pdf",
    Buffer.concat([Buffer.from("MZ"), Buffer.alloc(58), Buffer.from("80000000", "hex"), Buffer.alloc(64)]),
    "part_executable",
  ],
  ["an empty file", "empty.pdf", Buffer.alloc(0), "part_empty"],
  ["text named as a PDF", "letter.pdf", Buffer.from("Just text."), "part_type_mismatch"],
])("%s is refused by its place, and the file before it goes too", async (_, name, bytes, code) => {
  const gone = await left(async () => {
    const answer = await post(
      multipart(LETTER, [
        { name: "lease.pdf", bytes: PDF },
        { name, bytes },
      ]),
    );
    expect(await answer.json()).toMatchObject({
      status: 400,
      code,
      errors: [{ path: "attachments.1", code }],
    });
  });
  expect(gone).toEqual(NOTHING);
  expect(JSON.stringify(bench.lines)).not.toContain(name);
});

test("limits: the answer says which, and nothing stays", async () => {
  const app = bench.appWith({ limits: { fileBytes: 1_000, messageBytes: 1_500, files: 2, addressees: 2 } });
  const file = (bytes: number) => ({
    name: "a.pdf",
    bytes: Buffer.concat([PDF, Buffer.alloc(bytes - PDF.length)]),
  });
  const cases: readonly [FormData, number, string][] = [
    [multipart(LETTER, [file(1_001)]), 413, "file_too_large"],
    [multipart(LETTER, [file(1_000), file(501)]), 413, "message_too_large"],
    [multipart(LETTER, [file(200), file(200), file(200)]), 413, "too_many_files"],
    [
      multipart({
        ...LETTER,
        addressees: [1, 2, 3].map((n) => ({ ...ADDRESSEE, email: `a${n}@example.be` })),
      }),
      400,
      "message_invalid",
    ],
  ];
  for (const [form, status, code] of cases) {
    const gone = await left(async () => {
      const answer = await post(form, {}, app);
      expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    });
    expect(gone).toEqual(NOTHING);
  }
  expect((await post(multipart(LETTER, [file(1_000), file(500)]), {}, app)).status).toBe(201);
});

test("credits that are missing are counted, and nothing stays", async () => {
  const addressees = [1, 2, 3].map((n) => ({ ...ADDRESSEE, email: `a${n}@example.be` }));
  await give(2);
  try {
    const gone = await left(async () => {
      const answer = await post(multipart({ ...LETTER, addressees }, [{ name: "lease.pdf", bytes: PDF }]));
      expect(await answer.json()).toMatchObject({
        status: 409,
        code: "credits_missing",
        errors: [{ params: { needed: 3, balance: 2, missing: 1 } }],
      });
    });
    expect(gone).toEqual(NOTHING);
  } finally {
    await give(5_000);
  }
});

test("while no timestamp authority answers nothing is accepted, nor read", async () => {
  await bench.asOwner("UPDATE sealing_state SET stamp_failing_since = clock.now() - interval '301 seconds'");
  try {
    const gone = await left(async () => {
      const answer = await post(multipart(LETTER, [{ name: "lease.pdf", bytes: PDF }]));
      expect([answer.status, answer.headers.get("Retry-After"), await codeOf(answer)]).toEqual([
        503,
        "60",
        "sealing_unavailable",
      ]);
    });
    expect(gone).toEqual(NOTHING);
  } finally {
    await bench.asOwner("UPDATE sealing_state SET stamp_failing_since = NULL");
  }
});

test("the same key gives the same answer, however the request is written and whatever happened since", async () => {
  const key = { "Idempotency-Key": "order-1" };
  const files = [{ name: "lease.pdf", bytes: PDF }];
  const first = await post(multipart(LETTER, files), key);
  expect(first.headers.get("Idempotency-Replayed")).toBeNull();
  const answer = (await first.json()) as Accepted;
  await bench.asOwner(
    `UPDATE delivery SET state = 'notified', email = 'mended@example.be' WHERE message_id = '${answer.id}'`,
  );
  const again = await left(async () => {
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(LETTER).toReversed()), null, 2);
    const second = await post(multipart(reordered, files), key);
    expect([second.status, second.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    expect(await second.json()).toEqual(answer);
  });
  expect(again).toEqual(NOTHING);
});

test("another request under the same key is a conflict; another account has its own keys", async () => {
  const key = { "Idempotency-Key": "order-2" };
  const files = [{ name: "lease.pdf", bytes: PDF }];
  expect((await post(multipart(LETTER, files), key)).status).toBe(201);
  const others = [
    multipart({ ...LETTER, subject: "Another" }, files),
    multipart(LETTER),
    multipart(LETTER, [{ name: "other.pdf", bytes: PDF }]),
    multipart(LETTER, [{ name: "lease.pdf", bytes: Buffer.concat([PDF, PDF]) }]),
  ];
  for (const other of others) {
    const answer = await post(other, key);
    expect([answer.status, await codeOf(answer)]).toEqual([409, "idempotency_key_reused"]);
  }
  expect((await post(multipart(LETTER, files), { ...key, ...bearer(OTHER_KEY) })).status).toBe(201);
});

test.each(["", "with space", "é", "x".repeat(256)])("%j is no Idempotency-Key", async (key) => {
  expect(await codeOf(await postJson(LETTER, { "Idempotency-Key": key }))).toBe("idempotency_key_invalid");
});

test("a key of a request that failed is free again", async () => {
  const key = { "Idempotency-Key": "order-3" };
  expect((await postJson({ ...LETTER, subject: "" }, key)).status).toBe(400);
  expect((await postJson(LETTER, key)).status).toBe(201);
});

test("twenty at once with one key are one message, one set of blobs, one reservation", async () => {
  const key = { "Idempotency-Key": "order-4" };
  const answers: Response[] = [];
  const gone = await left(async () => {
    const all = Array.from({ length: 20 }, async () =>
      post(multipart(LETTER, [{ name: "lease.pdf", bytes: PDF }]), key),
    );
    answers.push(...(await Promise.all(all)));
  });
  expect(gone).toEqual({ messages: 1, blobs: 2 });
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 201));
  expect(answers.filter((answer) => answer.headers.get("Idempotency-Replayed") === null)).toHaveLength(1);
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(bodies).size).toBe(1);
});

test("500 addressees take no more statements than one", async () => {
  const ctx = bench.context("api");
  let statements = 0;
  const db = ctx.db.withPlugin({
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const app = bench.appWith({ deps: { ctx: { ...ctx, db } } });
  async function count(addressees: number): Promise<number> {
    const rows = Array.from({ length: addressees }, (_, n) => ({
      ...ADDRESSEE,
      email: `jan.${n}@example.be`,
    }));
    statements = 0;
    const answer = await post(multipart({ ...LETTER, addressees: rows }), {}, app);
    expect(answer.status).toBe(201);
    const { deliveries } = (await answer.json()) as { deliveries: { addressee: { email: string } }[] };
    expect(deliveries.map((delivery) => delivery.addressee.email)).toEqual(rows.map((row) => row.email));
    return statements;
  }
  const one = await count(1);
  expect(await count(500)).toBe(one);
  expect(one).toBeLessThan(30);
});
