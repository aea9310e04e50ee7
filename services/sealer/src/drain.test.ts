import { expect, test, vi } from "vitest";
import { createDrain } from "./drain.ts";

test("woken many times, it works the list off with one run at a time", async () => {
  let left = 5;
  let atOnce = 0;
  let most = 0;
  const drain = createDrain(
    async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      if (left === 0) return 0;
      left -= 1;
      return 1;
    },
    () => expect.unreachable(),
  );
  for (let n = 0; n < 10; n += 1) drain.wake();
  await vi.waitFor(() => expect(left).toBe(0));
  await drain.stop();
  expect(most).toBe(1);
});

test("a batch that is not full was the last: nobody is asked for more", async () => {
  const batches = [4, 4, 1];
  let asked = 0;
  const drain = createDrain(
    async () => {
      asked += 1;
      return batches.shift() ?? 0;
    },
    () => expect.unreachable(),
    4,
  );
  drain.wake();
  await vi.waitFor(() => expect(batches).toEqual([]));
  await drain.stop();
  expect(asked).toBe(3);
});

test("work that comes while it works is not missed", async () => {
  const list = ["first"];
  const done: string[] = [];
  const drain = createDrain(
    async () => {
      const item = list.shift();
      if (!item) return 0;
      done.push(item);
      if (item === "first") {
        list.push("second");
        drain.wake();
      }
      return 1;
    },
    () => expect.unreachable(),
  );
  drain.wake();
  await vi.waitFor(() => expect(done).toEqual(["first", "second"]));
  await drain.stop();
});

test("after a failure it pauses, tells, and tries again by itself", async () => {
  vi.useFakeTimers();
  try {
    const errors: unknown[] = [];
    let tries = 0;
    const drain = createDrain(
      async () => {
        tries += 1;
        if (tries < 3) throw new Error("no authority answers");
        return 0;
      },
      (error) => errors.push(error),
    );
    drain.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(tries).toBe(1);
    drain.wake();
    expect(tries).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(tries).toBe(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(tries).toBe(3);
    expect(errors).toHaveLength(2);
    await drain.stop();
  } finally {
    vi.useRealTimers();
  }
});

test("stopped, it takes nothing new", async () => {
  let calls = 0;
  const drain = createDrain(
    async () => {
      calls += 1;
      return 0;
    },
    () => expect.unreachable(),
  );
  await drain.stop();
  drain.wake();
  await Promise.resolve();
  expect(calls).toBe(0);
});
