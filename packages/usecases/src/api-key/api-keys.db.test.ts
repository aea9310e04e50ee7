import { sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { newApiKey, parseApiKey, sameHash } from "@posthorn/identity";
import { API_KEYS, createVerbBench, seededKey, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authenticateKey } from "../account/authenticate-key.ts";
import type { ApiKeyPort } from "../account/ports.ts";
import { listApiKeys } from "./list-api-keys.ts";
import type { KeyAdmin } from "./key-admin.ts";
import { takeOverApiKey } from "./take-over-api-key.ts";

const visitor = { ip: "192.0.2.7", userAgent: "test", language: "nl" };
const at = Temporal.Now.instant().round("millisecond");
const key = seededKey(API_KEYS.first);
const ports: ApiKeyPort = { parse: parseApiKey, same: sameHash };

const LOTTE: KeyAdmin = {
  accountId: "acc_SEED0VANDEWALLE",
  memberId: "mem_SEED0LOTTEMAES",
  personId: "per_SEED0LOTTEMAES",
  personName: "Lotte Maes",
  role: "admin",
  authentication: { method: "passkey", at: at.toString() },
};
const PIETER: KeyAdmin = {
  ...LOTTE,
  memberId: "mem_SEED0PIETERDECLERCQ",
  personId: "per_SEED0PIETERDECLERCQ",
  personName: "Pieter Declercq",
};
const CAMILLE: KeyAdmin = {
  ...LOTTE,
  accountId: "acc_SEED0CANAL",
  memberId: "mem_SEED0CAMILLEDUBOIS",
  personId: "per_SEED0CAMILLEDUBOIS",
  personName: "Camille Dubois",
};

let bench: VerbBench;

beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

function owner() {
  return bench.context("owner").db;
}

beforeEach(async () => {
  await owner()
    .updateTable("api_key")
    .set({ member_id: LOTTE.memberId, revoked_at: null })
    .where("id", "=", key.id)
    .execute();
  await owner().updateTable("member").set({ left_at: null }).execute();
  await owner()
    .updateTable("person")
    .set({ identified_at: at.subtract({ hours: 480 }), identified_method: "itsme" })
    .execute();
  await owner().deleteFrom("person_errand").execute();
});

function leaves(memberId: string) {
  return owner().updateTable("member").set({ left_at: at }).where("id", "=", memberId).execute();
}

function identified(personId: string, when: Temporal.Instant | null) {
  return owner().updateTable("person").set({ identified_at: when }).where("id", "=", personId).execute();
}

function use(presented = key.secret, reidentifyDays = 730) {
  return authenticateKey(bench.context("api", { reidentifyDays }), ports, {
    presented,
    act: "POST /v1/messages",
    visitor,
    arrivedAt: at,
  });
}

function takeOver(taker: KeyAdmin, keyId = key.id) {
  return takeOverApiKey(bench.context("portal"), { taker, keyId, visitor, arrivedAt: at });
}

function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? `${error.kind} ${error.code}` : String(error)),
  );
}

async function answerable(): Promise<string | undefined> {
  const row = await owner()
    .selectFrom("api_key")
    .select("member_id")
    .where("id", "=", key.id)
    .executeTakeFirst();
  return row?.member_id;
}

test("a key serves while its member is there, identified, and within his term", async () => {
  expect(await codeOf(use())).toBe("done");
  await identified(LOTTE.personId, at.subtract({ hours: 24 * 3 }));
  expect(await codeOf(use(key.secret, 3))).toBe("done");
  expect(await codeOf(use(key.secret, 2))).toBe("forbidden api_key_suspended");
  await identified(LOTTE.personId, null);
  expect(await codeOf(use())).toBe("forbidden api_key_suspended");
  await identified(LOTTE.personId, at);
  await leaves(LOTTE.memberId);
  expect(await codeOf(use())).toBe("forbidden api_key_suspended");
});

test("a suspended key with a wrong secret tells no more than an unknown one", async () => {
  await leaves(LOTTE.memberId);
  const other = newApiKey();
  const forged = other.secret.replace(other.id, key.id);
  expect(await codeOf(use(other.secret))).toBe("unauthenticated api_key_invalid");
  expect(await codeOf(use(forged))).toBe("unauthenticated api_key_invalid");
});

