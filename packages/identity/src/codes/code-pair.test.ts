import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCodePair, createCodePair } from "./code-pair.ts";

const createdAt = Temporal.Instant.from("2026-11-21T09:00:00.900Z");
const pair = createCodePair({ at: createdAt });
const secrets = { email: pair.email.secret, sms: pair.sms.secret };
const right = { email: pair.email.code, sms: pair.sms.code };

function check(typed: { email: string; sms: string }, after = "PT1M"): boolean {
  return checkCodePair({ secrets, createdAt, now: createdAt.add(after), typed });
}

/** RFC 4226 and 6238 anew, for the first step. */
function firstStep(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll("=", "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const mac = createHmac("sha256", Buffer.from(bytes)).update(Buffer.alloc(8)).digest();
  const offset = mac[31]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("codes are six digits, by RFC 6238, from a secret of 256 bits each", () => {
  expect(pair.email.code).toMatch(/^[0-9]{6}$/);
  expect(pair.email.code).toBe(firstStep(pair.email.secret));
  expect(pair.sms.code).toBe(firstStep(pair.sms.secret));
  expect(pair.email.secret).not.toBe(pair.sms.secret);
  expect(pair.email.secret.replaceAll("=", "").length).toBe(52);
});

test("both right codes are right during ten minutes, not before and not after", () => {
  expect(check(right, "PT0S")).toBe(true);
  expect(check(right, "PT9M59.999S")).toBe(true);
  expect(check(right, "PT10M")).toBe(false);
  expect(check(right, "PT24H")).toBe(false);
  expect(
    checkCodePair({ secrets, createdAt, now: createdAt.subtract({ milliseconds: 1 }), typed: right }),
  ).toBe(false);
});

test("spaces, dashes and full-width digits are of no matter", () => {
  const { email, sms } = right;
  expect(
    check({ email: ` ${email.slice(0, 3)} ${email.slice(3)}\n`, sms: `${sms.slice(0, 3)}-${sms.slice(3)}` }),
  ).toBe(true);
  const wide = [...email].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
  expect(check({ email: wide, sms: `${sms.slice(0, 3)}\u{2013}${sms.slice(3)}` })).toBe(true);
});

test("one wrong code is a wrong pair, and codes do not change places", () => {
  const other = (code: string): string => (code === "000000" ? "000001" : "000000");
  expect(check({ email: right.email, sms: other(right.sms) })).toBe(false);
  expect(check({ email: other(right.email), sms: right.sms })).toBe(false);
  const distinct = createCodePair({ at: createdAt });
  const swapped = { email: distinct.sms.code, sms: distinct.email.code };
  const same = distinct.sms.code === distinct.email.code;
  const found = checkCodePair({
    secrets: { email: distinct.email.secret, sms: distinct.sms.secret },
    createdAt,
    now: createdAt,
    typed: swapped,
  });
  expect(found).toBe(same);
});

test("codes of another challenge are wrong", () => {
  const others = Array.from({ length: 3 }, () => createCodePair({ at: createdAt }));
  expect(others.some(({ email, sms }) => check({ email: email.code, sms: sms.code }))).toBe(false);
});

test("whatever is typed, the answer is yes or no", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (email, sms) => {
      expect(check({ email, sms })).toBe(false);
      expect(check({ email: `${right.email}${email || "7"}`, sms: right.sms })).toBe(
        /^[\s\p{Pd}.]+$/u.test(email.normalize("NFKC")),
      );
    }),
    { numRuns: 300 },
  );
  expect(check({ email: "", sms: "" })).toBe(false);
  expect(check({ email: "1".repeat(1_000_000), sms: "1" })).toBe(false);
});
