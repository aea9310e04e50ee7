import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ADDRESSEE,
  type ApiBench,
  bearer,
  createApiBench,
  KEY,
  LETTER,
  OTHER_KEY,
} from "../api.test-support.ts";

let bench: ApiBench;
let app: ApiBench["app"];

beforeAll(async () => {
  bench = await createApiBench();
  app = bench.appWith({ settings: { registerNumberBasis: "a ministerial authorisation" } });
});
afterAll(() => bench.close());

const { mobile: _, ...WITHOUT_MOBILE } = ADDRESSEE;
const STRONG = { ...LETTER, required_identification: "eid_or_itsme" };
const NUMBER = "85.07.30-033.28";

async function send(addressee: object, key = KEY, through = app) {
  const answer = await through.request("/v1/messages", {
    method: "POST",
    headers: { ...bearer(key), "Content-Type": "application/json" },
    body: JSON.stringify({ ...STRONG, addressees: [addressee] }),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: JSON.parse(text) as Answer };
}

interface Answer {
  readonly code?: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly detail: string }[];
  readonly deliveries?: readonly { readonly id: string }[];
}

test("with itsme or eID asked, no mobile number is needed, and what was entrusted is in no answer", async () => {
  const identification = { birth_date: "1985-07-30", national_register_number: NUMBER };
  const { status, json, text } = await send({ ...WITHOUT_MOBILE, identification });
  expect(status).toBe(201);
  const shown = await bench.get(`/v1/deliveries/${json.deliveries?.[0]?.id ?? ""}`);
  const delivery = await shown.text();
  expect(JSON.parse(delivery)).toMatchObject({
    required_identification: "eid_or_itsme",
    identification_mismatches: [],
  });
  const evidence = await (
    await bench.get(`/v1/deliveries/${json.deliveries?.[0]?.id ?? ""}/evidence`)
  ).text();
  for (const answer of [text, delivery, evidence]) {
    for (const secret of ["1985-07-30", NUMBER, "85073003328", "birth_date"]) {
      expect(answer).not.toContain(secret);
    }
  }
  expect(JSON.stringify(bench.lines)).not.toContain("85073003328");
});

test.each([
  ["of an account without authorisation", OTHER_KEY, true, NUMBER],
  ["of an account without authorisation, though it is no number", OTHER_KEY, true, "85.07.30-033.29"],
  ["where no ground is configured", KEY, false, NUMBER],
])("a register number %s gets one and the same answer", async (_name, key, hasGround, number) => {
  const { status, json } = await send(
    { ...ADDRESSEE, identification: { national_register_number: number } },
    key,
    hasGround ? app : bench.app,
  );
  expect(status).toBe(400);
  expect(json.errors).toMatchObject([
    {
      path: "addressees.0.identification.national_register_number",
      code: "register_number_not_allowed",
      detail: "Your account may not use national register numbers.",
    },
  ]);
});

test.each([
  [
    { ...ADDRESSEE, identification: { national_register_number: "85.07.30-033.29" } },
    "register_number_invalid",
  ],
  [{ ...ADDRESSEE, identification: { birth_date: "1985-02-30" } }, "not_a_date"],
  [{ ...ADDRESSEE, identification: { birth_date: "2185-02-03" } }, "birth_date_impossible"],
  [{ ...ADDRESSEE, identification: { birth_date: "1785-02-03" } }, "birth_date_impossible"],
  [{ email: "info@bakery.example", organisation: "Bakery bv", language: "nl" }, "enterprise_number_required"],
  [
    {
      email: "info@bakery.example",
      organisation: "Bakery bv",
      enterprise_number: "0403.019.261",
      language: "nl",
      identification: { birth_date: "1985-07-30" },
    },
    "for_persons_only",
  ],
])("%o is refused", async (addressee, code) => {
  const { status, json, text } = await send(addressee);
  expect([status, json.errors?.map((error) => error.code)]).toEqual([400, [code]]);
  expect(text).not.toContain("033.29");
});

test("an organisation with its number is served, whether or not it has an account with us", async () => {
  for (const enterprise_number of ["0712345630", "0403.019.261"]) {
    const { status } = await send({
      email: "info@bakery.example",
      organisation: "Bakery bv",
      enterprise_number,
      language: "nl",
    });
    expect(status).toBe(201);
  }
});

test("a stranger who identified himself is told by the field that did not fit, to this account alone", async () => {
  const { json } = await send(WITHOUT_MOBILE);
  const id = json.deliveries?.[0]?.id ?? "";
  await bench.asOwner(
    `INSERT INTO identification_mismatch (id, delivery_id, account_id, happened_at, method, field, digest, key_version)
     VALUES ('mis_1', '${id}', 'acc_SEED0VANDEWALLE', '2026-11-22T10:00:00Z', 'eid', 'name', 'secret-digest', 1),
            ('mis_2', '${id}', 'acc_SEED0VANDEWALLE', '2026-11-22T11:00:00Z', 'itsme', 'birth_date', 'secret-digest', 1)`,
  );
  const answer = await (await bench.get(`/v1/deliveries/${id}`)).text();
  expect(JSON.parse(answer)).toMatchObject({
    identification_mismatches: [
      { at: "2026-11-22T11:00:00.000Z", method: "itsme", field: "birth_date" },
      { at: "2026-11-22T10:00:00.000Z", method: "eid", field: "name" },
    ],
  });
  expect(answer).not.toContain("secret-digest");
});

test("who must identify himself again cannot send, and is told so", async () => {
  const strict = bench.appWith({ settings: { reidentifyDays: 10 } });
  const { status, json, text } = await send(ADDRESSEE, KEY, strict);
  expect([status, json.code]).toEqual([403, "api_key_suspended"]);
  expect(text).toContain("administrator");
});
