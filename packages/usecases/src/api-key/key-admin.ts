// Who may make, rotate, revoke and take over API keys: an admin who could send himself.

import type { Transaction } from "@posthorn/db";
import { type AuthenticationFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { loadSender } from "../message/load-sender.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

export interface KeyAdmin {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: "admin" | "user";
  readonly authentication: AuthenticationFacts;
}

/** Whoever answers for a key could send himself. Errors, all forbidden: `not_an_admin` and those of `loadSender`. */
export async function requireKeyAdmin(
  trx: Transaction,
  ctx: Context,
  admin: KeyAdmin,
  at: Temporal.Instant,
): Promise<void> {
  requireAdminRole(admin);
  await loadSender(trx, ctx, admin, at);
}
