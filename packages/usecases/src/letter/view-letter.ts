// What the sender sees of the letter: whether one follows, what is wrong with its address, where it is, what it costs.

import { type DeliveryRow, snapshotOf, type Transaction } from "@posthorn/db";
import {
  type AddressProblem,
  type CarrierFacts,
  decide,
  lastPostingDay,
  lastPostingDayIfNotCollected,
} from "@posthorn/domain";
import type { EvidenceLine } from "../delivery/show-delivery.ts";
import { reservedCredits } from "../record/reserved-credits.ts";

export interface LetterView {
  /**
   * follows: if nobody collects; waits: to be printed, and can still be collected; released: it is being printed;
   * posted: the carrier has it, or had; called_off, failed: none was posted.
   */
  readonly stage: "follows" | "waits" | "released" | "posted" | "called_off" | "failed";
  /** By the end of this day it is posted, or fails; null while no window runs and once it was posted or failed. */
  readonly postedBy: Temporal.PlainDate | null;
  readonly postedAt: Temporal.Instant | null;
  readonly operator: string | null;
  /** The carrier's number of the item. */
  readonly item: string | null;
  /** What the carrier states, oldest first. */
  readonly statements: readonly (CarrierFacts & { readonly bookedAt: Temporal.Instant })[];
  readonly addressProblem: AddressProblem | null;
  /** Why none was posted: `own:called_off`, `own:not_postable`, `own:not_posted_in_time`; null otherwise. */
  readonly failure: string | null;
  /** It can be called off now. */
  readonly callOff: boolean;
  /** Credits reserved for it, also once consumed or given back. */
  readonly postage: number;
}

/** Null where no letter was ever to follow, or it was collected or refused instead. */
export async function viewLetter(
  trx: Transaction,
  row: DeliveryRow,
  evidence: readonly EvidenceLine[],
  now: Temporal.Instant,
): Promise<LetterView | null> {
  const stage = stageOf(row, evidence);
  if (stage === null) return null;
  const last = (type: string) => evidence.findLast((line) => line.type === type)?.facts;
  const relay = last("RelayToNonERDS")?.relay;
  return {
    stage,
    postedBy: postedBy(row, stage),
    postedAt: row.posted_at,
    operator: relay?.operator ?? null,
    item: relay?.item ?? null,
    statements: evidence.flatMap(({ type, facts, recordedAt }) =>
      type === "CarrierStatement" && facts.carrier ? [{ ...facts.carrier, bookedAt: recordedAt }] : [],
    ),
    addressProblem: problemOf(row, stage),
    failure: last("RelayToNonERDSFailure")?.reasons?.[0] ?? null,
    callOff: decide(snapshotOf(row), { kind: "call_off_letter", at: now }).kind === "done",
    postage: await reservedCredits(trx, row.id, "postage"),
  };
}

function stageOf(row: DeliveryRow, evidence: readonly EvidenceLine[]): LetterView["stage"] | null {
  switch (row.state) {
    case "to_print":
      return row.print_released_at === null ? "waits" : "released";
    case "printed":
      return "released";
    case "posted":
    case "post_delivered":
    case "post_returned":
    case "post_unknown":
      return "posted";
    case "post_failed":
      return evidence.some(({ facts }) => facts.reasons?.includes("own:called_off") === true)
        ? "called_off"
        : "failed";
    default:
      if (evidence.some(({ type }) => type === "LetterCalledOff")) return "called_off";
      return row.postal_fallback && row.final_at === null ? "follows" : null;
  }
}

function postedBy(row: DeliveryRow, stage: LetterView["stage"]): Temporal.PlainDate | null {
  if (stage === "follows")
    return row.collect_until === null ? null : lastPostingDayIfNotCollected(row.collect_until);
  const waits = stage === "waits" || stage === "released";
  return waits && row.first_to_print_at !== null ? lastPostingDay(row.first_to_print_at) : null;
}

/** Told while it can still be mended. */
function problemOf(row: DeliveryRow, stage: LetterView["stage"]): AddressProblem | null {
  if (stage !== "follows" && stage !== "waits") return null;
  return row.address_problem ?? (row.street === null ? "missing" : null);
}
