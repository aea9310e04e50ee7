// Keeps the passkey that an authenticator made for its holder, logs it, and tells an account holder by mail.

import { clockNow, isUniqueViolation, type Transaction, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { Context } from "../context.ts";
import { PASSKEYS_AT_MOST } from "./begin-registration.ts";
import { consumeCeremony } from "./ceremony.ts";
import { findHolder, type PasskeyHolder, type PasskeyVisit, scopeOf } from "./holder.ts";
import { livingPasskeys } from "./living-passkeys.ts";
import { logPasskeyAct } from "./log-passkey-act.ts";
import { defaultPasskeyName, parsePasskeyName } from "./name-passkey.ts";
import type { PasskeyPorts } from "./ports.ts";

export interface AddedPasskey {
  readonly id: string;
  readonly name: string;
}

/**
 * `alongside` runs in the transaction that keeps the passkey; what it throws keeps nothing.
 * Errors: unauthenticated `passkey_refused`, whatever was wrong with the answer or its ceremony; bad_request
 * `passkey_name_invalid` (the ceremony stays open: it is judged first); conflict `passkeys_too_many`; not_found `holder_unknown`.
 */
export async function finishPasskeyRegistration(
  ctx: Context,
  ports: Pick<PasskeyPorts, "passkeys">,
  input: PasskeyVisit & {
    readonly holder: PasskeyHolder;
    readonly ceremonyId: string;
    /** What the browser sent, parsed JSON of whatever form. */
    readonly answer: unknown;
    /** As typed; empty for the default from the user agent. */
    readonly name: string;
  },
  alongside: (trx: Transaction, added: AddedPasskey) => Promise<void> = async () => undefined,
): Promise<AddedPasskey> {
  const { holder, visitor } = input;
  const name =
    input.name.trim() === "" ? defaultPasskeyName(visitor.userAgent) : parsePasskeyName(input.name);
  const challenge = await consumeCeremony(ctx, { ...input, kind: "passkey_registration" });
  const made = await ports.passkeys.verifyNew(input.answer, challenge);
  return transact(ctx.db, scopeOf(holder), async (trx) => {
    const now = await clockNow(trx);
    if (!(await findHolder(trx, holder))) throw new AppError("not_found", "holder_unknown");
    if ((await livingPasskeys(trx, holder)).length >= PASSKEYS_AT_MOST)
      throw new AppError("conflict", "passkeys_too_many");
    const added = { id: ctx.newId("pky", now), name };
    await trx
      .insertInto("passkey")
      .values({
        id: added.id,
        holder_kind: holder.kind,
        holder_id: holder.id,
        credential_id: made.credentialId,
        public_key: Buffer.from(made.publicKey),
        sign_count: made.signCount,
        transports: [...made.transports],
        backed_up: made.backedUp,
        name,
        created_at: now,
        last_used_at: null,
        suspected_at: null,
        removed_at: null,
      })
      .execute()
      .catch(refuseKnown);
    const done = { kind: holder.kind, holderId: holder.id, passkeyId: added.id, visitor };
    await logPasskeyAct(trx, ctx, "passkey_added", { ...done, at: input.arrivedAt });
    if (holder.kind === "person") {
      const { browser, os } = readUserAgent(visitor.userAgent);
      await owePersonErrand(trx, ctx, holder.id, "passkey_added", { name, browser, os }, now);
    }
    await alongside(trx, added);
    return added;
  });
}

function refuseKnown(error: unknown): never {
  if (isUniqueViolation(error)) throw new AppError("unauthenticated", "passkey_refused", { cause: error });
  throw error;
}
