// Signs the staff in, and confirms within a session, by passkey and by nothing else.

import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { confirmWithPasskey } from "../passkey/confirm-with-passkey.ts";
import type { PasskeyPorts } from "../passkey/ports.ts";
import type { PasskeyProofInput } from "../passkey/prove-passkey.ts";
import { finishPasskeySignIn } from "../passkey/sign-in-with-passkey.ts";
import { freshenStaffSession } from "./freshen-staff-session.ts";
import type { StaffMember } from "./load-staff-session.ts";
import { openStaffSession } from "./open-staff-session.ts";

/** Errors: unauthenticated `passkey_refused`, one answer for all that may be wrong; too_many `too_many_tries`. */
export async function signInStaff(
  ctx: Context,
  ports: PasskeyPorts & { readonly tokens: SessionTokens },
  input: PasskeyProofInput & {
    /** Of the session the browser came with. */
    readonly previousTokenHash?: string;
  },
): Promise<{ readonly token: string }> {
  const { visitor, arrivedAt, browserHash, previousTokenHash } = input;
  return finishPasskeySignIn(ctx, ports, { ...input, holderKind: "staff" }, (trx, { holderId }) =>
    openStaffSession(trx, ctx, ports.tokens, {
      staffId: holderId,
      visitor,
      arrivedAt,
      deviceHash: browserHash,
      ...(previousTokenHash === undefined ? {} : { previousTokenHash }),
    }),
  );
}

/** The session goes on under the token that comes back. Errors: as `signInStaff`; unauthenticated `session_missing`. */
export async function confirmStaff(
  ctx: Context,
  ports: PasskeyPorts & { readonly tokens: SessionTokens },
  input: PasskeyProofInput & { readonly staff: StaffMember },
): Promise<{ readonly token: string }> {
  const { staff, visitor, arrivedAt } = input;
  const holder = { kind: "staff", id: staff.staffId } as const;
  return confirmWithPasskey(ctx, ports, { ...input, holder }, (trx) =>
    freshenStaffSession(trx, ports.tokens, { staff, visitor, arrivedAt }),
  );
}
