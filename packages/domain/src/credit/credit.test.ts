import fc from "fast-check";
import { expect, test } from "vitest";
import { bookEntry, EMPTY_BALANCE, LEDGER_KINDS, ledgerEntryOf, reservationsOf } from "./book-entry.ts";
import type { Balance } from "./book-entry.ts";
import { balanceAllows, priceOf } from "./price-message.ts";

test("one credit a delivery, postage on top", () => {
  expect(priceOf({ deliveries: 3, postage: 0 })).toEqual({ deliveries: 3, postage: 0, total: 3 });
  expect(priceOf({ deliveries: 3, postage: 27 })).toEqual({ deliveries: 3, postage: 27, total: 30 });
});

test("what is missing is said", () => {
  const price = priceOf({ deliveries: 2, postage: 18 });
  expect(balanceAllows(20, price)).toEqual({ ok: true });
  expect(balanceAllows(19, price)).toEqual({ ok: false, missing: 1 });
});

test.each([
  ["reservation", { available: 4, reserved: 8, consumed: 5 }],
  ["purchase", { available: 6, reserved: 7, consumed: 5 }],
  ["consumption", { available: 5, reserved: 6, consumed: 6 }],
  ["release", { available: 6, reserved: 6, consumed: 5 }],
  ["refund", { available: 6, reserved: 7, consumed: 4 }],
] as const)("a %s of one credit", (kind, expected) => {
  const balance: Balance = { available: 5, reserved: 7, consumed: 5 };
  expect(bookEntry(balance, { kind, subject: "delivery", credits: 1 })).toEqual(expected);
});

test("only a purchase makes credits, and nothing falls below zero", () => {
  const entry = fc.record({
    kind: fc.constantFrom(...LEDGER_KINDS),
    subject: fc.constant("delivery" as const),
    credits: fc.integer({ min: -2, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      let balance = EMPTY_BALANCE;
      let purchased = 0;
      for (const candidate of entries) {
        try {
          balance = bookEntry(balance, candidate);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          continue;
        }
        if (candidate.kind === "purchase") purchased += candidate.credits;
        expect(Math.min(balance.available, balance.reserved, balance.consumed)).toBeGreaterThanOrEqual(0);
        expect(balance.available + balance.reserved + balance.consumed).toBe(purchased);
      }
    }),
  );
});

test("the entries of a delivery", () => {
  expect(reservationsOf(0).map((entry) => entry.credits)).toEqual([1]);
  expect(reservationsOf(9).map((entry) => `${entry.subject} ${entry.credits}`)).toEqual([
    "delivery 1",
    "postage 9",
  ]);
  expect(ledgerEntryOf("consume_delivery", 9)).toEqual({
    kind: "consumption",
    subject: "delivery",
    credits: 1,
  });
  expect(ledgerEntryOf("release_delivery", 9)).toEqual({ kind: "release", subject: "delivery", credits: 1 });
  expect(ledgerEntryOf("refund_delivery", 9)).toEqual({ kind: "refund", subject: "delivery", credits: 1 });
  expect(ledgerEntryOf("consume_postage", 9)).toEqual({
    kind: "consumption",
    subject: "postage",
    credits: 9,
  });
  expect(ledgerEntryOf("release_postage", 9)).toEqual({ kind: "release", subject: "postage", credits: 9 });
});
