import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startPress } from "./press-loop.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const options = { pauseMs: 1000, onError: () => undefined };

test("it looks at once, when woken, and after every pause; woken during a pass it looks once more", async () => {
  let passes = 0;
  let running = 0;
  const gate = Promise.withResolvers<void>();
  const loop = startPress(async () => {
    running += 1;
    expect(running).toBe(1);
    passes += 1;
    if (passes === 2) await gate.promise;
    running -= 1;
  }, options);
  await vi.advanceTimersByTimeAsync(0);
  expect(passes).toBe(1);
  loop.wake();
  loop.wake();
  loop.wake();
  gate.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(passes).toBe(3);
  await vi.advanceTimersByTimeAsync(2000);
  expect(passes).toBe(5);
  await loop.stop();
  loop.wake();
  await vi.advanceTimersByTimeAsync(5000);
  expect(passes).toBe(5);
});

test("a failed pass is told, and the next comes after the pause, not at once", async () => {
  const errors: unknown[] = [];
  let passes = 0;
  const loop = startPress(
    () => {
      passes += 1;
      return Promise.reject(new Error("no database"));
    },
    { ...options, onError: (error) => errors.push(error) },
  );
  await vi.advanceTimersByTimeAsync(999);
  expect([passes, errors.length]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(passes).toBe(2);
  await loop.stop();
});

test("stopping tells the pass under way and waits for it", async () => {
  let told = false;
  const loop = startPress(
    (signal) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          told = true;
          resolve();
        });
      }),
    options,
  );
  await vi.advanceTimersByTimeAsync(0);
  await loop.stop();
  expect(told).toBe(true);
});
