// Shows anew, within a session, that its holder sits there: before an act that asks for it.

import { type Transaction, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { beginCeremony, type PasskeyQuestion } from "./ceremony.ts";
import { type PasskeyHolder, type PasskeyVisit, scopeOf } from "./holder.ts";
import { livingPasskeys } from "./living-passkeys.ts";
import type { PasskeyPorts } from "./ports.ts";
import { type PasskeyProofInput, provePasskey, type ProvenHolder } from "./prove-passkey.ts";

/** Errors: conflict `passkey_none` where the holder has none that counts; too_many `too_many_tries`. */
export async function beginPasskeyConfirmation(
  ctx: Context,
  ports: PasskeyPorts,
  input: PasskeyVisit & { readonly holder: PasskeyHolder },
): Promise<PasskeyQuestion> {
  await ports.tries.consume(`passkey:${input.visitor.ip}`);
  return transact(ctx.db, scopeOf(input.holder), async (trx) => {
    const living = await livingPasskeys(trx, input.holder);
    const usable = living.filter(({ suspected }) => !suspected);
    if (usable.length === 0) throw new AppError("conflict", "passkey_none");
    const { challenge, options } = await ports.passkeys.askForUse(usable);
    const ceremonyId = await beginCeremony(trx, ctx, {
      kind: "passkey_confirmation",
      holder: input.holder,
      browserHash: input.browserHash,
      challenge,
    });
    return { ceremonyId, options };
  });
}

/**
 * `then` notes in the session that its holder was there (`fresh_at`), in the transaction that books the use.
 * Errors: unauthenticated `passkey_refused`; too_many `too_many_tries`.
 */
export async function confirmWithPasskey<T>(
  ctx: Context,
  ports: PasskeyPorts,
  input: PasskeyProofInput & { readonly holder: PasskeyHolder },
  then: (trx: Transaction, proven: ProvenHolder) => Promise<T>,
): Promise<T> {
  await ports.tries.consume(`passkey:${input.visitor.ip}`);
  return provePasskey(ctx, ports, { ...input, kind: "passkey_confirmation" }, then);
}
