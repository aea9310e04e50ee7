// A letter of the desk, to be saved and posted: whichever of a request's, however much has happened since.

import { clockNow, transact } from "@posthorn/db";
import { AppError, mayAct, type RightsLetter } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { noteDeskAct } from "./desk-act.ts";

/**
 * Saved by an officer, a letter that wrote itself is owed no more. Errors: forbidden `staff_role_missing`; not_found `document_unknown`.
 */
export async function openLetter(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string; readonly eventId: number },
): Promise<RightsLetter> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const row = await trx
      .selectFrom("rights_request_event")
      .select(["id", "at", "words"])
      .where("id", "=", asked.eventId)
      .where("request_id", "=", asked.requestId)
      .where("event", "=", "letter")
      .executeTakeFirst();
    if (!row || row.words === null) throw new AppError("not_found", "document_unknown");
    await noteDeskAct(trx, reader, {
      requestId: asked.requestId,
      event: "letter_saved",
      at: await clockNow(trx),
    });
    if (mayAct(reader.staff.roles, "privacy_officer"))
      await trx
        .updateTable("rights_request")
        .set({ letter_owed_at: null })
        .where("id", "=", asked.requestId)
        .where("letter_owed_at", "<=", row.at)
        .execute();
    return JSON.parse(row.words) as RightsLetter;
  });
}
