import { randomBytes } from "node:crypto";
import { API_KEYS, seededKey } from "@posthorn/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiBench, bearer, codeOf, createApiBench, KEY, OTHER_KEY } from "./api.test-support.ts";
import { createRateLimit } from "./door/limit-rate.ts";

let bench: ApiBench;
let ids: { message: string; delivery: string; evidence: string };
beforeAll(async () => {
  bench = await createApiBench();
  const { messageId, deliveryIds } = await bench.submit();
  const delivery = deliveryIds[0] ?? "";
  const { evidence } = (await (await bench.get(`/v1/deliveries/${delivery}/evidence`)).json()) as {
    evidence: { id: string }[];
  };
  ids = { message: messageId, delivery, evidence: evidence[0]?.id ?? "" };
});
afterAll(() => bench.close());

/** Every route, with what a stranger's id is answered with; "own" where there is no id and only one's own is shown. */
const ROUTES = [
  { route: "POST /v1/messages", path: () => "/v1/messages", stranger: "own" },
  { route: "GET /v1/messages", path: () => "/v1/messages", stranger: "own" },
  { route: "GET /v1/messages/:id", path: () => `/v1/messages/${ids.message}`, stranger: "message_not_found" },
  {
    route: "GET /v1/messages/:id/proofs/submission",
    path: () => `/v1/messages/${ids.message}/proofs/submission`,
    stranger: "message_not_found",
  },
  {
    route: "GET /v1/deliveries/:id",
    path: () => `/v1/deliveries/${ids.delivery}`,
    stranger: "delivery_not_found",
  },
  {
    route: "GET /v1/deliveries/:id/evidence",
    path: () => `/v1/deliveries/${ids.delivery}/evidence`,
    stranger: "delivery_not_found",
  },
  {
    route: "GET /v1/deliveries/:id/proofs/:kind",
    path: () => `/v1/deliveries/${ids.delivery}/proofs/proof_of_submission`,
    stranger: "delivery_not_found",
  },
  {
    route: "GET /v1/deliveries/:id/bundle",
    path: () => `/v1/deliveries/${ids.delivery}/bundle`,
    stranger: "delivery_not_found",
  },
  {
    route: "POST /v1/deliveries/:id/letter/call-off",
    path: () => `/v1/deliveries/${ids.delivery}/letter/call-off`,
    stranger: "delivery_not_found",
  },
  {
    route: "PUT /v1/deliveries/:id/postal-address",
    path: () => `/v1/deliveries/${ids.delivery}/postal-address`,
    stranger: "delivery_not_found",
  },
  {
    route: "GET /v1/evidence/:id",
    path: () => `/v1/evidence/${ids.evidence}`,
    stranger: "evidence_not_found",
  },
] as const;
const OPEN = ["GET /healthz", "GET /readyz", "GET /openapi.json"];
const methodOf = (route: string) => route.split(" ")[0] ?? "";

test("every route that answers is in the list that these tests walk through", () => {
  const answering = bench.app.routes
    .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
    .map(({ method, path }) => `${method} ${path}`);
  expect(new Set(answering)).toEqual(new Set([...OPEN, ...ROUTES.map((each) => each.route)]));
});

describe.each(ROUTES)("$route", ({ route, path, stranger }) => {
  const ask = (headers: Record<string, string>, at = path()) =>
    bench.app.request(at, { method: methodOf(route), headers });

  test("asks for a key", async () => {
    const unknown = seededKey({ ...API_KEYS.first, account: "acc_NOBODY" }).secret;
    const mistyped = `${KEY.slice(0, -1)}${KEY.endsWith("A") ? "B" : "A"}`;
    for (const [headers, code] of [
      [{}, "api_key_missing"],
      [{ Authorization: `Basic ${KEY}` }, "api_key_missing"],
      [bearer("x"), "api_key_invalid"],
      [bearer(unknown), "api_key_invalid"],
      [bearer(mistyped), "api_key_invalid"],
    ] as const) {
      const answer = await ask({ ...headers });
      expect([answer.status, await codeOf(answer)]).toEqual([401, code]);
      expect(answer.headers.get("WWW-Authenticate")).toMatch(/^Bearer realm="posthorn"/);
    }
  });

  test("shows nothing of another account", async () => {
    if (stranger === "own") {
      const seen = await (await ask(bearer(OTHER_KEY))).text();
      for (const id of Object.values(ids)) expect(seen).not.toContain(id);
      return;
    }
    const answer = await ask(bearer(OTHER_KEY));
    expect([answer.status, await codeOf(answer)]).toEqual([404, stranger]);
    const nowhere = await ask(
      bearer(),
      path().replace(/[a-z]{3}_[0-9A-Z]+/, `msg_${randomBytes(13).toString("hex").toUpperCase()}`),
    );
    expect([nowhere.status, await codeOf(nowhere)]).toEqual([404, stranger]);
  });

  test("answers other methods with what is allowed", async () => {
    const answer = await bench.app.request(path(), { method: "DELETE", headers: bearer() });
    expect([answer.status, await codeOf(answer)]).toEqual([405, "method_not_allowed"]);
    expect(answer.headers.get("Allow")).toContain(methodOf(route));
  });
});

