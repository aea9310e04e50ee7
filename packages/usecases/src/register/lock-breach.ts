// A breach as it stands while an officer acts on it: locked, and still open.

import type { BreachTable, Selectable, Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

/** Errors: not_found `breach_unknown`; conflict `breach_closed`. */
export async function lockBreach(trx: Transaction, id: string): Promise<Selectable<BreachTable>> {
  const row = await trx.selectFrom("breach").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new AppError("not_found", "breach_unknown");
  if (row.closed_at !== null) throw new AppError("conflict", "breach_closed");
  return row;
}
