// Asks again until the answer is there: what a person does who looks into a mailbox or reloads a page.

import { setTimeout as pause } from "node:timers/promises";

const EVERY_MS = 50;
// Usually a second is enough; a machine that does ten other things at once needs its time.
const PATIENCE_MS = 60_000;

/** The first answer that is not undefined. Throws with `what` when none comes in time. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  withinMs = PATIENCE_MS,
): Promise<T> {
  const giveUp = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUp)
      throw new Error(`Waited ${Math.round(withinMs / 1000)} s for ${what}, in vain.`);
    await pause(EVERY_MS);
  }
}
