import { expect, test } from "vitest";
import { parseRegister } from "./parse-register.ts";

const ENTRY = {
  host: "tsa.trust.be",
  role: "timestamp",
  name: "Trust",
  country: "BE",
  parent: { name: "Trust Group", country: "NL" },
};
const text = (change: object) => JSON.stringify([{ ...ENTRY, ...change }]);

test("a list of providers is read as it stands", () => {
  const override = "No provider in the Union reaches these networks.";
  expect(parseRegister(text({}))).toEqual([ENTRY]);
  expect(parseRegister(text({ override }))).toEqual([{ ...ENTRY, override }]);
});

test("who stands above it is said, and a reason is one in words", () => {
  expect(() => parseRegister(text({ parent: undefined }))).toThrow("ultimate parent");
  expect(() => parseRegister(text({ parent: { name: "X" } }))).toThrow("ultimate parent");
  expect(() => parseRegister(text({ override: "because" }))).toThrow("no reason of 10 characters");
});

test.each([
  ["nonsense", "is not JSON"],
  ["{}", "is not a list of providers"],
  ['[{"host":"a","role":"mail","name":"A"}]', "says nothing about country of provider 1"],
  ['[{"host":"","role":"mail","name":"A","country":"BE"}]', "says nothing about host of provider 1"],
  ["[null]", "says nothing about host of provider 1"],
])("%s %s", (text, problem) => {
  expect(() => parseRegister(text)).toThrow(problem);
});
