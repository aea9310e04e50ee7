import { expect, test } from "vitest";
import { createConcurrencyLimit } from "./limit-concurrency.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { findPasswordWeakness } from "./strength.ts";

test("a password fits its hash, and no other does", async () => {
  const stored = await hashPassword("Paard batterij nietje é");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, "Paard batterij nietje é")).toBe(true);
  expect(await verifyPassword(stored, "Paard batterij nietje e\u{301}")).toBe(true);
  expect(await verifyPassword(stored, "paard batterij nietje é")).toBe(false);
  expect(await verifyPassword(stored, "")).toBe(false);
  expect(await hashPassword("Paard batterij nietje é")).not.toBe(stored);
});

test("an unknown user and a broken hash answer as a wrong password does", async () => {
  expect(await verifyPassword(null, "nobody has this password")).toBe(false);
  expect(await verifyPassword("not a hash", "anything at all")).toBe(false);
});

test("an unknown user costs as much as a wrong password", async () => {
  const stored = await hashPassword("Paard batterij nietje");
  const costOf = async (hash: string | null): Promise<number> => {
    const times: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const start = performance.now();
      await verifyPassword(hash, "wrong password");
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const known = await costOf(stored);
  const unknown = await costOf(null);
  expect(unknown).toBeGreaterThan(known / 3);
  expect(unknown).toBeLessThan(known * 3);
});

test("an absurdly long password is refused when set and wrong when tried", async () => {
  await expect(hashPassword("x".repeat(257))).rejects.toMatchObject({
    kind: "bad_request",
    code: "password_too_long",
  });
  const stored = await hashPassword("x".repeat(256));
  expect(await verifyPassword(stored, "x".repeat(256))).toBe(true);
  expect(await verifyPassword(stored, "x".repeat(1_000_000))).toBe(false);
});

test("a password of 64 characters and more counts to its last", async () => {
  const long = "lantern kade veertien ".repeat(4).slice(0, 80);
  expect(await findPasswordWeakness(long.slice(0, 64))).toBeNull();
  const stored = await hashPassword(long);
  expect(await verifyPassword(stored, long)).toBe(true);
  expect(await verifyPassword(stored, `${long.slice(0, 79)}x`)).toBe(false);
  expect(await verifyPassword(stored, long.slice(0, 64))).toBe(false);
});

test("no more than so many run, no more than so many wait, in order, and a failure frees its place", async () => {
  const limit = createConcurrencyLimit({ atOnce: 2, waiting: 3 });
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) => async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    order.push(n);
    if (n === 1) throw new Error("failed");
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => limit.run(work(n))));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(results.map(({ status }) => status).join(" ")).toBe(
    "fulfilled rejected fulfilled fulfilled fulfilled rejected",
  );
  expect(results[5]).toMatchObject({ reason: { kind: "unavailable", code: "busy" } });
  await expect(limit.run(async () => "free again")).resolves.toBe("free again");
});

test.each<[string, string | null]>([
  ["paard batterij nietje", null],
  ["Zomer in Oostende", null],
  ["правильная лошадь", null],
  ["kort", "too_short"],
  ["x".repeat(257), "too_long"],
  ["password1234", "too_common"],
  ["P@ssw0rd2026!", "too_common"],
  ["Azertyuiop123", "too_common"],
  ["WelkomWelkom1", "too_common"],
  ["aaaaaaaaaaaaaa", "too_simple"],
  ["abababababab", "too_simple"],
  ["abcdefghijkl", "too_simple"],
  ["098765432109", "too_simple"],
  ["els.peeters1", "contains_own_data"],
  ["Peeters-Els-2026", "contains_own_data"],
  ["Wachtwoord-2026", "too_common"],
  ["zomer2026zomer", "too_simple"],
  ["20112026-20112026", "too_simple"],
  ["voetbal voetbal", "too_simple"],
  ["vandewalle-lantern-kade", null],
  [`${"lantern kade veertien ".repeat(11)}`, null],
  ["Peeters2026!", "contains_own_data"],
])("%s: %s", async (password, weakness) => {
  const own = ["els.peeters@example.org", "Els Peeters", "Immo Vandewalle bv"];
  expect(await findPasswordWeakness(password, own)).toBe(weakness);
});

test("no text takes long to guess", async () => {
  await findPasswordWeakness("paard batterij nietje");
  const long = ["0123456789".repeat(25), "31121999".repeat(30), "p4$$w0rd".repeat(32), "aA1!".repeat(64)];
  for (const password of long) {
    const start = performance.now();
    await findPasswordWeakness(password, ["els.peeters@example.org"]);
    // Wide, since machines are busy: judged whole, such a text takes minutes.
    expect(performance.now() - start, password.slice(0, 8)).toBeLessThan(30_000);
  }
}, 120_000);
