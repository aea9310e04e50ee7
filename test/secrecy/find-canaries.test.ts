import { expect, test } from "vitest";
import { canary, canaryMobile, canaryName, createCanarySearch } from "./find-canaries.ts";

const WORD = canaryName("draftsubject");
const search = createCanarySearch({ "birth date": "1974-03-02" });

test.each([
  ["plain", `it is ${WORD}.`],
  ["capitals", `IT IS ${WORD.toUpperCase()}.`],
  ["small", `x${canary("draftsubject")}@post.example`],
  ["URL", `a=${encodeURIComponent(`ü ${WORD} /`)}`],
  ["hex", Buffer.from(`-${WORD}-`).toString("hex")],
  ["HEX", Buffer.from(`-${WORD}-`).toString("hex").toUpperCase()],
  ["base64, first place", Buffer.from(`${WORD} and more`).toString("base64")],
  ["base64, second place", Buffer.from(`1${WORD} and more`).toString("base64")],
  ["base64, third place", Buffer.from(`12${WORD} and more`).toString("base64")],
  ["base64 in lines", `x\n${Buffer.from(`abc12${WORD} and more`).toString("base64url")}`],
])("a word is found and named: %s", (_, text) => {
  expect(search(Buffer.from(text))).toEqual(["draftsubject"]);
});

test("two words, a number and a date are found, each once; nothing is found where nothing is", () => {
  const text = `${canary("one")} ${canary("two")} ${canary("one")} ${canaryMobile(3)} 1974-03-02`;
  expect(search(Buffer.from(text))).toEqual(["birth date", "mobile", "one", "two"]);
  expect(search(Buffer.from(WORD, "utf16le"))).toEqual(["draftsubject"]);
  expect(search(Buffer.from("canaries sing, 1974-03-03, +32479953"))).toEqual([]);
});
