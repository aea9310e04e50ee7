import { type Database, type Scope, transact } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadSession } from "../account/load-session.ts";
import { openSession } from "../account/open-session.ts";
import type { Context } from "../context.ts";
import { listMemberships } from "./list-memberships.ts";
import { switchAccount } from "./switch-account.ts";

let bench: VerbBench;
let ctx: Context;
let owner: Database;
let count = 0;

const VISITOR = { ip: "192.0.2.7", userAgent: "Test", language: "nl" };
const personId = "per_SEED0LOTTEMAES";
const tokens = {
  newToken: () => {
    count += 1;
    return { token: `token-${count}`, hash: `hash-${count}` };
  },
};
const now = () => Temporal.Now.instant().round("millisecond");

beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
  owner = bench.context("owner").db;
  await owner
    .insertInto("account")
    .values(["active", "erased"].map((status) => account(`acc_${status}`, status as "active" | "erased")))
    .execute();
  await owner
    .insertInto("member")
    .values(["active", "erased"].map((status) => membership(`mem_${status}`, `acc_${status}`)))
    .execute();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await owner.updateTable("member").set({ left_at: null, last_active_at: null }).execute();
});

function account(id: string, status: "active" | "erased") {
  return {
    id,
    kind: "company" as const,
    name: `Company ${status}`,
    enterprise_number: null,
    street: null,
    number: null,
    box: null,
    postcode: null,
    town: null,
    country: null,
    language: "nl",
    email: "office@company.example",
    status,
    created_at: now(),
  };
}

function membership(id: string, accountId: string) {
  const joined = now();
  return {
    id,
    account_id: accountId,
    person_id: personId,
    role: "user" as const,
    public_id: id,
    joined_at: joined,
    left_at: null,
  };
}

async function enter(): Promise<string> {
  await transact(ctx.db, {}, (trx) =>
    openSession(trx, ctx, tokens, {
      personId,
      method: "passkey",
      visitor: VISITOR,
      arrivedAt: now(),
      deviceHash: "device",
    }),
  );
  return `hash-${count}`;
}

const load = (tokenHash: string) => loadSession(ctx, { tokenHash, deviceHash: "device", visitor: VISITOR });

const go = (tokenHash: string, memberId: string, person = personId) =>
  switchAccount(ctx, tokens, {
    member: { tokenHash, personId: person },
    memberId,
    visitor: VISITOR,
    arrivedAt: now(),
  });

test("the same session goes on in the other account under a new token, and the next sign-in leads there", async () => {
  const first = await enter();
  expect(await load(first)).toMatchObject({ memberId: TEST_SENDER.memberId, severalAccounts: true });
  await go(first, "mem_active");
  const second = `hash-${count}`;
  expect(await load(first)).toBeNull();
  expect(await load(second)).toMatchObject({ memberId: "mem_active", accountId: "acc_active", role: "user" });
  expect(await load(await enter())).toMatchObject({ memberId: "mem_active" });
  const logged = await owner
    .selectFrom("use_log")
    .select(["account_id", "person_id"])
    .where("act", "=", "account_switched")
    .execute();
  expect(logged).toEqual([{ account_id: "acc_active", person_id: personId }]);
});

test("accounts are listed by last use; erased ones are nobody's", async () => {
  await go(await enter(), "mem_active");
  const lines = await listMemberships(ctx, personId);
  expect(lines.map(({ memberId }) => memberId)).toEqual(["mem_active", TEST_SENDER.memberId]);
});

test.each(["mem_erased", "mem_SEED0NELECLAES", "mem_nobody"])("nobody goes on in %s", async (memberId) => {
  const session = await enter();
  await expect(go(session, memberId)).rejects.toMatchObject({ code: "membership_unknown" });
  expect(await load(session)).toMatchObject({ memberId: TEST_SENDER.memberId });
});

test("of two tabs that switch at once one does, and nobody else's session is moved", async () => {
  const session = await enter();
  const both = await Promise.allSettled([go(session, "mem_active"), go(session, "mem_active")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const other = await enter();
  await expect(go(other, "mem_SEED0NELECLAES", "per_SEED0NELECLAES")).rejects.toMatchObject({
    kind: expect.stringMatching(/not_found|unauthenticated/) as unknown,
  });
});

test("who left every account is let in nowhere", async () => {
  const session = await enter();
  await owner.updateTable("member").set({ left_at: now() }).where("person_id", "=", personId).execute();
  expect(await load(session)).toBeNull();
  await expect(enter()).rejects.toMatchObject({ code: "no_membership" });
});

test("what lets a person in is nobody else's to read", async () => {
  const session = await enter();
  const seen = (scope: Scope) =>
    transact(ctx.db, scope, async (trx) => {
      const sessions = await trx.selectFrom("session").select("person_id").distinct().execute();
      const devices = await trx.selectFrom("device").select("holder_id").distinct().execute();
      return [...sessions.map((row) => row.person_id), ...devices.map((row) => row.holder_id)];
    });
  expect(await seen({})).toEqual([]);
  expect(await seen({ personId: "per_SEED0NELECLAES" })).toEqual([]);
  expect(await seen({ personId })).toEqual([personId, personId]);
  expect(await seen({ presentedSession: session })).toEqual([personId, personId]);
});
