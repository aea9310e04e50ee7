// Binds keys, content inspection and clock to what the verbs and the routes ask for.

import { cleanFileName, guardUpload, uniqueFileNames } from "@posthorn/content";
import { AppError, MESSAGE_TEXT_NAME } from "@posthorn/domain";
import { parseApiKey, sameHash } from "@posthorn/identity";
import { type ArrivalClock, StaleClockError } from "@posthorn/runtime";
import type { ApiKeyPort, UploadInspection } from "@posthorn/usecases";

export const apiKeyPort: ApiKeyPort = { parse: parseApiKey, same: sameHash };

export const inspectionPort: UploadInspection = {
  nameFor: (typed, taken) =>
    uniqueFileNames([cleanFileName(typed)], [MESSAGE_TEXT_NAME, ...taken])[0] ?? cleanFileName(typed),
  guard: (name, source) => guardUpload(name, source),
};

/** To the millisecond, downwards: the same in the database's columns and in the records. */
export function arrivalOf(clock: ArrivalClock): () => Temporal.Instant {
  return () => {
    try {
      return clock.now().round({ smallestUnit: "millisecond", roundingMode: "floor" });
    } catch (error) {
      if (!(error instanceof StaleClockError)) throw error;
      throw new AppError("unavailable", error.code, {
        cause: error,
        retryAfterSeconds: error.retryAfterSeconds,
      });
    }
  };
}
