import fc from "fast-check";
import { createTryLimit, sql } from "@posthorn/db";
import {
  appCodeAt,
  createAppCodes,
  createIdentityKeys,
  newRecoveryCodes,
  recoveryCodeHash,
} from "@posthorn/identity";
import { createVerbBench, PEOPLE, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changePassword } from "../account/change-password.ts";
import { isFresh } from "../account/freshen-session.ts";
import { loadSession, type SessionMember } from "../account/load-session.ts";
import { signIn, type SignInTry } from "../account/sign-in.ts";
import type { Context } from "../context.ts";
import type { BegunCeremony } from "./ceremony.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { makeRecoveryCodes } from "./make-recovery-codes.ts";
import { beginAppSetUp, finishAppSetUp, turnOffApp, viewAppSetUp } from "./set-up-app.ts";

let bench: VerbBench;
let ctx: Context;
let tokens = 0;
beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
});
afterAll(() => bench.close());

const visitor = { ip: "192.0.2.7", userAgent: "Mozilla/5.0 Firefox/140.0", language: "nl" };
const at = Temporal.Now.instant().round("millisecond");
const STEP = Math.floor(at.epochMilliseconds / 30_000);
const HASH = (token: string) => `hash of ${token}`;
const done = () => Promise.resolve();
const ENDLESS = { consume: done, forget: done, check: done };

const ports = {
  passwords: {
    verify: async (hash: string | null, password: string) => hash !== null && password === "right",
  },
  tokens: {
    newToken() {
      tokens += 1;
      return { token: `token-${tokens}`, hash: HASH(`token-${tokens}`) };
    },
  },
  limits: { tries: ENDLESS, failuresByAddress: ENDLESS, failuresByMailbox: ENDLESS },
  appCodes: createAppCodes(createIdentityKeys([{ version: 1, key: new Uint8Array(32).fill(7) }])),
  recoveryCodes: { newCodes: () => newRecoveryCodes(), digest: recoveryCodeHash },
  wrongCodes: ENDLESS,
};

const LOTTE = PEOPLE[0]?.id ?? "";

function tryOf(given: Partial<SignInTry> = {}): SignInTry {
  return {
    email: TEST_SENDER.email,
    password: "right",
    visitor,
    arrivedAt: at,
    deviceHash: "device-1",
    ...given,
  };
}

async function member(): Promise<SessionMember> {
  const outcome = await signIn(ctx, ports, tryOf());
  const session =
    outcome.kind === "signed_in"
      ? outcome.session
      : await step(outcome.ceremony, await rightCode(), { device: "device-1" });
  const tokenHash = HASH(session?.token ?? "");
  const found = await loadSession(ctx, { tokenHash, deviceHash: "device-1", visitor });
  if (!found) throw new Error("nobody is signed in");
  return found;
}

/** Sets an app up; `recovery`: the codes that were shown. */
async function setUp(): Promise<{ readonly secret: string; readonly recovery: readonly string[] }> {
  const who = await member();
  const begun = await beginAppSetUp(ctx, ports, who, at);
  const ceremony = { id: begun.id, browserHash: HASH(begun.token) };
  const secret = (await viewAppSetUp(ctx, ports, who, ceremony, at)) ?? "";
  const outcome = await finishAppSetUp(ctx, ports, {
    member: who,
    ceremony,
    typed: appCodeAt(secret, STEP - 1),
    visitor,
    arrivedAt: at,
  });
  if (outcome.kind !== "on") throw new Error(outcome.kind);
  return { secret, recovery: outcome.recoveryCodes };
}

/** The code of the step that was not used yet. */
async function rightCode(): Promise<string> {
  const totp = await bench.context("owner").db.selectFrom("totp").selectAll().executeTakeFirstOrThrow();
  const sealed = { bytes: totp.sealed_secret, keyVersion: totp.key_version };
  return appCodeAt(ports.appCodes.reveal(LOTTE, sealed), totp.last_step + 1);
}

