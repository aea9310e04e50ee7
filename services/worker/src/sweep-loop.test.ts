import { expect, test, vi } from "vitest";
import { startSweeping } from "./sweep-loop.ts";

test("it sweeps at once and after every pause, never two passes at a time, and goes on after a failure", async () => {
  vi.useFakeTimers();
  try {
    const errors: unknown[] = [];
    let passes = 0;
    let running = 0;
    const loop = startSweeping(
      async () => {
        running += 1;
        expect(running).toBe(1);
        passes += 1;
        await Promise.resolve();
        running -= 1;
        if (passes === 2) throw new Error("no database");
      },
      { pauseMs: 1000, onError: (error) => errors.push(error) },
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(passes).toBe(1);
    await vi.advanceTimersByTimeAsync(3000);
    expect(passes).toBe(4);
    expect(errors).toHaveLength(1);
    await loop.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(passes).toBe(4);
  } finally {
    vi.useRealTimers();
  }
});