test("an admin takes over the key of somebody who left; he answers for it and the others are told", async () => {
  await owner().updateTable("api_key").set({ member_id: PIETER.memberId }).where("id", "=", key.id).execute();
  await leaves(PIETER.memberId);
  expect(await codeOf(takeOver(LOTTE))).toBe("done");
  expect(await answerable()).toBe(LOTTE.memberId);
  expect((await use()).memberId).toBe(LOTTE.memberId);
  // Nobody is left to be told: Pieter is gone, Lotte did it herself.
  expect(await owner().selectFrom("person_errand").selectAll().execute()).toEqual([]);
  const logged = await owner()
    .selectFrom("use_log")
    .select(["person_id", "account_id"])
    .where("act", "=", "api_key_taken_over")
    .execute();
  expect(logged).toContainEqual({ person_id: LOTTE.personId, account_id: LOTTE.accountId });
});

test("a member whose identification is too old is told who took his key over", async () => {
  await identified(LOTTE.personId, at.subtract({ hours: 24 * 800 }));
  expect(await codeOf(takeOver(PIETER))).toBe("done");
  const errands = await owner().selectFrom("person_errand").select(["person_id", "kind", "facts"]).execute();
  expect(errands).toEqual([
    {
      person_id: LOTTE.personId,
      kind: "api_key_taken_over",
      facts: { key: "Demonstration", by: "Pieter Declercq" },
    },
  ]);
});

test.each([
  ["a user may not", { ...PIETER, role: "user" as const }, "forbidden not_an_admin"],
  ["another account does not even see it", CAMILLE, "not_found api_key_not_found"],
  [
    "nobody takes over one that is not there",
    { ...PIETER, keyId: "key_NONE" },
    "not_found api_key_not_found",
  ],
])("%s", async (_, { keyId, ...taker }: KeyAdmin & { readonly keyId?: string }, code) => {
  await leaves(LOTTE.memberId);
  expect(await codeOf(takeOver(taker, keyId))).toBe(code);
  expect(await answerable()).toBe(LOTTE.memberId);
});

test("a key that serves stays with its member; a revoked one stays revoked", async () => {
  expect(await codeOf(takeOver(PIETER))).toBe("conflict api_key_not_suspended");
  await owner().updateTable("api_key").set({ revoked_at: at }).where("id", "=", key.id).execute();
  await leaves(LOTTE.memberId);
  expect(await codeOf(takeOver(PIETER))).toBe("conflict api_key_not_suspended");
  expect(await answerable()).toBe(LOTTE.memberId);
});

test("who takes it over must be identified himself, and within the term", async () => {
  await leaves(LOTTE.memberId);
  await identified(PIETER.personId, null);
  expect(await codeOf(takeOver(PIETER))).toBe("forbidden sender_not_identified");
  await identified(PIETER.personId, at.subtract({ hours: 24 * 800 }));
  expect(await codeOf(takeOver(PIETER))).toBe("forbidden identification_too_old");
});

test("two admins at once: the key has one new member, the second is told that it serves", async () => {
  await owner().updateTable("api_key").set({ member_id: PIETER.memberId }).where("id", "=", key.id).execute();
  await leaves(PIETER.memberId);
  const codes = await Promise.all([codeOf(takeOver(LOTTE)), codeOf(takeOver(LOTTE))]);
  expect(codes.toSorted()).toEqual(["conflict api_key_not_suspended", "done"]);
});

test("the list shows who answers and why a key is suspended, of one's own account alone", async () => {
  const ctx = bench.context("portal");
  const states = async () => (await listApiKeys(ctx, LOTTE.accountId, at)).map((line) => line.state);
  expect(await listApiKeys(ctx, LOTTE.accountId, at)).toMatchObject([
    { id: key.id, name: "Demonstration", answerable: { name: "Lotte Maes" }, state: "in_force" },
  ]);
  await identified(LOTTE.personId, null);
  expect(await states()).toEqual(["suspended_not_identified"]);
  await identified(LOTTE.personId, at.subtract({ hours: 24 * 800 }));
  expect(await states()).toEqual(["suspended_too_old"]);
  await leaves(LOTTE.memberId);
  expect(await states()).toEqual(["suspended_left"]);
  await owner().updateTable("api_key").set({ revoked_at: at }).where("id", "=", key.id).execute();
  expect(await states()).toEqual(["revoked"]);
});

test("no service reads keys that are not its business, nor the portal a secret", async () => {
  const count = async (role: "portal" | "api") =>
    (await bench.context(role).db.selectFrom("api_key").select("id").execute()).length;
  expect([await count("portal"), await count("api")]).toEqual([0, 0]);
  await expect(
    bench.context("portal").db.selectFrom("api_key").select("secret_hash").execute(),
  ).rejects.toThrow("permission denied");
  await expect(sql`SELECT 1 FROM api_key`.execute(bench.context("collect").db)).rejects.toThrow(
    "permission denied",
  );
});
