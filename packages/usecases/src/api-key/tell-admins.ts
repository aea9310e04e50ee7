// Tells the admins of an account by mail what was done to one of its API keys.

import type { Transaction } from "@posthorn/db";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import type { KeyAdmin } from "./key-admin.ts";

/** Also who acted himself: he learns of what somebody else does in his session. */
export async function tellAdmins(
  trx: Transaction,
  ctx: Context,
  admin: KeyAdmin,
  told: {
    readonly kind: "api_key_made" | "api_key_rotated" | "api_key_revoked";
    readonly key: string;
    /** Who answers for the key, where it is not the one who acts. */
    readonly answerable?: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const rows = await trx
    .selectFrom("member")
    .select("person_id")
    .where("account_id", "=", admin.accountId)
    .where("left_at", "is", null)
    .where((eb) => eb.or([eb("role", "=", "admin"), eb("person_id", "=", told.answerable ?? "")]))
    .execute();
  const facts = { key: told.key, by: admin.personName };
  for (const { person_id: personId } of rows)
    await owePersonErrand(trx, ctx, personId, told.kind, facts, told.at);
}
