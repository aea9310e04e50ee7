// The passkeys of a holder, for the page on which they are kept.

import { transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { type PasskeyHolder, scopeOf } from "./holder.ts";

export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Temporal.Instant;
  /** Null until its first use. */
  readonly lastUsedAt: Temporal.Instant | null;
  /** Kept by the maker of the device or a password manager too. */
  readonly backedUp: boolean;
  /** Set once a copy of it may be in use: it opens nothing any more. */
  readonly suspectedAt: Temporal.Instant | null;
}

/** Oldest first; removed ones are not told. */
export async function listPasskeys(ctx: Context, holder: PasskeyHolder): Promise<readonly ListedPasskey[]> {
  const rows = await transact(ctx.db, scopeOf(holder), (trx) =>
    trx
      .selectFrom("passkey")
      .select(["id", "name", "created_at", "last_used_at", "backed_up", "suspected_at"])
      .where("holder_kind", "=", holder.kind)
      .where("holder_id", "=", holder.id)
      .where("removed_at", "is", null)
      .orderBy("id")
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    backedUp: row.backed_up,
    suspectedAt: row.suspected_at,
  }));
}
