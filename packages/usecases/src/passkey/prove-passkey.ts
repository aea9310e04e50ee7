// Takes the answer of a passkey: whose it is, once. A counter that does not rise closes that passkey and tells its holder.

import { clockNow, type HolderKind, type Transaction, transact, widen } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { Context } from "../context.ts";
import { consumeCeremony, type PasskeyCeremonyKind } from "./ceremony.ts";
import { findHolder, type PasskeyVisit } from "./holder.ts";
import { logPasskeyAct } from "./log-passkey-act.ts";
import type { PasskeyPorts } from "./ports.ts";

export interface ProvenHolder {
  readonly holderId: string;
  readonly passkeyId: string;
}

export interface PasskeyProofInput extends PasskeyVisit {
  readonly ceremonyId: string;
  /** What the browser sent, parsed JSON of whatever form. */
  readonly answer: unknown;
}

/**
 * `then` runs in the transaction that books the use; what it throws books nothing.
 * Throws AppError unauthenticated `passkey_refused`, and never says what was wrong: unknown, removed, suspected, another's,
 * late, replayed, not verified all look alike.
 */
export async function provePasskey<T>(
  ctx: Context,
  ports: Pick<PasskeyPorts, "passkeys">,
  input: PasskeyProofInput & {
    readonly kind: Exclude<PasskeyCeremonyKind, "passkey_registration">;
    readonly holder: { readonly kind: HolderKind; readonly id?: string };
  },
  then: (trx: Transaction, proven: ProvenHolder) => Promise<T>,
): Promise<T> {
  try {
    const challenge = await consumeCeremony(ctx, input);
    const presentedPasskey = ports.passkeys.credentialIdOf(input.answer);
    const outcome = await transact(ctx.db, { presentedPasskey }, (trx) =>
      use(trx, challenge, presentedPasskey),
    );
    if (outcome.suspected) throw refused("the counter did not rise");
    return outcome.value;
  } catch (error) {
    if (error instanceof AppError && error.code === "passkey_refused") await logRefusal();
    throw error;
  }

  async function use(
    trx: Transaction,
    challenge: string,
    credentialId: string,
  ): Promise<{ readonly suspected: true } | { readonly suspected: false; readonly value: T }> {
    const passkey = await trx
      .selectFrom("passkey")
      .selectAll()
      .where("credential_id", "=", credentialId)
      .where("holder_kind", "=", input.holder.kind)
      .where("removed_at", "is", null)
      .where("suspected_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!passkey) throw refused("no such passkey");
    const holder = { kind: input.holder.kind, id: passkey.holder_id };
    if (input.holder.id !== undefined && input.holder.id !== holder.id)
      throw refused("of somebody else than is signed in");
    if (holder.kind === "person") await widen(trx, { personId: holder.id });
    const handle = (await findHolder(trx, holder))?.handle;
    if (handle === undefined || handle === null) throw refused("its holder is gone");
    const proof = await ports.passkeys.verifyUse(input.answer, {
      challenge,
      credentialId: passkey.credential_id,
      publicKey: passkey.public_key,
      signCount: passkey.sign_count,
      handle,
    });
    const now = await clockNow(trx);
    if (proof.cloned) {
      await suspect(trx, passkey, now);
      return { suspected: true };
    }
    await trx
      .updateTable("passkey")
      .set({ sign_count: proof.signCount, backed_up: proof.backedUp, last_used_at: now })
      .where("id", "=", passkey.id)
      .execute();
    return { suspected: false, value: await then(trx, { holderId: holder.id, passkeyId: passkey.id }) };
  }

  async function suspect(
    trx: Transaction,
    passkey: { readonly id: string; readonly name: string; readonly holder_id: string },
    now: Temporal.Instant,
  ): Promise<void> {
    await trx.updateTable("passkey").set({ suspected_at: now }).where("id", "=", passkey.id).execute();
    const { kind } = input.holder;
    await logPasskeyAct(trx, ctx, "passkey_suspected", {
      kind,
      holderId: passkey.holder_id,
      passkeyId: passkey.id,
      visitor: input.visitor,
      at: input.arrivedAt,
    });
    if (kind !== "person") return;
    const facts = { name: passkey.name, ...readUserAgent(input.visitor.userAgent) };
    await owePersonErrand(trx, ctx, passkey.holder_id, "passkey_suspected", facts, now);
  }

  async function logRefusal(): Promise<void> {
    const { kind, id } = input.holder;
    await transact(ctx.db, {}, (trx) =>
      logPasskeyAct(trx, ctx, "sign_in_refused", {
        kind,
        visitor: input.visitor,
        at: input.arrivedAt,
        ...(id === undefined ? {} : { holderId: id }),
      }),
    );
  }
}

function refused(cause: string): AppError {
  return new AppError("unauthenticated", "passkey_refused", { cause });
}
