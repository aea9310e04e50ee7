import { expect, test } from "vitest";
import { leafValue } from "./leaf-value.ts";

test("the leaf is the HMAC of the record's UTF-8 octets under its random", () => {
  const random = Uint8Array.from({ length: 32 }, (_, i) => i);
  const leaf = Buffer.from(leafValue(random, '{"name":"Łukasz"}')).toString("hex");
  // printf '{"name":"Łukasz"}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
  expect(leaf).toBe("8e4ed2a354a0122f10fa20f317c6a706f6d6fa3be5cf290312fa3027989629be");
});

test("another random gives another leaf; a short one is refused", () => {
  const leaf = leafValue(new Uint8Array(32), "{}");
  expect(leafValue(new Uint8Array(32).fill(1), "{}")).not.toEqual(leaf);
  expect(() => leafValue(new Uint8Array(31), "{}")).toThrow(RangeError);
});
