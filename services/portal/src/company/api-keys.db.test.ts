import { createTryLimit } from "@posthorn/db";
import {
  API_KEYS,
  createVerbBench,
  createVisitor,
  type Page,
  PEOPLE,
  seededKey,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { parseApiKey, sameHash } from "@posthorn/identity";
import { authenticateKey } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
  // The key of Lotte Maes is in the name of Pieter Declercq, a user whose identification is too old.
  const { db } = bench.context("owner");
  await db
    .updateTable("api_key")
    .set({ member_id: "mem_SEED0PIETERDECLERCQ" })
    .where("id", "=", KEY.id)
    .execute();
  await db
    .updateTable("person")
    .set({ identified_at: Temporal.Instant.from("2020-01-01T00:00:00Z") })
    .where("id", "=", PIETER)
    .execute();
});
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const KEY = seededKey(API_KEYS.first);
const LOTTE = "per_SEED0LOTTEMAES";
const PIETER = "per_SEED0PIETERDECLERCQ";

async function keysOf(personId: string): Promise<{ visitor: Visitor; page: Page }> {
  const person = PEOPLE.find(({ id }) => id === personId);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/?lang=en`);
  const { email = "", password = "" } = person ?? {};
  await visitor.press(form, "Sign in", { email, password });
  return { visitor, page: await visitor.open(`${portal.url}/company/api-keys`) };
}

function takeOver(visitor: Visitor, page: Page, key: string): Promise<Response> {
  const csrf = page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  return visitor.fetch(`${portal.url}/company/api-keys/${key}/take-over`, {
    method: "POST",
    body: new URLSearchParams({ _csrf: csrf }),
    headers: { accept: "application/json" },
    redirect: "manual",
  });
}

test("a user sees which key is suspended and why, and cannot take it over", async () => {
  const { visitor, page } = await keysOf(PIETER);
  expect(page.text).toContain("Pieter Declercq");
  expect(page.text).toContain("This member must identify himself again.");
  expect(page.text).toContain("when an identified administrator takes it over");
  expect(page.document.querySelector('form[action$="/take-over"]')).toBeNull();
  const refused = await takeOver(visitor, page, KEY.id);
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, "not_an_admin"]);
});

test("an admin takes it over by its button, once; nobody else's is there", async () => {
  const { visitor, page } = await keysOf(LOTTE);
  expect((await takeOver(visitor, page, seededKey(API_KEYS.second).id)).status).toBe(404);
  const done = await visitor.press(page, /the key Demonstration/);
  expect(done.text).toContain("The key is yours and works again.");
  expect(done.text).toContain("Lotte Maes");
  expect(done.document.querySelector('form[action$="/take-over"]')).toBeNull();
  expect(done.document.body.innerHTML).not.toContain(KEY.secret);
  const again = await takeOver(visitor, page, KEY.id);
  expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([
    409,
    "api_key_not_suspended",
  ]);
});

test("a key is made for what is chosen, shown once, given a new secret, and revoked; the admins hear of each", async () => {
  const { visitor, page } = await keysOf(LOTTE);
  const form = await visitor.follow(page, "Make a key");
  const empty = await visitor.press(form, "Make the key", { name: "x".repeat(200) });
  expect(empty.status).toBe(400);
  expect(empty.text).toContain("Use at most 80 characters.");
  expect(empty.text).toContain("Make a choice.");
  const made = await visitor.press(empty, "Make the key", { name: "Rent system", scopes: "messages:read" });
  const secret = made.document.querySelector("textarea")?.textContent ?? "";
  expect(secret).toMatch(/^phk_[0-9a-f]{16}_[\w-]{43}$/);
  expect(made.headers.get("cache-control")).toBe("no-store");
  expect((await use(secret)).scopes).toEqual(["messages:read"]);

  const again = await visitor.press(empty, "Make the key", { name: "rent SYSTEM", scopes: "messages:read" });
  expect([again.status, again.text.includes("Another one has this name already.")]).toEqual([400, true]);

  const list = await visitor.follow(made, "I have kept it");
  expect(list.document.body.innerHTML).not.toContain(secret);
  const one = await visitor.follow(list, "Rent system");
  const rotated = await visitor.press(one, "Make the new key", { hours: "1" });
  const next = rotated.document.querySelector("textarea")?.textContent ?? "";
  expect(next).not.toBe(secret);
  expect((await use(next)).scopes).toEqual(["messages:read"]);
  expect((await use(secret)).accountId).toBe((await use(next)).accountId);
  const twice = await visitor.press(one, "Make the new key", { hours: "1" });
  expect(twice.status).toBe(409);

  const old = await visitor.open(`${portal.url}/company/api-keys/${secret.slice(4, 20)}`);
  expect(old.text).toContain("A newer key has taken its place.");
  const ended = await visitor.press(old, "Revoke the key at once");
  expect(ended.text).toContain("Nothing is accepted from it any more.");
  await expect(use(secret)).rejects.toThrow("api_key_invalid");

  const mails = await bench
    .context("owner")
    .db.selectFrom("person_errand")
    .select(["kind", "person_id"])
    .where("kind", "in", ["api_key_made", "api_key_rotated", "api_key_revoked"])
    .where("person_id", "=", LOTTE)
    .orderBy("id")
    .execute();
  expect(mails.map(({ kind }) => kind)).toEqual(["api_key_made", "api_key_rotated", "api_key_revoked"]);
  const log = await bench
    .context("owner")
    .db.selectFrom("use_log")
    .select(["act", "subject"])
    .where("act", "in", ["api_key_made", "api_key_rotated", "api_key_revoked"])
    .orderBy("id")
    .execute();
  const id = secret.slice(4, 20);
  expect(log).toEqual([
    { act: "api_key_made", subject: id },
    { act: "api_key_rotated", subject: id },
    { act: "api_key_revoked", subject: id },
  ]);
});

test("a user looks and does nothing", async () => {
  const { visitor, page } = await keysOf(PIETER);
  expect(page.text).not.toContain("Make a key");
  const csrf = page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const post = (path: string) =>
    visitor.fetch(`${portal.url}/company/api-keys${path}`, {
      method: "POST",
      body: new URLSearchParams({ _csrf: csrf, name: "Mine", scopes: "messages:send", hours: "0" }),
      headers: { accept: "application/json" },
      redirect: "manual",
    });
  for (const path of ["", `/${KEY.id}/rotate`, `/${KEY.id}/revoke`])
    expect((await post(path)).status).toBe(403);
  expect((await visitor.open(`${portal.url}/company/api-keys/new`)).status).toBe(403);
});

function use(presented: string) {
  return authenticateKey(
    bench.context("api"),
    { parse: parseApiKey, same: sameHash },
    {
      presented,
      act: "GET /v1/messages",
      visitor: { ip: "192.0.2.7", userAgent: "", language: "" },
      arrivedAt: Temporal.Now.instant(),
    },
  );
}