test("a revoked key is unknown, one whose member left or is not identified is suspended", async () => {
  const member = API_KEYS.second.member;
  const id = seededKey(API_KEYS.second).id;
  const states = [
    [
      `UPDATE api_key SET revoked_at = clock.now() WHERE id = '${id}'`,
      `UPDATE api_key SET revoked_at = NULL WHERE id = '${id}'`,
      401,
      "api_key_invalid",
    ],
    [
      `UPDATE member SET left_at = clock.now() WHERE id = '${member}'`,
      `UPDATE member SET left_at = NULL WHERE id = '${member}'`,
      403,
      "api_key_suspended",
    ],
    [
      `UPDATE person SET identified_at = NULL WHERE id = 'per_SEED0CAMILLEDUBOIS'`,
      `UPDATE person SET identified_at = clock.now() WHERE id = 'per_SEED0CAMILLEDUBOIS'`,
      403,
      "api_key_suspended",
    ],
  ] as const;
  for (const [set, undo, status, code] of states) {
    await bench.asOwner(set);
    const answer = await bench.get("/v1/messages", OTHER_KEY);
    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    await bench.asOwner(undo);
  }
  expect((await bench.get("/v1/messages", OTHER_KEY)).status).toBe(200);
});

test("a key that asks too often waits, others do not", async () => {
  let nowMs = 0;
  const app = bench.appWith({ deps: { rate: createRateLimit(3, () => nowMs) } });
  const ask = (key: string) => app.request("/v1/messages", { headers: bearer(key) });
  for (let n = 0; n < 3; n += 1) expect((await ask(KEY)).status).toBe(200);
  const refused = await ask(KEY);
  expect([refused.status, refused.headers.get("Retry-After"), await codeOf(refused)]).toEqual([
    429,
    "20",
    "rate_limited",
  ]);
  expect((await ask(OTHER_KEY)).status).toBe(200);
  nowMs = 20_000;
  expect((await ask(KEY)).status).toBe(200);
});

test("each use of a key is logged with its route's pattern, and the key shows when it was used", async () => {
  await bench.app.request(`/v1/messages/${ids.message}`, {
    headers: { ...bearer(), "User-Agent": `program/1 ${"x".repeat(1_000)}`, "Accept-Language": "nl" },
  });
  const rows = await bench.asOwner("SELECT * FROM use_log ORDER BY id DESC LIMIT 1");
  expect(rows[0]).toMatchObject({
    service: "api",
    act: "GET /v1/messages/:id",
    account_id: API_KEYS.first.account,
    person_id: "per_SEED0LOTTEMAES",
    language: "nl",
  });
  expect(JSON.stringify(rows)).not.toContain("x".repeat(400));
  const keys = await bench.asOwner(
    `SELECT last_used_at FROM api_key WHERE id = '${seededKey(API_KEYS.first).id}'`,
  );
  expect(keys[0]?.["last_used_at"]).not.toBeNull();
});

test("nothing the API logs holds a key, an address or a name", async () => {
  const text = JSON.stringify(bench.lines);
  for (const word of [KEY, "jan.peeters", "Peeters", "+32470"]) expect(text).not.toContain(word);
});

test("outside /v1 there is health, the document, and nothing else", async () => {
  expect((await bench.app.request("/readyz")).status).toBe(200);
  expect((await bench.app.request("/")).status).toBe(404);
  expect((await bench.app.request("/v2/messages", { headers: bearer() })).status).toBe(404);
  const document = await bench.app.request("/openapi.json");
  expect(await document.json()).toMatchObject({ openapi: "3.1.0" });
});
