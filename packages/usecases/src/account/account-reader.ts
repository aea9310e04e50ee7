// Who reads what an account has sent: one of its members, who sees what his teams let him, or a program of it.

import type { Scope } from "@posthorn/db";

export interface AccountReader {
  readonly accountId: string;
  /** Absent for a program of the account. */
  readonly memberId?: string;
}

/** Account and membership alone, whatever else is known of him. */
export function scopeOf({ accountId, memberId }: AccountReader): Scope {
  return memberId === undefined ? { accountId } : { accountId, memberId };
}
