import { expect, test } from "vitest";
import { parseRegister } from "./parse-register.ts";

test("a list of providers is read as it stands", () => {
  const register = [{ host: "tsa.trust.be", role: "timestamp", name: "Trust", country: "BE" }];
  expect(parseRegister(JSON.stringify(register))).toEqual(register);
  expect(parseRegister("[]")).toEqual([]);
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
