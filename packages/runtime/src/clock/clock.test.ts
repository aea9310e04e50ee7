import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createArrivalClock, StaleClockError } from "./arrival-clock.ts";
import { assertClock } from "./assert-clock.ts";

const NOON = Temporal.Instant.from("2026-11-21T12:00:00Z");

beforeEach(() => vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => vi.useRealTimers());

/** A service clock and a monotonic clock that move only when told. */
function world(initialRoundTripMs = 0) {
  let roundTripMs = initialRoundTripMs;
  let elapsed = 0;
  let offsetMs = 0;
  let broken: Error | "silent" | undefined;
  const instant = () => NOON.add({ microseconds: Math.round((elapsed + offsetMs) * 1000) });
  return {
    pass: async (ms: number) => {
      elapsed += ms;
      await vi.advanceTimersByTimeAsync(ms);
    },
    jump: (ms: number) => (offsetMs += ms),
    break: (how: Error | "silent" | undefined) => (broken = how),
    slowDown: (ms: number) => (roundTripMs = ms),
    instant,
    options: {
      monotonicMs: () => elapsed,
      measure: () => {
        if (broken === "silent") return new Promise<never>(() => undefined);
        if (broken !== undefined) return Promise.reject(broken);
        elapsed += roundTripMs / 2;
        const read = instant();
        elapsed += roundTripMs / 2;
        return Promise.resolve(read);
      },
    },
  };
}

test("goes on between readings, to the microsecond, and follows the service's clock when that jumps", async () => {
  const given = world();
  const clock = await createArrivalClock(given.options);
  await given.pass(250.5);
  expect(clock.now().toString()).toBe("2026-11-21T12:00:00.2505Z");

  given.jump(16 * 86_400_000);
  expect(clock.now().toString()).toBe("2026-11-21T12:00:00.2505Z");
  await given.pass(1000);
  expect(clock.now().toString()).toBe("2026-12-07T12:00:01.2505Z");
  clock.stop();
});

test("takes a reading as of the middle of its round trip", async () => {
  const given = world(80);
  const clock = await createArrivalClock(given.options);
  expect(clock.now().equals(given.instant())).toBe(true);
  clock.stop();
});

test("stays of use for ten seconds without a reading, then refuses, then recovers", async () => {
  const given = world();
  const failures: unknown[] = [];
  const clock = await createArrivalClock({ ...given.options, onFailure: (error) => failures.push(error) });
  given.break(new Error("database down"));
  await given.pass(10_000);
  expect(clock.now().equals(given.instant())).toBe(true);
  await given.pass(1);
  expect(() => clock.now()).toThrow(StaleClockError);
  expect(failures).toHaveLength(10);

  given.break(undefined);
  await given.pass(1000);
  expect(clock.now().equals(given.instant())).toBe(true);
  clock.stop();
});

test("a reading that never comes does not silence the next", async () => {
  const given = world();
  const clock = await createArrivalClock(given.options);
  given.break("silent");
  await given.pass(3000);
  given.break(undefined);
  for (let second = 0; second < 6; second++) await given.pass(1000);
  expect(clock.now().equals(given.instant())).toBe(true);
  clock.stop();
});

test("a reading that took too long to be exact is not taken", async () => {
  const given = world();
  const failures: unknown[] = [];
  const clock = await createArrivalClock({ ...given.options, onFailure: (error) => failures.push(error) });
  given.slowDown(1100);
  await given.pass(1000);
  expect(failures.join()).toContain("too slowly");
  given.slowDown(0);
  await given.pass(1000);
  expect(clock.now().equals(given.instant())).toBe(true);
  clock.stop();
});

test("does not start without a first reading", async () => {
  const measure = () => Promise.reject(new Error("database down"));
  await expect(createArrivalClock({ measure })).rejects.toThrow("database down");
});

test("stale is an error with a stable code and a pause", () => {
  expect(new StaleClockError()).toMatchObject({ code: "clock_stale", retryAfterSeconds: 5 });
});

test.each([
  ["PT30S", 30_000, true],
  ["PT30S", -30_000, true],
  ["PT30S", 30_001, false],
  ["PT30S", -30_001, false],
  ["P30D", 16 * 86_400_000, true],
])("tolerance %s, machine %i ms ahead: %s", async (tolerance, aheadMs, accepted) => {
  const check = assertClock({
    measure: () => Promise.resolve(NOON),
    tolerance: Temporal.Duration.from(tolerance),
    wallClock: () => NOON.add({ milliseconds: aheadMs }),
  });
  if (accepted) await expect(check).resolves.toBeUndefined();
  else
    await expect(check).rejects.toMatchObject({
      code: "clock_difference",
      message: expect.stringContaining("NTP"),
    });
});

test("by default it is the machine's own clock that is compared", async () => {
  const tolerance = Temporal.Duration.from("PT30S");
  await expect(
    assertClock({ measure: () => Promise.resolve(Temporal.Now.instant()), tolerance }),
  ).resolves.toBeUndefined();
});
