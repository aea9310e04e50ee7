import { createHash, randomBytes } from "node:crypto";
import { sql } from "@posthorn/db";
import { AppError, parseRegisterNumber } from "@posthorn/domain";
import { createVerbBench, TEST_ADDRESSEE, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KeyHolder } from "../account/authenticate-key.ts";
import type { Context } from "../context.ts";
import { GIVEN_NUMBER_FIELD, REMOVED_NUMBER_FIELD } from "../draft/hide-register-numbers.ts";
import { type DraftPorts, loadDraft, openDraft, saveDraft } from "../draft/keep-draft.ts";
import { checkDraft, mayUseRegisterNumbers } from "../draft/send-draft.ts";
import { type IncomingMessage, takeMessage, type TakePorts } from "../message/take-message.ts";

const BASIS = { registerNumberBasis: "a ministerial authorisation" };
const at = Temporal.Now.instant().round("millisecond");

const HOLDER: Pick<
  KeyHolder,
  "accountId" | "memberId" | "email" | "language" | "authentication" | "registerNumbers"
> = {
  ...TEST_SENDER,
  language: "nl",
  authentication: { method: "api_key", at: at.toString() },
  registerNumbers: true,
};

let bench: VerbBench;
let api: Context;
let intake: TakePorts;
let drafts: DraftPorts;

beforeAll(async () => {
  bench = await createVerbBench();
  api = bench.context("api", BASIS);
  intake = {
    content: bench.content,
    wrapping: bench.wrapping,
    identityKeys: bench.identityKeys,
    renditions: bench.renditions,
    inspection: {
      nameFor: (typed) => typed,
      guard: (_, stream) => ({ stream, accepted: () => ({ mediaType: "text/plain" }) }),
    },
    newContentKey: () => randomBytes(32),
  };
  drafts = {
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    sealing: {
      newContentKey: () => randomBytes(32),
      // Not sealed here: what the test looks for must not be hidden from it by another lock.
      sealForm: (_, json) => Buffer.from(json, "utf8"),
      openForm: (_, sealed) => Buffer.from(sealed).toString("utf8"),
    },
  };
});
afterAll(() => bench.close());

async function* nothing(): AsyncGenerator<never> {
  // No attachments.
}

function submission(addressees: readonly object[], sender = HOLDER): IncomingMessage {
  return {
    sender,
    raw: {
      subject: "Formal notice",
      body: "Dear Sir",
      options: { required_identification: "eid_or_itsme" },
      addressees,
    },
    attachments: nothing(),
    idempotencyKey: createHash("sha256").update(JSON.stringify(addressees)).digest("hex"),
    arrivedAt: () => Temporal.Now.instant().round("millisecond"),
  };
}

function addressee(identification: object, row = 0) {
  return { ...TEST_ADDRESSEE, mobile: undefined, email: `jan.${row}@example.be`, identification };
}

async function kept(deliveryId: string) {
  const row = await bench
    .context("owner")
    .db.selectFrom("delivery")
    .select("identification")
    .where("id", "=", deliveryId)
    .executeTakeFirstOrThrow();
  return row.identification;
}

/** Valid numbers, national and bis, of both centuries. */
const registerNumbers = fc
  .tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.constantFrom(0, 20, 40),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 998 }),
    fc.boolean(),
  )
  .map(([year, bis, month, day, serial, from2000]) => {
    const two = (value: number, size = 2) => String(value).padStart(size, "0");
    const nine = `${two(year)}${two(month + bis)}${two(day)}${two(serial, 3)}`;
    const check = two(97 - (Number(`${from2000 ? "2" : ""}${nine}`) % 97));
    return {
      digits: `${nine}${check}`,
      typed: `${nine.slice(0, 2)}.${nine.slice(2, 4)}.${nine.slice(4, 6)}-${nine.slice(6)}.${check}`,
    };
  });

