// Registers the first passkey of one of the staff by the operator's one-time address, which is used up with it.

import { clockNow } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { beginPasskeyRegistration } from "../passkey/begin-registration.ts";
import type { PasskeyQuestion } from "../passkey/ceremony.ts";
import { finishPasskeyRegistration } from "../passkey/finish-registration.ts";
import type { PasskeyVisit } from "../passkey/holder.ts";
import type { PasskeyPorts } from "../passkey/ports.ts";
import { logStaffAct } from "./log-staff-act.ts";
import { viewInvitation } from "./view-invitation.ts";

/** Errors: not_found `invitation_unknown`; too_many `too_many_tries`. */
export async function beginEnrolment(
  ctx: Context,
  ports: PasskeyPorts,
  input: PasskeyVisit & { readonly tokenHash: string },
): Promise<PasskeyQuestion> {
  const { staffId } = await viewInvitation(ctx, input.tokenHash);
  return beginPasskeyRegistration(ctx, ports, { ...input, holder: { kind: "staff", id: staffId } });
}

/**
 * Opens no session: the new passkey is tried by signing in with it. Of two registrations by one address at the same instant one
 * stands. Errors: not_found `invitation_unknown`; unauthenticated `passkey_refused`; bad_request `passkey_name_invalid`.
 */
export async function finishEnrolment(
  ctx: Context,
  ports: Pick<PasskeyPorts, "passkeys">,
  input: PasskeyVisit & {
    readonly tokenHash: string;
    readonly ceremonyId: string;
    readonly answer: unknown;
    readonly name: string;
  },
): Promise<void> {
  const { tokenHash, visitor, arrivedAt } = input;
  const { staffId } = await viewInvitation(ctx, tokenHash);
  await finishPasskeyRegistration(
    ctx,
    ports,
    { ...input, holder: { kind: "staff", id: staffId } },
    async (trx, added) => {
      const now = await clockNow(trx);
      const used = await trx
        .updateTable("staff_invitation")
        .set({ used_at: now })
        .where("token_hash", "=", tokenHash)
        .where("used_at", "is", null)
        .where("expires_at", ">", now)
        .executeTakeFirst();
      if (used.numUpdatedRows === 0n) throw new AppError("not_found", "invitation_unknown");
      await logStaffAct(trx, { act: "enrolled", at: arrivedAt, visitor, staffId, subject: added.id });
    },
  );
}
