import { expect, test } from "vitest";
import { uploadWords } from "../components/upload-words.ts";
import { clockFace } from "./clock-face.ts";
import { digitsOf, grouped } from "./code-digits.ts";
import { paceOf, restInWords, sizeInWords } from "./pace.ts";
import { problemWords } from "./send-file.ts";

test("a code is found in whatever was pasted", () => {
  expect(digitsOf("418203")).toBe("418203");
  expect(digitsOf("418 203")).toBe("418203");
  expect(digitsOf("Your code is 418\u00a0203, for 10 minutes.")).toBe("418203");
  expect(digitsOf("418-2")).toBe("4182");
  expect(digitsOf("none")).toBe("");
  expect(digitsOf("12345678")).toBe("123456");
  expect(grouped("418203")).toBe("418 203");
  expect(grouped("418")).toBe("418");
});

test("the countdown is read as minutes and seconds", () => {
  expect(clockFace(42)).toBe("0.42");
  expect(clockFace(605)).toBe("10.05");
});

test("speed is smoothed and never measured over too short a span", () => {
  const start = paceOf(0, 0);
  expect(start.at(1_000_000, 100).perSecond).toBe(0);
  const first = start.at(1_000_000, 1000);
  expect(first.perSecond).toBe(1_000_000);
  expect(first.at(3_000_000, 2000).perSecond).toBeCloseTo(1_300_000);
  expect(first.at(500_000, 2000).perSecond).toBeCloseTo(700_000);
});

test("sizes and rests are written as the server writes them", () => {
  const nl = uploadWords("nl", 100_000_000);
  const fr = uploadWords("fr", 100_000_000);
  expect(sizeInWords(1_843_201, nl)).toBe("1,8 MB");
  expect(sizeInWords(61_000_000, fr)).toBe("61 Mo");
  expect(sizeInWords(1, nl)).toBe("1 kB");
  expect(sizeInWords(2_500_000_000, nl)).toBe("2,5 GB");
  expect(restInWords(8.2, nl)).toBe("9 s");
  expect(restInWords(0.1, nl)).toBe("1 s");
  expect(restInWords(125, fr)).toBe("3 min");
  expect(nl.tooLarge).toContain("100 MB");
});

test("a refused file shows what the server said about it", () => {
  expect(problemWords('{"title":"Not taken","errors":[{"path":"file","detail":"This is a program."}]}')).toBe(
    "This is a program.",
  );
  expect(problemWords('{"title":"Not taken"}')).toBe("Not taken");
  expect(problemWords("<html>")).toBeUndefined();
});