/** Every value of every table, read as the owner, with where it stands. */
async function everyValue(): Promise<readonly { readonly place: string; readonly text: string }[]> {
  const { db } = bench.context("owner");
  const { rows: columns } = await sql<{ schema: string; table: string; column: string; type: string }>`
    SELECT table_schema AS schema, table_name AS "table", column_name AS "column", udt_name AS type
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`.execute(db);
  expect(columns.length).toBeGreaterThan(200);
  const values: { place: string; text: string }[] = [];
  for (const { schema, table, column, type } of columns) {
    const name = sql.ref(column);
    const value = type === "bytea" ? sql`encode(${name}, 'escape')` : sql`${name}::text`;
    const { rows } = await sql<{ text: string }>`
      SELECT ${value} AS text FROM ${sql.table(`${schema}.${table}`)} WHERE ${name} IS NOT NULL`.execute(db);
    for (const { text } of rows) values.push({ place: `${table}.${column}`, text });
  }
  return values;
}

test("whatever register number is entrusted, no column of any table holds it, by API or by draft", async () => {
  const given = fc.sample(registerNumbers, 25);
  for (const { digits } of given) expect(parseRegisterNumber(digits)).not.toBeNull();
  const rows = given.map(({ typed }, row) => addressee({ national_register_number: typed }, row));
  const accepted = await takeMessage(api, intake, submission(rows));
  expect(accepted.deliveries).toHaveLength(25);
  expect((await takeMessage(api, intake, submission(rows))).repeated).toBe(true);
  const portal = bench.context("portal", BASIS);
  const draftId = await openDraft(portal, drafts, TEST_SENDER);
  await saveDraft(portal, drafts, TEST_SENDER, draftId, {
    subject: "",
    body: "",
    options: {},
    addressees: given.map(({ typed }) => ({ "identification.national_register_number": typed })),
  });
  const values = await everyValue();
  for (const { digits, typed } of given) {
    const digest = createHash("sha256").update(digits).digest();
    const forms = [digits, typed, digest.toString("hex"), digest.toString("base64"), btoa(digits)];
    const found = values.filter(({ text }) => forms.some((form) => text.includes(form)));
    expect(found.map(({ place }) => place)).toEqual([]);
  }
  const keyed = values.filter(({ text }) =>
    given.some(({ digits }) =>
      bench.identityKeys.registerNumberDigests(digits).some(({ digest }) => text.includes(digest)),
    ),
  );
  expect([...new Set(keyed.map(({ place }) => place))]).toEqual(["delivery.identification"]);
});

test("kept are the date of birth, and of the number a digest and a seal that belongs to this delivery", async () => {
  const identification = { birth_date: "1985-07-30", national_register_number: "85.07.30-033.28" };
  const { deliveries } = await takeMessage(api, intake, submission([addressee(identification, 1)]));
  const [delivery] = deliveries;
  const found = await kept(delivery?.id ?? "");
  const [newest] = bench.identityKeys.registerNumberDigests("85073003328");
  expect(found).toMatchObject({
    birth_date: "1985-07-30",
    register_number: { digest: newest?.digest, digest_version: 2, sealed_version: 2 },
  });
  const sealed = {
    bytes: Buffer.from(found?.register_number?.sealed ?? "", "base64"),
    keyVersion: found?.register_number?.sealed_version ?? 0,
  };
  expect(bench.identityKeys.open(`register number of ${delivery?.id ?? ""}`, sealed)).toBe("85073003328");
  expect(() => bench.identityKeys.open("register number of dlv_OTHER", sealed)).toThrow(AppError);
  expect(JSON.stringify(delivery)).not.toContain("1985");
  const uses = await bench
    .context("owner")
    .db.selectFrom("register_number_use")
    .select(["service", "purpose"])
    .where("delivery_id", "=", delivery?.id ?? "")
    .execute();
  expect(uses).toEqual([{ service: "api", purpose: "entrusted" }]);
});

test("without anything given nothing is kept", async () => {
  const { deliveries } = await takeMessage(api, intake, submission([addressee({}, 2)]));
  expect(await kept(deliveries[0]?.id ?? "")).toBeNull();
});

test("neither evidence nor what the sender is shown holds a date of birth", async () => {
  const values = await everyValue();
  const found = values.filter(({ text }) => text.includes("1985-07-30")).map(({ place }) => place);
  expect(found).toEqual(["delivery.identification"]);
});

