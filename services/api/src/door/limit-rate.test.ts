import { expect, test } from "vitest";
import { createRateLimit } from "./limit-rate.ts";

const LIMITED = expect.objectContaining({ kind: "too_many", code: "rate_limited" }) as Error;

test("a minute's worth at once, then evenly as time passes", () => {
  let nowMs = 0;
  const limit = createRateLimit(60, () => nowMs);
  for (let n = 0; n < 60; n += 1) limit.consume("a");
  expect(() => limit.consume("a")).toThrow(LIMITED);
  nowMs += 1_000;
  limit.consume("a");
  expect(() => limit.consume("a")).toThrow(expect.objectContaining({ retryAfterSeconds: 1 }) as Error);
  nowMs += 3_600_000;
  for (let n = 0; n < 60; n += 1) limit.consume("a");
  expect(() => limit.consume("a")).toThrow(LIMITED);
});

test("refused requests do not push the next one further away", () => {
  let nowMs = 0;
  const limit = createRateLimit(1, () => nowMs);
  limit.consume("a");
  for (let n = 0; n < 59; n += 1) {
    nowMs += 1_000;
    expect(() => limit.consume("a")).toThrow(expect.objectContaining({ retryAfterSeconds: 59 - n }) as Error);
  }
  nowMs += 1_000;
  limit.consume("a");
});

test("keys that have rested are forgotten, those in use are not", () => {
  let nowMs = 0;
  const limit = createRateLimit(1, () => nowMs);
  for (let n = 0; n < 10_000; n += 1) limit.consume(`early-${n}`);
  nowMs += 59_000;
  limit.consume("late");
  expect(() => limit.consume("early-0")).toThrow(LIMITED);
  nowMs += 1_000;
  limit.consume("another");
  limit.consume("early-0");
  expect(() => limit.consume("late")).toThrow(LIMITED);
});
