// Reminds senders who have not decided about a request, once, three days before their term ends.

import { sql, type Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweMailTo } from "../mailed-link/owe-link.ts";

/** In the worker's transaction; a hundred at most. Who was told the same day is not reminded. Returns how many. */
export async function remindSenders(trx: Transaction, ctx: Context, at: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{
    number: number;
    kind: string;
    decide_by: Temporal.PlainDate;
    name: string;
    email: string;
    language: Language;
  }>`SELECT * FROM remind_senders(${at})`.execute(trx);
  for (const { number, kind, decide_by, name, email, language } of rows)
    await oweMailTo(trx, ctx, {
      kind: "rights_sender_reminded",
      to: { email, name, language },
      facts: { request: String(number), right: kind, decide_by: decide_by.toString() },
      at,
    });
  return rows.length;
}
