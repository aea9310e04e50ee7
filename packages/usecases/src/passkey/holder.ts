// Whose passkeys: an account holder or a member of the provider's staff; each service sees its own kind.

import type { HolderKind, Scope, Transaction } from "@posthorn/db";
import type { Visitor } from "../record/log-use.ts";

export interface PasskeyHolder {
  readonly kind: HolderKind;
  readonly id: string;
}

/** Whose rows a transaction about his passkeys sees; staff are their service's own. */
export function scopeOf({ kind, id }: PasskeyHolder): Pick<Scope, "personId"> {
  return kind === "person" ? { personId: id } : {};
}

/** What every ceremony is told of who asks. */
export interface PasskeyVisit {
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
  /** Digest of the browser's device cookie: a challenge is answered only where it was asked. */
  readonly browserHash: string;
}

export interface KnownHolder {
  /** Null until the first passkey. */
  readonly handle: string | null;
  readonly name: string;
  readonly displayName: string;
}

/** Undefined for somebody unknown, and for staff who have left. */
export async function findHolder(
  trx: Transaction,
  { kind, id }: PasskeyHolder,
): Promise<KnownHolder | undefined> {
  const row =
    kind === "person"
      ? await trx
          .selectFrom("person")
          .select(["webauthn_handle", "email", "first_names", "family_name"])
          .where("id", "=", id)
          .executeTakeFirst()
      : await trx
          .selectFrom("staff")
          .select(["webauthn_handle", "email", "first_names", "family_name"])
          .where("id", "=", id)
          .where("left_at", "is", null)
          .executeTakeFirst();
  if (!row) return undefined;
  return {
    handle: row.webauthn_handle,
    name: row.email,
    displayName: `${row.first_names} ${row.family_name}`,
  };
}
