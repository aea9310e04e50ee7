import { API_KEYS, seededKey } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ApiBench, bearer, codeOf, createApiBench, KEY, LETTER } from "../api.test-support.ts";

const SCOPES = ["messages:send", "messages:read", "evidence:read"] as const;
type Scope = (typeof SCOPES)[number];

/** Every route and the scope that it asks for: a new one that is not on this list fails the first test. */
const NEEDED: Readonly<Record<string, Scope>> = {
  "POST /v1/messages": "messages:send",
  "GET /v1/messages": "messages:read",
  "GET /v1/messages/:id": "messages:read",
  "GET /v1/deliveries/:id": "messages:read",
  "GET /v1/deliveries/:id/evidence": "evidence:read",
  "GET /v1/evidence/:id": "evidence:read",
  "GET /v1/deliveries/:id/proofs/:kind": "evidence:read",
  "GET /v1/messages/:id/proofs/submission": "evidence:read",
  "GET /v1/deliveries/:id/bundle": "evidence:read",
  "POST /v1/deliveries/:id/letter/call-off": "messages:send",
  "PUT /v1/deliveries/:id/postal-address": "messages:send",
};

let bench: ApiBench;
beforeAll(async () => {
  bench = await createApiBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await give(SCOPES);
});

async function give(scopes: readonly Scope[]): Promise<void> {
  const list = scopes.map((scope) => `'${scope}'`).join(",");
  await bench.asOwner(
    `UPDATE api_key SET scopes = ARRAY[${list}], expires_at = NULL WHERE id = '${seededKey(API_KEYS.first).id}'`,
  );
}

async function ask(name: string): Promise<Response> {
  const [method = "", path = ""] = name.split(" ");
  const address = path.replace(":kind", "proof_of_submission").replace(":id", "msg_0");
  const post = { body: JSON.stringify(LETTER), headers: { ...bearer(), "Content-Type": "application/json" } };
  return bench.app.request(address, { method, headers: bearer(), ...(method === "POST" ? post : {}) });
}

test("every route is on the list", () => {
  const routes = bench.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/v1/"))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].toSorted()).toEqual(Object.keys(NEEDED).toSorted());
});

test.each(Object.entries(NEEDED))("%s is for keys with %s alone", async (name, needed) => {
  await give(SCOPES.filter((scope) => scope !== needed));
  const refused = await ask(name);
  expect(refused.status).toBe(403);
  expect(refused.headers.get("www-authenticate")).toContain(`error="insufficient_scope", scope="${needed}"`);
  expect(await refused.json()).toMatchObject({
    code: "scope_missing",
    detail: `This needs a key with the scope ${needed}.`,
  });
  await give([needed]);
  expect((await ask(name)).status).not.toBe(403);
});

const FIRST = seededKey(API_KEYS.first).id;
const KEY_ROW = `UPDATE api_key SET revoked_at = NULL, expires_at = NULL WHERE id = '${FIRST}'`;
const setKey = (column: string) => `UPDATE api_key SET ${column} = clock.now() WHERE id = '${FIRST}'`;
const setStatus = (to: string) =>
  `UPDATE account SET status = '${to}' WHERE id = '${API_KEYS.first.account}'`;
const setLeft = (to: string) => `UPDATE member SET left_at = ${to} WHERE id = '${API_KEYS.first.member}'`;
const setIdentified = (to: string) =>
  `UPDATE person SET identified_at = ${to} WHERE id = 'per_SEED0LOTTEMAES'`;

/** States in which no key serves, whatever it may do otherwise: how it comes about, and how it is over. */
const STANDSTILLS = [
  ["its account is applying", setStatus("applying"), setStatus("active"), 403, "account_applying"],
  ["its account is closing", setStatus("closing"), setStatus("active"), 403, "account_closing"],
  ["its account is closed", setStatus("closed"), setStatus("active"), 403, "account_closed"],
  ["its account is erased", setStatus("erased"), setStatus("active"), 403, "account_closed"],
  ["it is revoked", setKey("revoked_at"), KEY_ROW, 401, "api_key_invalid"],
  ["its time beside its successor is over", setKey("expires_at"), KEY_ROW, 401, "api_key_invalid"],
  ["its member left", setLeft("clock.now()"), setLeft("NULL"), 403, "api_key_suspended"],
  [
    "its member is not identified",
    setIdentified("NULL"),
    setIdentified("clock.now()"),
    403,
    "api_key_suspended",
  ],
  [
    "its member has restricted the processing of his data",
    "INSERT INTO processing_restriction (id, person_id, since) VALUES ('prs_KEY', 'per_SEED0LOTTEMAES', clock.now())",
    "DELETE FROM processing_restriction",
    403,
    "processing_restricted",
  ],
] as const;

test.each(STANDSTILLS)("where %s, a key opens no route", async (_, begin, end, status, code) => {
  const before = await bench.messages();
  await bench.asOwner(begin);
  for (const name of Object.keys(NEEDED)) {
    const answer = await ask(name);
    expect([name, answer.status, await codeOf(answer)]).toEqual([name, status, code]);
  }
  await bench.asOwner(end);
  expect(await bench.messages(), "nothing was sent").toBe(before);
  expect((await bench.get("/v1/messages")).status).toBe(200);
});

test("a key with a successor serves until its time beside it is over", async () => {
  const { id } = seededKey(API_KEYS.first);
  const until = (interval: string) =>
    bench.asOwner(`UPDATE api_key SET expires_at = clock.now() + interval '${interval}' WHERE id = '${id}'`);
  await until("1 hour");
  expect((await bench.get("/v1/messages", KEY)).status).toBe(200);
  await until("-1 second");
  const over = await bench.get("/v1/messages", KEY);
  expect([over.status, await codeOf(over)]).toEqual([401, "api_key_invalid"]);
});
