// How many checks may be under way at once: what one of them holds in memory is bounded, so all of them are.

import { AppError } from "@posthorn/domain";

export interface CheckGate {
  /** Throws AppError unavailable `verify_busy` where all places are taken. */
  enter<T>(act: () => Promise<T>): Promise<T>;
}

const COME_BACK_SECONDS = 10;

export function createCheckGate(atOnce: number): CheckGate {
  let inside = 0;
  return {
    async enter(act) {
      if (inside >= atOnce)
        throw new AppError("unavailable", "verify_busy", {
          detail: "too many checks are under way",
          retryAfterSeconds: COME_BACK_SECONDS,
        });
      inside += 1;
      try {
        return await act();
      } finally {
        inside -= 1;
      }
    },
  };
}
