import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Loop, startLoop } from "./start-loop.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function loopOf(pass: (signal: AbortSignal) => Promise<unknown>): { loop: Loop; told: unknown[] } {
  const told: unknown[] = [];
  const loop = startLoop(pass, {
    pauseMs: () => 60_000,
    onError: (error) => told.push(error),
    longestPauseMs: 3_000,
  });
  return { loop, told };
}

test("a pass at once, after each pause, and when woken; woken while one runs, another follows at once", async () => {
  const pass = vi.fn<() => Promise<void>>().mockResolvedValue();
  const { loop } = loopOf(pass);
  await vi.advanceTimersByTimeAsync(0);
  expect(pass).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(pass).toHaveBeenCalledTimes(2);
  loop.wake();
  loop.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(pass).toHaveBeenCalledTimes(4);
  await loop.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(pass).toHaveBeenCalledTimes(4);
});

test("pauses grow while it fails, whoever wakes it, and are as before once it went well", async () => {
  const pass = vi.fn<() => Promise<void>>().mockRejectedValue(new Error("down"));
  const { loop, told } = loopOf(pass);
  await vi.advanceTimersByTimeAsync(0);
  loop.wake();
  await vi.advanceTimersByTimeAsync(999);
  expect(pass).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(pass).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(pass).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(pass).toHaveBeenCalledTimes(4);
  pass.mockResolvedValue();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(pass).toHaveBeenCalledTimes(5);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(pass).toHaveBeenCalledTimes(5);
  expect(told).toHaveLength(4);
  await loop.stop();
});

test("who stops it waits for the pass under way, which is told", async () => {
  const ended: string[] = [];
  const { loop } = loopOf(
    (signal) =>
      new Promise((resolve) =>
        signal.addEventListener("abort", () => {
          ended.push("told");
          resolve(undefined);
        }),
      ),
  );
  await loop.stop();
  expect(ended).toEqual(["told"]);
});
