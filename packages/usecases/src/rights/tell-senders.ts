// Tells the senders of the chosen letters that their addressee asks: they are controllers of what they entrusted, and decide (GDPR art. 28(3)(e)).

import { clockNow, sql, transact } from "@posthorn/db";
import { AppError, concernsSenders, type Language, senderDecidesBy } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweMailTo } from "../mailed-link/owe-link.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { lockRequest, noteDeskAct } from "./desk-act.ts";
import { requirePerson } from "./require-person.ts";

/**
 * Each once: who was told before keeps his term. Whose account is closed is not told, and not waited for. Returns how many are told now. Errors: forbidden `staff_role_missing`, `staff_not_fresh`;
 * not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_no_senders`,
 * `rights_person_not_chosen`.
 */
export async function tellSenders(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string },
): Promise<number> {
  requireFreshOfficer(reader, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["open"]);
    await requirePerson(trx, row);
    const now = await clockNow(trx);
    const { rows: senders } = await sql<{
      account_id: string;
      name: string;
      email: string;
      language: Language;
      delivery_ids: string[];
    }>`
      SELECT s.* FROM rights_senders(${row.id}) s
      WHERE NOT s.gone AND NOT EXISTS (SELECT FROM rights_request_sender t WHERE t.request_id = ${row.id} AND t.account_id = s.account_id)`.execute(
      trx,
    );
    if (senders.length === 0 || row.due_on === null || !concernsSenders(row.kind))
      throw new AppError("conflict", "rights_no_senders");
    const decideBy = senderDecidesBy(now, row.due_on);
    await trx
      .insertInto("rights_request_sender")
      .values(
        senders.map(({ account_id, delivery_ids }) => ({
          request_id: row.id,
          account_id,
          delivery_ids,
          told_at: now,
          decide_by: decideBy,
        })),
      )
      .execute();
    for (const { name, email, language } of senders)
      await oweMailTo(trx, ctx, {
        kind: "rights_asked_of_sender",
        to: { email, name, language },
        facts: { request: String(row.number), right: row.kind, decide_by: decideBy.toString() },
        at: now,
      });
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: "senders_told",
      at: now,
      words: String(senders.length),
    });
    return senders.length;
  });
}
