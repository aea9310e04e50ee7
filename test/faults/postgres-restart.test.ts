// PostgreSQL restarts under load: what was acknowledged is there, everybody else is told to come back, nobody dies.

import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStack, rounds } from "../actors/open-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

let stack: TestStack | undefined;

beforeAll(async () => {
  if (process.env["DATABASE_URL"]) return;
  stack = await openStack();
});

afterAll(() => stack?.stop());

test.skipIf(process.env["DATABASE_URL"])("PostgreSQL restarted under load", async () => {
  const { api, postgres, deaths, advance } = running();
  for (let round = 0; round < rounds(1, 20); round++) {
    const accepted: string[] = [];
    const refused: number[] = [];
    const load = { over: false };
    const senders = Array.from({ length: 4 }, async () => {
      while (!load.over) {
        const answer = await api.send(newMessage([newAddressee()]));
        if (answer.status === 201) {
          const { deliveries } = (await answer.json()) as { deliveries: { id: string }[] };
          accepted.push(...deliveries.map((delivery) => delivery.id));
          continue;
        }
        refused.push(answer.status);
        expect(answer.headers.get("retry-after"), await answer.text()).not.toBeNull();
        await pause(50);
      }
    });
    const all = Promise.all(senders);
    // Whoever fails before the end is heard of at the end.
    all.catch(() => undefined);
    await expect.poll(() => accepted.length, { timeout: 60_000 }).toBeGreaterThan(3);
    await postgres.pause();
    await expect.poll(() => refused.length, { timeout: 60_000 }).toBeGreaterThan(0);
    await postgres.resume();
    const then = accepted.length;
    await expect.poll(() => accepted.length, { timeout: 60_000 }).toBeGreaterThan(then);
    load.over = true;
    await all;

    expect(new Set(refused)).toEqual(new Set([503]));
    // Asked before as well: where nobody seals, no delivery is ever notified, and only that would be told.
    expect(deaths).toEqual([]);
    // What the worker had begun when the database went is its own for three minutes, and is repeated then.
    await advance("PT4M");
    for (const id of accepted) await api.inState(id, "notified");
    expect(deaths).toEqual([]);
  }
});

function running(): TestStack {
  if (stack === undefined) throw new Error("The stack did not start.");
  return stack;
}
