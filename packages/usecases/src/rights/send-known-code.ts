// Who asked by letter shows who he is by a code to the address that is known of him: the desk has it sent, and it is typed on the portal.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, brusselsDay, emailKey } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweMailedLink } from "../mailed-link/owe-link.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { FOLLOW_MONTHS } from "./confirm-request.ts";
import { lockRequest, noteDeskAct } from "./desk-act.ts";
import { findChosen } from "./describe-deliveries.ts";
import { nameOf } from "./owe-letter.ts";

/** He did not sit at the page when he asked. */
const KNOWN_CODE_DAYS = 14;

/**
 * The address is one of those of whom the officer has chosen, never one that the letter names alone; answers go there from then on. An
 * earlier code ends. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found `rights_request_unknown`; conflict
 * `rights_request_state`, `rights_address_unknown`.
 */
export async function sendKnownCode(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string; readonly email: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["identity"]);
    if (row.identity !== "open" && row.identity !== "failed")
      throw new AppError("conflict", "rights_request_state");
    const known = await knownAddresses(trx, row.id);
    const email = known.find((each) => emailKey(each) === emailKey(asked.email));
    if (email === undefined) throw new AppError("conflict", "rights_address_unknown");
    const now = await clockNow(trx);
    const expires_at = now.add({ hours: 24 * KNOWN_CODE_DAYS });
    await trx
      .insertInto("rights_request_code")
      .values({ request_id: row.id, expires_at })
      .onConflict((held) =>
        held
          .column("request_id")
          .doUpdateSet({ expires_at, code_hash: null, sent_at: null, attempts: 0, used_at: null }),
      )
      .execute();
    await trx
      .updateTable("rights_request")
      .set({ email, identity: "open", by_code: true, identity_asked_at: now, identity_reminded_at: null })
      .where("id", "=", row.id)
      .execute();
    await oweMailedLink(trx, ctx, {
      kind: "rights_code_letter",
      purpose: "rights",
      subjectId: row.id,
      to: { email, name: nameOf(row), language: row.language },
      facts: {
        code_for: row.id,
        request: String(row.number),
        right: row.kind,
        until: brusselsDay(expires_at).subtract({ days: 1 }).toString(),
      },
      at: now,
      expiresAt: now.toZonedDateTimeISO("Europe/Brussels").add({ months: FOLLOW_MONTHS }).toInstant(),
    });
    await noteDeskAct(trx, reader, { requestId: row.id, event: "code_sent", at: now });
  });
}

/** At which whom the officer has chosen is known to us: of his account, and of the letters; each once. */
export async function knownAddresses(trx: Transaction, requestId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string | null }>`
    SELECT rights_export_person(${requestId}) -> 'person' ->> 'email' AS email`.execute(trx);
  const all = [...rows, ...(await findChosen(trx, requestId))].flatMap(({ email }) =>
    email === null || email === "" ? [] : [email],
  );
  return [...new Map(all.map((email) => [emailKey(email), email])).values()];
}
