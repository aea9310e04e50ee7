// The shapes in which every verb of the lifecycle answers.

import type {
  CommandOf,
  CreditAct,
  Decision,
  DeliveryCommand,
  FollowUp,
  RecordToWrite,
  RefusalReason,
  TimerKind,
  TimerToSet,
} from "./command.ts";
import type { DeliverySnapshot, DeliveryStateName, Instant } from "./state.ts";

/** How the verb of one command looks. */
export type Decide<K extends DeliveryCommand["kind"]> = (
  snapshot: DeliverySnapshot,
  command: CommandOf<K>,
) => Decision;

export interface DoneParts {
  readonly records?: readonly RecordToWrite[];
  readonly set?: readonly TimerToSet[];
  readonly clear?: readonly TimerKind[] | "all";
  readonly credits?: readonly CreditAct[];
  readonly followUps?: readonly FollowUp[];
}

export function done(next: DeliverySnapshot, parts: DoneParts): Decision {
  const { records = [], set = [], clear = [], credits = [], followUps = [] } = parts;
  return { kind: "done", next, records, set, clear, credits, followUps };
}

export function nothing(log: string): Decision {
  return { kind: "nothing", log };
}

export function refuse(snapshot: DeliverySnapshot, reason: RefusalReason): Decision {
  return { kind: "refused", reason, state: snapshot.state };
}

/** Ends the delivery: no timer survives, and the last record closes the chain unless content has still to be consigned. */
export function end(
  snapshot: DeliverySnapshot,
  state: DeliveryStateName,
  at: Instant,
  parts: Pick<DoneParts, "records" | "credits">,
): Decision {
  const records = parts.records ?? [];
  const closing = state === "collected" ? records : closeLast(records);
  const ended: DoneParts = {
    records: closing,
    clear: "all",
    credits: parts.credits ?? [],
    followUps: ["tell_sender_final"],
  };
  return done({ ...snapshot, state, finalAt: at }, ended);
}

function closeLast(records: readonly RecordToWrite[]): readonly RecordToWrite[] {
  return records.map((record, index) =>
    index === records.length - 1 ? { ...record, closes: true } : record,
  );
}

/** Postage is reserved with the fallback and given back when no letter is posted. */
export function postageBack(snapshot: DeliverySnapshot): readonly CreditAct[] {
  return snapshot.postalFallback ? ["release_postage"] : [];
}
