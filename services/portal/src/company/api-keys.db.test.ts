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
