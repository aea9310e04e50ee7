// Begins adding a passkey: what the holder's browser is to ask its authenticator.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { beginCeremony, type PasskeyQuestion } from "./ceremony.ts";
import { findHolder, type PasskeyHolder, type PasskeyVisit, scopeOf } from "./holder.ts";
import { livingPasskeys } from "./living-passkeys.ts";
import type { PasskeyPorts } from "./ports.ts";

/** More than anybody has devices for. */
export const PASSKEYS_AT_MOST = 20;

/**
 * The caller has made sure who asks, and lately. Errors: not_found `holder_unknown`; conflict `passkeys_too_many`;
 * too_many `too_many_tries`.
 */
export async function beginPasskeyRegistration(
  ctx: Context,
  ports: PasskeyPorts,
  input: PasskeyVisit & { readonly holder: PasskeyHolder },
): Promise<PasskeyQuestion> {
  const { holder } = input;
  await ports.tries.consume(`passkey:${input.visitor.ip}`);
  return transact(ctx.db, scopeOf(holder), async (trx) => {
    const known = await findHolder(trx, holder);
    if (!known) throw new AppError("not_found", "holder_unknown");
    const living = await livingPasskeys(trx, holder);
    if (living.length >= PASSKEYS_AT_MOST) throw new AppError("conflict", "passkeys_too_many");
    const handle = known.handle ?? (await giveHandle(ports));
    // A suspected one is not excluded: the same authenticator may make the one that takes its place.
    const { challenge, options } = await ports.passkeys.askForNew(
      { ...known, handle },
      living.filter(({ suspected }) => !suspected),
    );
    const ceremony = {
      kind: "passkey_registration",
      holder,
      browserHash: input.browserHash,
      challenge,
    } as const;
    return { ceremonyId: await beginCeremony(trx, ctx, ceremony), options };

    async function giveHandle({ passkeys }: PasskeyPorts): Promise<string> {
      const fresh = passkeys.newHandle();
      // Two tabs at once: the first one's handle stands for both.
      await trx
        .updateTable("person")
        .set({ webauthn_handle: fresh })
        .where("id", "=", holder.id)
        .where("webauthn_handle", "is", null)
        .execute();
      return (await findHolder(trx, holder))?.handle ?? fresh;
    }
  });
}
