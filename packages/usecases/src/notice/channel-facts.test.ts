import { canonicalJson } from "@posthorn/domain";
import { expect, test } from "vitest";
import { oneLine } from "./channel-facts.ts";

test("a server's words fit a record, whatever they are", () => {
  expect(oneLine("550 5.1.1\r\n unknown\tuser ")).toBe("550 5.1.1  unknown user");
  const cut = oneLine(`${"x".repeat(499)}\u{1F600} and more`);
  expect(cut).toHaveLength(500);
  expect(() => canonicalJson({ cut })).not.toThrow();
  expect(() => canonicalJson({ half: oneLine("\ud83d") })).not.toThrow();
});
