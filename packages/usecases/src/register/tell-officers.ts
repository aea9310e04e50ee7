// Tells the privacy officers by mail of each breach that was entered, above all of those that opened by themselves.

import { clockNow, sql, transact } from "@posthorn/db";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";

/** Idempotent: an entry is told of once, to all who are privacy officers then. Returns how many entries were told of. */
export async function tellOfficers(ctx: Context): Promise<number> {
  return transact(ctx.db, {}, async (trx) => {
    const breaches = await trx
      .selectFrom("breach")
      .select(["id", "number", "noticed_at"])
      .where("officers_told_at", "is", null)
      .orderBy("opened_at")
      .limit(20)
      .forUpdate()
      .skipLocked()
      .execute();
    if (breaches.length === 0) return 0;
    const officers = await trx
      .selectFrom("staff")
      .select(["email", "family_name", "first_names", "language"])
      .where("left_at", "is", null)
      .where(sql<boolean>`'privacy_officer' = ANY (roles)`)
      .orderBy("id")
      .execute();
    // Nobody is there to be told: it waits for the first who is.
    if (officers.length === 0) return 0;
    const at = await clockNow(trx);
    for (const breach of breaches) {
      for (const officer of officers) {
        const id = ctx.newId("per", at);
        await trx
          .insertInto("person_errand")
          .values({
            id,
            person_id: null,
            to_email: officer.email,
            to_name: `${officer.first_names} ${officer.family_name}`,
            to_language: officer.language,
            kind: "breach_opened",
            facts: JSON.stringify({ breach: String(breach.number), noticed: breach.noticed_at.toString() }),
            created_at: at,
            next_attempt_at: at,
          })
          .execute();
        await enqueue(trx, "run-person-errand", { errandId: id });
      }
      await trx.updateTable("breach").set({ officers_told_at: at }).where("id", "=", breach.id).execute();
    }
    return breaches.length;
  });
}
