import { createTryLimit } from "@posthorn/db";
import { hashPassword, verifyPassword } from "@posthorn/identity";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import type { SignInLimits } from "./ports.ts";
import { signIn } from "./sign-in.ts";

let bench: VerbBench;
let ctx: Context;
let tokens = 0;
const verified: (string | null)[] = [];
beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
});
afterAll(() => bench.close());

const at = Temporal.Now.instant().round("millisecond");

function limitsOf(name: string): SignInLimits {
  const limit = (kind: string, tries: number) =>
    createTryLimit(ctx.db, { name: `${name}-${kind}`, tries, windowSeconds: 900 });
  return {
    tries: limit("tries", 3),
    failuresByAddress: limit("address", 6),
    failuresByMailbox: limit("mailbox", 5),
  };
}

function attempt(
  limits: SignInLimits,
  given: { email?: string; password?: string; ip?: string; device?: string },
  verify = async (hash: string | null, password: string) => {
    verified.push(hash);
    return hash !== null && password === "right";
  },
) {
  return signIn(
    ctx,
    {
      passwords: { verify },
      tokens: {
        newToken() {
          tokens += 1;
          return { token: `t${tokens}`, hash: `h${tokens}` };
        },
      },
      limits,
    },
    {
      email: given.email ?? TEST_SENDER.email,
      password: given.password ?? "wrong",
      visitor: { ip: given.ip ?? "198.51.100.1", userAgent: "Test", language: "nl" },
      arrivedAt: at,
      deviceHash: given.device ?? "stranger",
    },
  );
}

const FAILED = { kind: "unauthenticated", code: "sign_in_failed" };
const LIMITED = { kind: "too_many", code: "too_many_tries" };

test("many addresses at one mailbox are slowed down; browsers that know the mailbox are not", async () => {
  const limits = limitsOf("mailbox");
  await attempt(limits, { password: "right", device: "known", ip: "203.0.113.1" });
  for (let tries = 0; tries < 5; tries += 1)
    await expect(attempt(limits, { ip: `198.51.100.${tries + 10}` })).rejects.toMatchObject(FAILED);
  await expect(attempt(limits, { ip: "198.51.100.99", password: "right" })).rejects.toMatchObject(LIMITED);
  const owner = await attempt(limits, { password: "right", device: "known", ip: "198.51.100.99" });
  expect(owner.kind).toBe("signed_in");
  // A mailbox that nobody has is slowed down just the same.
  const nobody = "nobody@post.example";
  for (let tries = 0; tries < 5; tries += 1)
    await expect(attempt(limits, { email: nobody, ip: `198.51.100.${tries + 20}` })).rejects.toMatchObject(
      FAILED,
    );
  await expect(attempt(limits, { email: nobody, ip: "198.51.100.98" })).rejects.toMatchObject(LIMITED);
});

test("one address that fails at many mailboxes is stopped; who sits there with a known browser is not", async () => {
  const limits = limitsOf("address");
  const ip = "198.51.100.200";
  await attempt(limits, { password: "right", device: "known", ip });
  for (let tries = 0; tries < 6; tries += 1)
    await expect(attempt(limits, { ip, email: `person${tries}@stolen.example` })).rejects.toMatchObject(
      FAILED,
    );
  await expect(attempt(limits, { ip, email: "person99@stolen.example" })).rejects.toMatchObject(LIMITED);
  await expect(attempt(limits, { ip, password: "right" })).rejects.toMatchObject(LIMITED);
  expect((await attempt(limits, { ip, password: "right", device: "known" })).kind).toBe("signed_in");
  expect((await attempt(limits, { ip: "198.51.100.201", password: "right" })).kind).toBe("signed_in");
});

test("a known browser has its own tries, and no endless ones", async () => {
  const limits = limitsOf("device");
  await attempt(limits, { password: "right", device: "known" });
  for (let tries = 0; tries < 3; tries += 1)
    await expect(attempt(limits, { device: "known", ip: `198.51.100.${tries + 30}` })).rejects.toMatchObject(
      FAILED,
    );
  await expect(attempt(limits, { device: "known", password: "right" })).rejects.toMatchObject(LIMITED);
});

test("a mailbox that nobody has costs the same work and takes about as long", async () => {
  const done = () => Promise.resolve();
  const endless = { consume: done, forget: done, check: done };
  const limits = { tries: endless, failuresByAddress: endless, failuresByMailbox: endless };
  verified.length = 0;
  await expect(attempt(limits, {})).rejects.toMatchObject(FAILED);
  await expect(attempt(limits, { email: "nobody@post.example" })).rejects.toMatchObject(FAILED);
  expect(verified).toHaveLength(2);
  expect(verified[1]).toBeNull();

  const owner = bench.context("owner").db;
  const password_hash = await hashPassword("lantern kade veertien");
  await owner.updateTable("person").set({ password_hash }).where("email", "=", TEST_SENDER.email).execute();
  const timeOf = async (email: string): Promise<number> => {
    const start = performance.now();
    await attempt(limits, { email }, verifyPassword).catch(() => undefined);
    return performance.now() - start;
  };
  await timeOf("warm@post.example");
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  // By turns: whatever else the machine does befalls both.
  for (let tries = 0; tries < 12; tries += 1) {
    times.known.push(await timeOf(TEST_SENDER.email));
    times.unknown.push(await timeOf("nobody@post.example"));
  }
  const quick = (all: readonly number[]) => all.toSorted((a, b) => a - b)[3] ?? 0;
  const [known, unknown] = [quick(times.known), quick(times.unknown)];
  // Wide, since machines are busy: without the same work it would be a fiftieth.
  expect(unknown).toBeGreaterThan(known / 3);
  expect(unknown).toBeLessThan(known * 3);
}, 60_000);
