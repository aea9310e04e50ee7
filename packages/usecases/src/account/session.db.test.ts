import { createTryLimit, type Database, openDatabase, sql } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { loadSession } from "./load-session.ts";
import { IDLE_MINUTES, SESSION_HOURS } from "./open-session.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";

let bench: VerbBench;
let ctx: Context;
let owner: Database;
let tokens = 0;

beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
  owner = openDatabase({ url: bench.database.ownerUrl, service: "test", max: 1 });
});
afterAll(async () => {
  await owner.destroy();
  await bench.close();
});

const VISITOR = { ip: "192.0.2.7", userAgent: "Test", language: "nl" };

/** The password that fits is "right"; tokens are told by their number. */
async function enter(
  given: {
    email?: string;
    password?: string;
    ip?: string;
    device?: string;
    meanwhile?: () => Promise<unknown>;
  } = {},
): Promise<string> {
  await signIn(
    ctx,
    {
      passwords: {
        async verify(hash, password) {
          await given.meanwhile?.();
          return hash !== null && password === "right";
        },
      },
      tokens: {
        newToken: () => {
          tokens += 1;
          return { token: `token-${tokens}`, hash: `hash-${tokens}` };
        },
      },
      limits: {
        tries: createTryLimit(ctx.db, { name: "test-sign-in", tries: 3, windowSeconds: 900 }),
        failuresByAddress: createTryLimit(ctx.db, { name: "test-address", tries: 50, windowSeconds: 900 }),
        failuresByMailbox: createTryLimit(ctx.db, { name: "test-mailbox", tries: 50, windowSeconds: 900 }),
      },
    },
    {
      email: given.email ?? TEST_SENDER.email,
      password: given.password ?? "right",
      visitor: { ...VISITOR, ip: given.ip ?? VISITOR.ip },
      arrivedAt: Temporal.Now.instant().round("millisecond"),
      deviceHash: given.device ?? "device-1",
    },
  );
  return `hash-${tokens}`;
}

const load = (tokenHash: string, deviceHash = "device-1") =>
  loadSession(ctx, { tokenHash, deviceHash, visitor: VISITOR });

test("a session says who it is, and the sign-in is logged with where it came from", async () => {
  const hash = await enter({ email: ` ${TEST_SENDER.email.toUpperCase()} ` });
  expect(await load(hash)).toMatchObject({
    accountId: TEST_SENDER.accountId,
    memberId: TEST_SENDER.memberId,
    accountKind: "company",
    accountStatus: "active",
    role: "admin",
    identified: true,
    authentication: { method: "password" },
  });
  const log = await sql<{ ip: string }>`SELECT ip FROM use_log WHERE act = 'signed_in'`.execute(owner);
  expect(log.rows.at(-1)?.ip).toBe(VISITOR.ip);
  expect(await load("hash-unknown")).toBeNull();
});

test("an unknown address and a wrong password answer alike, and tries are counted per place and mailbox", async () => {
  const [ip, device] = ["192.0.2.8", "device-of-a-stranger"];
  const failed = { kind: "unauthenticated", code: "sign_in_failed" };
  await expect(enter({ ip, device, email: "nobody@post.example" })).rejects.toMatchObject(failed);
  for (let tries = 0; tries < 3; tries += 1)
    await expect(enter({ ip, device, password: "wrong" })).rejects.toMatchObject(failed);
  await expect(enter({ ip, device })).rejects.toMatchObject({ kind: "too_many", code: "too_many_tries" });
  // From elsewhere the owner of the mailbox still comes in, and from a browser of his even at the same place.
  await expect(enter({ ip: "192.0.2.9" })).resolves.toMatch(/^hash-/);
  await expect(enter({ ip, device: "device-1" })).resolves.toMatch(/^hash-/);
});

test("a password that is changed while it is checked opens nothing", async () => {
  const meanwhile = () =>
    sql`UPDATE person SET password_hash = 'of another password'
    WHERE id = 'per_SEED0NELECLAES'`.execute(owner);
  await expect(enter({ email: "nele.claes@post.example", meanwhile })).rejects.toMatchObject({
    kind: "unauthenticated",
    code: "sign_in_failed",
  });
  await expect(enter({ email: "nele.claes@post.example" })).resolves.toMatch(/^hash-/);
});

test("a success forgets earlier failures", async () => {
  const ip = "192.0.2.10";
  for (let round = 0; round < 3; round += 1) {
    await expect(enter({ ip, password: "wrong" })).rejects.toMatchObject({ code: "sign_in_failed" });
    await enter({ ip });
  }
});

test.each([
  ["stood idle too long", sql`last_used_at = last_used_at - ${`${IDLE_MINUTES} minutes`}::interval`],
  ["reached its end though in use", sql`expires_at = expires_at - ${`${SESSION_HOURS} hours`}::interval`],
  ["was ended", sql`ended_at = authenticated_at`],
])("a session that %s is nobody's", async (_, change) => {
  const hash = await enter();
  await sql`UPDATE session SET ${change} WHERE token_hash = ${hash}`.execute(owner);
  expect(await load(hash)).toBeNull();
});

test("use keeps a session awake", async () => {
  const hash = await enter();
  await sql`UPDATE session SET last_used_at = last_used_at - interval '20 minutes' WHERE token_hash = ${hash}`.execute(
    owner,
  );
  expect(await load(hash)).not.toBeNull();
  await sql`UPDATE session SET last_used_at = last_used_at - interval '20 minutes' WHERE token_hash = ${hash}`.execute(
    owner,
  );
  expect(await load(hash)).not.toBeNull();
});

test("a member who has left is nobody, and signing out twice changes nothing", async () => {
  const hash = await enter({ email: "pieter.declercq@vandewalle.example" });
  await sql`UPDATE member SET left_at = joined_at WHERE id = 'mem_SEED0PIETERDECLERCQ'`.execute(owner);
  expect(await load(hash)).toBeNull();
  await expect(enter({ email: "pieter.declercq@vandewalle.example" })).rejects.toMatchObject({
    kind: "forbidden",
    code: "no_membership",
  });
  const other = await enter();
  await signOut(ctx, other, VISITOR);
  await signOut(ctx, other, VISITOR);
  expect(await load(other)).toBeNull();
});
