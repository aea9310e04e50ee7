// The next number of a range, in the caller's transaction: given back only where that does not commit, never used twice.

import { sql, type Transaction } from "@posthorn/db";
import type { NumberRange } from "./ports.ts";

/** Null where the range is used up. Waits for whoever is taking one. */
export async function takeNumber(trx: Transaction, range: NumberRange): Promise<string | null> {
  for (;;) {
    const { rows } = await sql<{
      serial: number;
    }>`INSERT INTO barcode_range (name, next_serial) VALUES (${range.name}, ${range.first + 1})
      ON CONFLICT (name) DO UPDATE SET next_serial = greatest(barcode_range.next_serial, ${range.first}) + 1
        WHERE barcode_range.next_serial <= ${range.last}
      RETURNING next_serial - 1 AS serial`.execute(trx);
    const serial = rows[0]?.serial;
    if (serial === undefined) return null;
    const barcode = range.numberOf(serial);
    // Somebody else's numbers, or an earlier range under another name.
    const taken = await trx
      .selectFrom("print_job")
      .select("id")
      .where("barcode", "=", barcode)
      .executeTakeFirst();
    if (!taken) return barcode;
  }
}
