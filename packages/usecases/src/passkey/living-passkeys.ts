// The passkeys that a holder has and has not removed.

import type { Transaction } from "@posthorn/db";
import type { PasskeyHolder } from "./holder.ts";

export interface LivingPasskey {
  readonly id: string;
  readonly credentialId: string;
  readonly transports: readonly string[];
  readonly suspected: boolean;
}

/** Oldest first; `lock` holds them against changes until the transaction ends. */
export async function livingPasskeys(
  trx: Transaction,
  holder: PasskeyHolder,
  lock: "lock" | "read" = "read",
): Promise<readonly LivingPasskey[]> {
  const query = trx
    .selectFrom("passkey")
    .select(["id", "credential_id", "transports", "suspected_at"])
    .where("holder_kind", "=", holder.kind)
    .where("holder_id", "=", holder.id)
    .where("removed_at", "is", null)
    .orderBy("id");
  const rows = await (lock === "lock" ? query.forUpdate() : query).execute();
  return rows.map((row) => ({
    id: row.id,
    credentialId: row.credential_id,
    transports: row.transports,
    suspected: row.suspected_at !== null,
  }));
}
