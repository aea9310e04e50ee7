// A hold as it stands while one of the desk acts upon it: locked, and in a state that the act needs.

import { type LegalHoldTable, type Selectable, sql, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

export type HoldRow = Selectable<LegalHoldTable>;

/** Of two officers the second waits here for the first. Errors: not_found `hold_unknown`; conflict `hold_decided`. */
export async function lockAsked(trx: Transaction, holdId: string): Promise<HoldRow> {
  const row = await lockHold(trx, holdId);
  if (row.state !== "asked") throw new AppError("conflict", "hold_decided");
  return row;
}

/** One that holds today, with its end. Errors: not_found `hold_unknown`; conflict `hold_not_placed`, `hold_over`: its end has come. */
export async function lockPlaced(
  trx: Transaction,
  holdId: string,
): Promise<HoldRow & { readonly ends_on: Temporal.PlainDate }> {
  const row = await lockHold(trx, holdId);
  if (row.state === "ended") throw new AppError("conflict", "hold_over");
  if (row.state !== "placed" || row.ends_on === null) throw new AppError("conflict", "hold_not_placed");
  if (Temporal.PlainDate.compare(row.ends_on, await readToday(trx)) < 0)
    throw new AppError("conflict", "hold_over");
  return { ...row, ends_on: row.ends_on };
}

async function lockHold(trx: Transaction, holdId: string): Promise<HoldRow> {
  const row = await trx
    .selectFrom("legal_hold")
    .selectAll()
    .where("id", "=", holdId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "hold_unknown");
  return row;
}

/** The day in Brussels, by the database's clock: by it the rows are erased. */
export async function readToday(trx: Transaction): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ day: Temporal.PlainDate }>`SELECT retention.today() AS day`.execute(trx);
  const day = rows[0]?.day;
  if (!day) throw new AppError("internal", "clock_silent");
  return day;
}
