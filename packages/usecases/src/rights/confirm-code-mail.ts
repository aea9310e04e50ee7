// The code that a mail carries to who asked for his rights without an account: its digest stands before the mail leaves.

import { clockNow, type PersonErrandTable, type Selectable, transact } from "@posthorn/db";
import type { PersonErrandPorts } from "../account/run-person-errand.ts";
import type { Context } from "../context.ts";

/** Undefined where the mail has none, null where it would open nothing any more: used, expired, or its request is gone. */
export async function openRequestCode(
  ctx: Context,
  ports: Pick<PersonErrandPorts, "requestCode">,
  errand: Pick<Selectable<PersonErrandTable>, "kind" | "facts">,
): Promise<string | undefined | null> {
  if (errand.kind !== "rights_code" && errand.kind !== "rights_code_letter") return undefined;
  const requestId = errand.facts["code_for"] ?? "";
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const row = await trx
      .selectFrom("rights_request_code")
      .select(["expires_at", "used_at"])
      .where("request_id", "=", requestId)
      .executeTakeFirst();
    if (!row || row.used_at || Temporal.Instant.compare(now, row.expires_at) >= 0) return null;
    const { code, hash } = ports.requestCode(requestId, row.expires_at);
    await trx
      .updateTable("rights_request_code")
      .set({ code_hash: hash, sent_at: now })
      .where("request_id", "=", requestId)
      .execute();
    return code;
  });
}
