// Signs in by passkey: no address is asked, the authenticator says who it is, and nothing tells who has passkeys.

import { type HolderKind, type Transaction, transact } from "@posthorn/db";
import { openSession, type SignedIn } from "../account/open-session.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { beginCeremony, type PasskeyQuestion } from "./ceremony.ts";
import type { PasskeyVisit } from "./holder.ts";
import type { PasskeyPorts } from "./ports.ts";
import { type PasskeyProofInput, provePasskey, type ProvenHolder } from "./prove-passkey.ts";

/** Errors: too_many `too_many_tries`. */
export async function beginPasskeySignIn(
  ctx: Context,
  ports: PasskeyPorts,
  input: PasskeyVisit & { readonly holderKind: HolderKind },
): Promise<PasskeyQuestion> {
  await ports.tries.consume(`passkey:${input.visitor.ip}`);
  const { challenge, options } = await ports.passkeys.askForUse([]);
  const ceremonyId = await transact(ctx.db, {}, (trx) =>
    beginCeremony(trx, ctx, {
      kind: "passkey_sign_in",
      holder: { kind: input.holderKind },
      browserHash: input.browserHash,
      challenge,
    }),
  );
  return { ceremonyId, options };
}

/**
 * `then` opens the session, in the transaction that books the use.
 * Errors: unauthenticated `passkey_refused`, one answer for all that may be wrong; too_many `too_many_tries`.
 */
export async function finishPasskeySignIn<T>(
  ctx: Context,
  ports: PasskeyPorts,
  input: PasskeyProofInput & { readonly holderKind: HolderKind },
  then: (trx: Transaction, proven: ProvenHolder) => Promise<T>,
): Promise<T> {
  await ports.tries.consume(`passkey:${input.visitor.ip}`);
  const holder = { kind: input.holderKind };
  return provePasskey(ctx, ports, { ...input, kind: "passkey_sign_in", holder }, then);
}

/** For account holders. Errors: as `finishPasskeySignIn`; forbidden `no_membership`. */
export async function signInWithPasskey(
  ctx: Context,
  ports: PasskeyPorts & { readonly tokens: SessionTokens },
  input: PasskeyProofInput & {
    /** Of the session the browser came with. */
    readonly previousTokenHash?: string;
  },
): Promise<SignedIn> {
  return finishPasskeySignIn(ctx, ports, { ...input, holderKind: "person" }, (trx, { holderId }) =>
    openSession(trx, ctx, ports.tokens, {
      personId: holderId,
      method: "passkey",
      visitor: input.visitor,
      arrivedAt: input.arrivedAt,
      deviceHash: input.browserHash,
      ...(input.previousTokenHash === undefined ? {} : { previousTokenHash: input.previousTokenHash }),
    }),
  );
}