test("the same request with another number is another request", async () => {
  const first = submission([addressee({ national_register_number: "85073003328" }, 3)]);
  await takeMessage(api, intake, first);
  const other = submission([addressee({ national_register_number: "85.27.30-033.71" }, 3)]);
  const again = { ...other, idempotencyKey: first.idempotencyKey ?? "" };
  await expect(takeMessage(api, intake, again)).rejects.toMatchObject({ code: "idempotency_key_reused" });
});

test("no ground or no authorisation: the same answer, before and at acceptance, and nothing is kept", async () => {
  const rows = [addressee({ national_register_number: "85073003328" }, 4)];
  const refused = [
    {
      path: "addressees.0.identification.national_register_number",
      code: "register_number_not_allowed",
    },
  ];
  const unauthorised = { ...HOLDER, registerNumbers: false };
  await expect(takeMessage(api, intake, submission(rows, unauthorised))).rejects.toMatchObject({
    code: "message_invalid",
    fields: refused,
  });
  // Taken away between the form and the acceptance.
  const plain = bench.context("api");
  await expect(takeMessage(plain, intake, submission(rows))).rejects.toMatchObject({
    kind: "forbidden",
    code: "register_number_not_allowed",
  });
  expect(await mayUseRegisterNumbers(api, "acc_SEED0VANDEWALLE")).toBe(true);
  expect(await mayUseRegisterNumbers(api, "acc_SEED0CANAL")).toBe(false);
  expect(await mayUseRegisterNumbers(plain, "acc_SEED0VANDEWALLE")).toBe(false);
});

test("in a draft the number is sealed for it: kept, replaced, taken away, and of no use in another draft", async () => {
  const portal = bench.context("portal", BASIS);
  const sender = { ...HOLDER, authentication: { method: "passkey", at: at.toString() } } as const;
  const field = "identification.national_register_number";
  const draftId = await openDraft(portal, drafts, TEST_SENDER);
  const row = { name: "Peeters", first_names: "Jan", email: "jan@example.be", mobile: "+32470123412" };
  const save = async (more: Record<string, string>, id = draftId) => {
    const form = {
      subject: "Notice",
      body: "",
      options: { required_identification: "codes" },
      addressees: [{ ...row, ...more }],
    };
    await saveDraft(portal, drafts, TEST_SENDER, id, form);
    return loadDraft(portal, drafts, TEST_SENDER, id);
  };
  const numberIn = (draft: Awaited<ReturnType<typeof save>>) => {
    const checked = checkDraft(portal, drafts, draft, sender, at);
    return checked.ok
      ? checked.value.addressees[0]?.identification.registerNumber
      : checked.errors.map(({ code }) => code);
  };

  const typed = await save({ [field]: "85.07.30-033.28" });
  const given = typed.form.addressees[0]?.[GIVEN_NUMBER_FIELD] ?? "";
  expect(given).toMatch(/^2\./);
  expect(typed.form.addressees[0]).not.toHaveProperty([field]);
  expect(numberIn(typed)).toBe("85073003328");

  const again = await save({ [field]: "", [GIVEN_NUMBER_FIELD]: given });
  expect(numberIn(again)).toBe("85073003328");
  const wrong = await save({ [field]: "85.07.30-033.29", [GIVEN_NUMBER_FIELD]: given });
  expect(wrong.form.addressees[0]).toMatchObject({ [field]: "85.07.30-033.29" });
  expect(numberIn(wrong)).toEqual(["register_number_invalid"]);
  expect(numberIn(await save({ [field]: "85.27.30-033.71", [GIVEN_NUMBER_FIELD]: given }))).toBe(
    "85273003371",
  );
  const removed = await save({ [field]: "", [GIVEN_NUMBER_FIELD]: given, [REMOVED_NUMBER_FIELD]: "true" });
  expect(numberIn(removed)).toBeUndefined();

  const other = await openDraft(portal, drafts, TEST_SENDER);
  expect(numberIn(await save({ [GIVEN_NUMBER_FIELD]: given }, other))).toEqual(["register_number_invalid"]);
  expect(numberIn(await save({ [GIVEN_NUMBER_FIELD]: "9.nonsense" }))).toEqual(["register_number_invalid"]);
  expect(numberIn(await save({ [GIVEN_NUMBER_FIELD]: given, kind: "organisation" }))).toBeUndefined();
});
