// Guessing at the two codes: whatever comes at once and in whatever order, five tries a pair and one success at most, and no answer tells more than another.

import { clockNow } from "@posthorn/db";
import {
  createLetterBench,
  createVerbBench,
  type LetterBench,
  TEST_ADDRESSEE,
  type VerbBench,
} from "@posthorn/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { askForCodes } from "./ask-for-codes.ts";
import { checkCodes } from "./check-codes.ts";

const RUNS = process.env["POSTHORN_LONG"] === "1" ? 300 : 6;
const TRIES_A_PAIR = 5;
const visitor = { ip: "203.0.113.9", userAgent: "test", language: "nl" };
let bench: VerbBench;
let letters: LetterBench;
let ctx: Context;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
  ctx = bench.context("collect");
});
afterAll(() => bench.close());

/** What is typed at one of the tries. */
const GUESSES = ["right", "wrong", "half_email", "half_sms", "swapped", "empty"] as const;
type Guess = (typeof GUESSES)[number];

function typedAs(guess: Guess, codes: { readonly email: string; readonly sms: string }) {
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  switch (guess) {
    case "right":
      return codes;
    case "wrong":
      return { email: wrong(codes.email), sms: wrong(codes.sms) };
    case "half_email":
      return { email: codes.email, sms: wrong(codes.sms) };
    case "half_sms":
      return { email: wrong(codes.email), sms: codes.sms };
    case "swapped":
      return { email: codes.sms, sms: codes.email };
    case "empty":
      return { email: "", sms: "" };
  }
}

let numbers = 0;

/** A letter of its own number: pairs are limited per number too. */
async function challenged() {
  numbers += 1;
  const mobile = `+32470${String(numbers).padStart(6, "0")}`;
  const letter = await letters.notify({ addressees: [{ ...TEST_ADDRESSEE, mobile }] });
  const door = { presented: letters.digest.link(letter.token) };
  await askForCodes(ctx, letters.codes, { door, arrivedAt: await clockNow(ctx.db), visitor });
  const codes = await letters.codesFor(letter.deliveryId);
  async function check(guess: Guess) {
    return checkCodes(ctx, letters.codes, letters.sessions, {
      door,
      typed: typedAs(guess, codes),
      arrivedAt: await clockNow(ctx.db),
      visitor,
    });
  }
  return { deliveryId: letter.deliveryId, check };
}

/** The tries as they were counted, in the order in which they held the delivery. */
async function countedTries(deliveryId: string): Promise<readonly string[]> {
  const rows = await bench
    .context("owner")
    .db.selectFrom("use_log")
    .select("act")
    .where("delivery_id", "=", deliveryId)
    .where("act", "in", ["codes_right", "codes_wrong"])
    .orderBy("id")
    .execute();
  return rows.map(({ act }) => act);
}

test("tries that come at once are counted one by one: a right one opens once, and only among the first five", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...GUESSES), { minLength: 6, maxLength: 24 }),
      async (guesses) => {
        const { deliveryId, check } = await challenged();
        const answers = await Promise.all(guesses.map(check));
        const opened = answers.filter(({ ok }) => ok).length;
        const counted = await countedTries(deliveryId);
        expect(counted).toHaveLength(guesses.length);
        const right = counted.indexOf("codes_right");
        expect(opened).toBe(right === -1 ? 0 : 1);
        expect(counted.filter((act) => act === "codes_right")).toHaveLength(opened);
        expect(right).toBeLessThan(TRIES_A_PAIR);
        const { attempts } = await bench
          .context("owner")
          .db.selectFrom("code_challenge")
          .select("attempts")
          .where("delivery_id", "=", deliveryId)
          .executeTakeFirstOrThrow();
        expect(attempts).toBe(guesses.length);
        // Whatever became of it, this pair opens nothing any more.
        if (guesses.length >= TRIES_A_PAIR) expect(await check("right")).toEqual({ ok: false });
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);

test.each(GUESSES.filter((guess) => guess !== "right"))(
  "the answer to a %s pair is the same as to any other, and it is one try",
  async (guess) => {
    const { deliveryId, check } = await challenged();
    expect(await check(guess)).toEqual({ ok: false });
    expect(await countedTries(deliveryId)).toEqual(["codes_wrong"]);
  },
);

test("half a right pair takes as long as a wrong one", async () => {
  const { check } = await challenged();
  const times: Record<"half_email" | "half_sms" | "wrong", number[]> = {
    half_email: [],
    half_sms: [],
    wrong: [],
  };
  const kinds = Object.keys(times) as (keyof typeof times)[];
  for (let round = 0; round < 25; round += 1) {
    for (const kind of kinds) {
      const begun = performance.now();
      await check(kind);
      times[kind].push(performance.now() - begun);
    }
  }
  const [first, ...rest] = kinds.map((kind) => median(times[kind]));
  // Both codes are computed and compared whatever was typed; a shortcut at the first wrong one would halve the work.
  for (const other of rest) expect(other / (first ?? 0)).toBeGreaterThan(0.5);
  for (const other of rest) expect(other / (first ?? 0)).toBeLessThan(2);
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
