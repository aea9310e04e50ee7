import { TEST_ADDRESSEE } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiBench, bearer, codeOf, createApiBench } from "../api.test-support.ts";

const ADDRESS = { street: "Kerkstraat", number: "12", postcode: "9000", town: "Gent" };

let bench: ApiBench;
beforeAll(async () => {
  bench = await createApiBench();
});
afterAll(() => bench.close());

async function ordered(address: object | null = ADDRESS): Promise<string> {
  const addressee = { ...TEST_ADDRESSEE, ...(address ? { postal_address: address } : {}) };
  const options = { postal_fallback: true };
  return (await bench.submit({ addressees: [addressee], options })).deliveryIds[0] ?? "";
}

const callOff = (id: string) =>
  bench.app.request(`/v1/deliveries/${id}/letter/call-off`, { method: "POST", headers: bearer() });
const mend = (id: string, body: string) =>
  bench.app.request(`/v1/deliveries/${id}/postal-address`, {
    method: "PUT",
    headers: { ...bearer(), "Content-Type": "application/json" },
    body,
  });
const show = async (id: string): Promise<unknown> =>
  (await bench.get(`/v1/deliveries/${id}`)).json() as Promise<unknown>;

test("a letter that follows is shown, called off once, and the same answer comes again", async () => {
  const id = await ordered();
  expect(await show(id)).toMatchObject({
    state: "accepted",
    postal_fallback: true,
    letter: {
      stage: "follows",
      posted_by: null,
      posted_on: null,
      barcode: null,
      statements: [],
      address_problem: null,
      may_call_off: true,
      postage: 9,
    },
  });
  for (let times = 0; times < 2; times += 1) {
    const answer = await callOff(id);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ id, state: "accepted", postage_given_back: 9 });
  }
  expect(await show(id)).toMatchObject({
    postal_fallback: false,
    letter: { stage: "called_off", may_call_off: false },
  });
});

test("what is released or has no letter cannot be called off", async () => {
  const none = (await bench.submit()).deliveryIds[0] ?? "";
  const refused = await callOff(none);
  expect([refused.status, await codeOf(refused)]).toEqual([409, "no_letter"]);
  expect(await show(none)).toMatchObject({ letter: null });
  const released = await ordered();
  await bench.asOwner(`UPDATE delivery SET state = 'to_print', first_to_print_at = clock.now(),
    print_released_at = clock.now() WHERE id = '${released}'`);
  for (const late of [
    await callOff(released),
    await mend(released, JSON.stringify({ ...ADDRESS, number: "14" })),
  ])
    expect([late.status, await codeOf(late)]).toEqual([409, "letter_on_its_way"]);
  expect(await show(released)).toMatchObject({ letter: { stage: "released", may_call_off: false } });
});

test("a missing address is told, mended, and judged by the rules of sending", async () => {
  const id = await ordered(null);
  expect(await show(id)).toMatchObject({ letter: { address_problem: "missing" } });
  for (const [body, code] of [
    ["{", "json_malformed"],
    ["", "repair_invalid"],
    [JSON.stringify({ ...ADDRESS, postcode: "0999" }), "repair_invalid"],
    [JSON.stringify({ ...ADDRESS, country: "US" }), "repair_invalid"],
  ] as const) {
    const wrong = await mend(id, body);
    expect([wrong.status, await codeOf(wrong)]).toEqual([400, code]);
  }
  const answer = await mend(id, JSON.stringify(ADDRESS));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    addressee: { postal_address: { ...ADDRESS, country: "BE" } },
    letter: { address_problem: null },
  });
  const abroad = JSON.stringify({
    street: "Damrak",
    number: "1",
    postcode: "1012 LG",
    town: "Amsterdam",
    country: "NL",
  });
  const [held] = await bench.asOwner(
    `UPDATE account_credit c SET balance = 4 FROM delivery d, account_credit was
     WHERE d.id = '${id}' AND c.account_id = d.account_id AND was.account_id = d.account_id RETURNING d.account_id, was.balance`,
  );
  const poor = await mend(id, abroad);
  expect([poor.status, await codeOf(poor)]).toEqual([409, "credits_missing"]);
  await bench.asOwner(
    `UPDATE account_credit SET balance = ${String(held?.["balance"])} WHERE account_id = '${String(held?.["account_id"])}'`,
  );
  expect(await (await mend(id, abroad)).json()).toMatchObject({ letter: { postage: 14 } });
  expect(await (await mend(id, JSON.stringify(ADDRESS))).json()).toMatchObject({ letter: { postage: 9 } });
  const again = await mend(id, JSON.stringify(ADDRESS));
  expect([again.status, await codeOf(again)]).toEqual([400, "nothing_to_repair"]);
  const long = await mend(id, JSON.stringify({ ...ADDRESS, street: "x".repeat(20_000) }));
  expect(long.status).toBe(413);
});
