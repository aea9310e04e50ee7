import { expect, test } from "vitest";
import { parseResponders } from "./parse-responders.ts";

test("responders keep their order, with or without a policy", () => {
  expect(parseResponders("https://a.example/tsa 1.2.3.4 , http://b.example")).toEqual([
    { url: "https://a.example/tsa", policy: "1.2.3.4" },
    { url: "http://b.example" },
  ]);
});

test.each([
  [" , ", "names no time-stamping authority"],
  ["tsa", "has an entry without an http address"],
  ["ftp://a.example", "has an entry without an http address"],
  ["https://a.example 1.02", "has an entry whose policy is no object identifier"],
  ["https://a.example 1.2 1.3", "has an entry whose policy is no object identifier"],
])("%j %s", (text, problem) => {
  expect(() => parseResponders(text)).toThrow(problem);
});
