// Things a stand-in does later, by the clock it shares with the product and not by the time that passes in a test.

import type { StandInClock } from "./clock.ts";

export interface Agenda {
  /** Repeated every poll while it throws, at most `ATTEMPTS` times. */
  schedule(dueAt: Temporal.Instant, act: () => Promise<void>): void;
  stop(): void;
}

const ATTEMPTS = 20;

interface Entry {
  readonly dueAt: Temporal.Instant;
  readonly act: () => Promise<void>;
  attempts: number;
}

/** Looks at the clock only while something is due later. `pollMs` is real time; default 200. */
export function keepAgenda(clock: StandInClock, pollMs = 200): Agenda {
  let entries: Entry[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function wake(afterMs: number): void {
    if (stopped || timer) return;
    timer = setTimeout(() => void look(), afterMs).unref();
  }

  async function look(): Promise<void> {
    const now = await Promise.resolve(clock.now()).catch(() => null);
    if (now) await actOn(now);
    timer = undefined;
    if (entries.length > 0) wake(pollMs);
  }

  async function actOn(now: Temporal.Instant): Promise<void> {
    const due = entries.filter((entry) => Temporal.Instant.compare(entry.dueAt, now) <= 0);
    entries = entries.filter((entry) => !due.includes(entry));
    due.sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
    for (const entry of due) {
      if (stopped) return;
      try {
        await entry.act();
      } catch {
        entry.attempts += 1;
        if (entry.attempts < ATTEMPTS) entries.push(entry);
      }
    }
  }

  return {
    schedule(dueAt, act) {
      entries.push({ dueAt, act, attempts: 0 });
      wake(0);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      entries = [];
    },
  };
}
