import { expect, test } from "vitest";
import { shareTime } from "./share-time.ts";

test("after 30 ms of work at 30 percent it rests for 70, and after a slow batch for five seconds at most", async () => {
  let now = 0;
  const rests: number[] = [];
  const signal = new AbortController().signal;
  const pause = shareTime(30, signal, {
    now: () => now,
    rest: async (milliseconds) => {
      rests.push(milliseconds);
      now += milliseconds;
    },
  });
  now += 30;
  await pause();
  now += 300;
  await pause();
  now += 30_000;
  await pause();
  await pause();
  expect(rests).toEqual([70, 700, 5_000]);
});

test("all of the time: no rest", async () => {
  const rests: number[] = [];
  let now = 0;
  const pause = shareTime(100, new AbortController().signal, {
    now: () => now,
    rest: async (milliseconds) => void rests.push(milliseconds),
  });
  now += 1_000;
  await pause();
  expect(rests).toEqual([]);
});
