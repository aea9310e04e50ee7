// The operator ends every session of an account holder, who says on the telephone, say, that somebody else sits in his account.

import { clockNow, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse } from "../record/log-use.ts";

/** The operator acts on the machine: he comes from nowhere and has no browser. */
const AT_THE_MACHINE = { ip: "", userAgent: "", language: "" };

/**
 * As the owner role; no service can. His means of sign-in stay as they are. Returns how many sessions ended.
 * Errors: not_found `person_unknown`.
 */
export async function endSessionsOf(ctx: Pick<Context, "db" | "service">, email: string): Promise<number> {
  return transact(ctx.db, {}, async (trx) => {
    const at = await clockNow(trx);
    const person = await trx
      .selectFrom("person")
      .select("id")
      .where((eb) => eb(eb.fn("lower", ["email"]), "=", email.trim().toLowerCase()))
      .executeTakeFirst();
    if (!person) throw new AppError("not_found", "person_unknown");
    const { numUpdatedRows } = await trx
      .updateTable("session")
      .set({ ended_at: at, ended_because: "revoked" })
      .where("person_id", "=", person.id)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    await logUse(trx, ctx, {
      act: "sessions_ended_by_operator",
      at,
      visitor: AT_THE_MACHINE,
      personId: person.id,
    });
    return Number(numUpdatedRows);
  });
}
