// One pass over all accounts that close or are closed: each step idempotent, in small transactions of its own.

import type { Context } from "../context.ts";
import { callOffLetters } from "./call-off-letters.ts";
import { closeFinished } from "./close-finished.ts";
import { remindOfErasure } from "./remind-of-erasure.ts";

export interface ClosingRun {
  readonly calledOff: number;
  readonly closed: number;
  readonly reminded: number;
}

export async function runClosing(ctx: Context): Promise<ClosingRun> {
  return {
    calledOff: await callOffLetters(ctx),
    closed: await closeFinished(ctx),
    reminded: await remindOfErasure(ctx),
  };
}
