// What an addressee is told of the letter that comes instead: by when it is posted, and where to ask once it is.

import type { DeliveryRow, Transaction } from "@posthorn/db";
import { lastPostingDay, lastPostingDayIfNotCollected } from "@posthorn/domain";
import { factsOf } from "../record/facts-of.ts";
import { problemOfRow } from "./address-problem.ts";

export interface LetterForAddressee {
  /** By the end of this day it is posted; null while no window runs, and once it was posted. */
  readonly postedBy: Temporal.PlainDate | null;
  readonly postedAt: Temporal.Instant | null;
  /** None can go out before the sender gives an address that a letter can go to. */
  readonly addressWanted: boolean;
  /** The carrier, as the public knows him, once he has it. */
  readonly operator: string | null;
  /** His number of the item. */
  readonly item: string | null;
}

/** Null where none follows, or the delivery ended without one. */
export async function letterForAddressee(
  trx: Transaction,
  row: DeliveryRow,
): Promise<LetterForAddressee | null> {
  if (!row.postal_fallback) return null;
  if (row.posted_at !== null) {
    const [posted] = await factsOf(trx, row.id, "RelayToNonERDS");
    return {
      postedBy: null,
      postedAt: row.posted_at,
      addressWanted: false,
      operator: posted?.relay?.operator ?? null,
      item: posted?.relay?.item ?? null,
    };
  }
  if (row.final_at !== null) return null;
  const addressWanted = row.print_released_at === null && problemOfRow(row) !== null;
  return { postedBy: postedBy(row), postedAt: null, addressWanted, operator: null, item: null };
}

function postedBy(row: DeliveryRow): Temporal.PlainDate | null {
  if (row.first_to_print_at !== null) return lastPostingDay(row.first_to_print_at);
  return row.collect_until && lastPostingDayIfNotCollected(row.collect_until);
}
