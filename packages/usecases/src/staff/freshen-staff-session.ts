// A passkey was shown again: the session is fresh from now, under a new token.

import { clockNow, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import type { Visitor } from "../record/log-use.ts";
import type { StaffMember } from "./load-staff-session.ts";
import { logStaffAct } from "./log-staff-act.ts";

/** In the transaction that judged the passkey. Errors: unauthenticated `session_missing` where it has ended in between. */
export async function freshenStaffSession(
  trx: Transaction,
  tokens: SessionTokens,
  asked: {
    readonly staff: Pick<StaffMember, "staffId" | "sessionId" | "tokenHash">;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<{ readonly token: string }> {
  const { staff, visitor, arrivedAt } = asked;
  const { token, hash } = tokens.newToken();
  const freshened = await trx
    .updateTable("staff_session")
    .set({ token_hash: hash, fresh_at: arrivedAt, last_used_at: await clockNow(trx) })
    .where("token_hash", "=", staff.tokenHash)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (freshened.numUpdatedRows === 0n) throw new AppError("unauthenticated", "session_missing");
  await logStaffAct(trx, {
    act: "confirmed",
    at: arrivedAt,
    visitor,
    staffId: staff.staffId,
    subject: staff.sessionId,
  });
  return { token };
}