async function ask(): Promise<BegunCeremony> {
  const outcome = await signIn(ctx, ports, tryOf({ deviceHash: "device-2" }));
  if (outcome.kind !== "second_factor") throw new Error("no second factor was asked");
  return outcome.ceremony;
}

function step(
  ceremony: BegunCeremony,
  typed: string,
  over: { browserHash?: string; seconds?: number; device?: string } = {},
) {
  return finishSignIn(ctx, ports, {
    ceremony: { id: ceremony.id, browserHash: over.browserHash ?? HASH(ceremony.token) },
    typed,
    visitor,
    arrivedAt: at.add({ seconds: over.seconds ?? 0 }),
    deviceHash: over.device ?? "device-2",
  });
}

beforeEach(async () => {
  await sql`DELETE FROM totp; DELETE FROM recovery_code;`.execute(bench.context("owner").db);
});

test("however many tries come at once, five are looked at and one enters", async () => {
  await setUp();
  const rewind = () => sql`UPDATE totp SET last_step = ${STEP - 1}`.execute(bench.context("owner").db);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 20, max: 30 }),
      fc.integer({ min: 0, max: 29 }),
      async (count, place) => {
        await rewind();
        const code = await rightCode();
        const ceremony = await ask();
        const typed = Array.from({ length: count }, (_, index) => (index >= place ? code : "000000"));
        const outcomes = await Promise.allSettled(typed.map((each) => step(ceremony, each)));
        const entered = outcomes.filter((each) => each.status === "fulfilled" && each.value !== null);
        const over = outcomes.filter((each) => each.status === "rejected");
        expect(entered.length).toBeLessThanOrEqual(1);
        // Wrong ones and the right one together: never more than five were looked at.
        expect(count - over.length).toBeLessThanOrEqual(5);
        for (const each of over)
          expect(each).toMatchObject({ reason: { kind: "unauthenticated", code: "second_factor_over" } });
        await expect(step(ceremony, code)).rejects.toMatchObject({ code: "second_factor_over" });
      },
    ),
    { numRuns: 4 },
  );
}, 60_000);

test("a code that entered once enters nowhere again, even at the same instant", async () => {
  await setUp();
  const code = await rightCode();
  const ceremonies = await Promise.all([ask(), ask(), ask(), ask()]);
  const outcomes = await Promise.all(ceremonies.map((ceremony) => step(ceremony, code)));
  expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
});

test("a recovery code is good once, twice at the same instant too, and its use is told", async () => {
  const { recovery } = await setUp();
  const code = recovery[3] ?? "";
  const ceremonies = await Promise.all([ask(), ask(), ask()]);
  const outcomes = await Promise.all(ceremonies.map((ceremony) => step(ceremony, code)));
  expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
  const told = await bench
    .context("worker")
    .db.selectFrom("person_errand")
    .select("facts")
    .where("kind", "=", "recovery_code_used")
    .execute();
  expect(told).toMatchObject([{ facts: { left: "9", browser: "Firefox" } }]);
  const kept = await bench.context("owner").db.selectFrom("recovery_code").select("code_hash").execute();
  expect(JSON.stringify(kept)).not.toContain(code);
  const sessions = await bench
    .context("owner")
    .db.selectFrom("session")
    .select("method")
    .orderBy("id", "desc")
    .limit(1)
    .execute();
  expect(sessions).toEqual([{ method: "password" }]);
});

test("a second step is none of another browser, none after five minutes, none of another kind", async () => {
  await setUp();
  const over = { code: "second_factor_over" };
  const ceremony = await ask();
  const code = await rightCode();
  await expect(step(ceremony, code, { browserHash: HASH("stolen") })).rejects.toMatchObject(over);
  await expect(step(ceremony, code, { seconds: 300 })).rejects.toMatchObject(over);
  const who = await member();
  const other = await beginAppSetUp(ctx, ports, who, at);
  await expect(step(other, code)).rejects.toMatchObject(over);
});

