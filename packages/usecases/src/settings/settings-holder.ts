// Who may look at and change the settings of an account: its holder, or an admin of the company.

import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Visitor } from "../record/log-use.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

export type SettingsHolder = Pick<
  SessionMember,
  "accountId" | "memberId" | "personId" | "role" | "accountKind" | "accountStatus"
>;

export interface SettingsAct {
  readonly holder: SettingsHolder;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/** Throws forbidden `not_an_admin`; the one member of a private account is its admin. */
export function requireHolder(holder: Pick<SettingsHolder, "role">): void {
  requireAdminRole(holder);
}

/** As `requireHolder`; conflict `account_closed` once the account is restricted: nothing of it changes any more. */
export function requireChangeable(holder: SettingsHolder): void {
  requireHolder(holder);
  if (holder.accountStatus === "closed" || holder.accountStatus === "erased")
    throw new AppError("conflict", "account_closed");
}
