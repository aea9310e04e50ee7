// What is not committed 45 s after its request arrived is rolled back, so that expiry can overtake nobody (domain rules, "Clock").

import { AppError } from "@posthorn/domain";

const LATEST_SECONDS = 45;

/** Call last in the transaction, with the clock read in it. */
export function refuseLate(arrivedAt: Temporal.Instant, now: Temporal.Instant): void {
  if (now.since(arrivedAt).total("seconds") > LATEST_SECONDS) {
    throw new AppError("unavailable", "took_too_long", { retryAfterSeconds: 1 });
  }
}