test("wrong codes are counted for the person, and for a browser of his by itself", async () => {
  await setUp();
  const limited = {
    ...ports,
    wrongCodes: createTryLimit(ctx.db, { name: "test-wrong-codes", tries: 2, windowSeconds: 900 }),
  };
  const guess = async (deviceHash: string, typed: string) => {
    const outcome = await signIn(ctx, ports, tryOf({ deviceHash }));
    if (outcome.kind !== "second_factor") throw new Error("no second factor was asked");
    const { id, token } = outcome.ceremony;
    const ceremony = { id, browserHash: HASH(token) };
    return finishSignIn(ctx, limited, { ceremony, typed, visitor, arrivedAt: at, deviceHash });
  };
  for (let tries = 0; tries < 2; tries += 1) expect(await guess("stranger", "000000")).toBeNull();
  await expect(guess("another stranger", "000000")).rejects.toMatchObject({ code: "too_many_tries" });
  expect(await guess("device-1", await rightCode())).not.toBeNull();
});

test("setting up: another member's or browser's ceremony shows nothing, five wrong codes end it, its code enters nowhere", async () => {
  const who = await member();
  const begun = await beginAppSetUp(ctx, ports, who, at);
  const ceremony = { id: begun.id, browserHash: HASH(begun.token) };
  const somebodyElse = { ...who, personId: PEOPLE[2]?.id ?? "" };
  expect(await viewAppSetUp(ctx, ports, somebodyElse, ceremony, at)).toBeNull();
  expect(await viewAppSetUp(ctx, ports, who, { ...ceremony, browserHash: "x" }, at)).toBeNull();
  expect(await viewAppSetUp(ctx, ports, who, ceremony, at.add({ minutes: 15 }))).toBeNull();
  const finish = (typed: string) =>
    finishAppSetUp(ctx, ports, { member: who, ceremony, typed, visitor, arrivedAt: at });
  const secret = (await viewAppSetUp(ctx, ports, who, ceremony, at)) ?? "";
  for (let tries = 0; tries < 5; tries += 1) expect(await finish("abc")).toEqual({ kind: "wrong" });
  expect(await finish(appCodeAt(secret, STEP))).toEqual({ kind: "over" });
  const { secret: second } = await setUp();
  expect(await step(await ask(), appCodeAt(second, STEP - 1))).toBeNull();
});

test("beside a code app the old password alone sets no new one, and makes no session fresh", async () => {
  await setUp();
  const who = await member();
  const later = at.add({ minutes: 11 });
  const asked = { member: who, current: "right", next: "next", again: "next", visitor, arrivedAt: later };
  const newPasswords = { faultOf: () => Promise.resolve(null), hash: () => Promise.reject(new Error("set")) };
  const all = { ...ports, newPasswords, confirmTries: ENDLESS, newPasswordTries: ENDLESS };
  await expect(changePassword(ctx, all, asked)).rejects.toMatchObject({ code: "confirmation_missing" });
  const { freshAt } = await member();
  expect(isFresh({ freshAt }, later)).toBe(false);
});

test("turning off takes the recovery codes along; without an app there are none to make", async () => {
  await setUp();
  const who = await member();
  const act = { member: who, visitor, arrivedAt: at };
  const remade = await makeRecoveryCodes(ctx, ports.recoveryCodes, act);
  expect(remade).toHaveLength(10);
  await turnOffApp(ctx, act);
  await turnOffApp(ctx, act);
  expect(await bench.context("owner").db.selectFrom("recovery_code").selectAll().execute()).toEqual([]);
  expect((await signIn(ctx, ports, tryOf())).kind).toBe("signed_in");
  await expect(makeRecoveryCodes(ctx, ports.recoveryCodes, act)).rejects.toMatchObject({
    code: "app_missing",
  });
});
