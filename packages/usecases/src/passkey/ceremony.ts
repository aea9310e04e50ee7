// A challenge under way: bound to the browser that asked, good once, for five minutes.

import { clockNow, type SignInCeremonyTable, type Transaction, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { PasskeyHolder, PasskeyVisit } from "./holder.ts";
import type { PasskeyOptions } from "./ports.ts";

const CEREMONY_MINUTES = 5;

export type PasskeyCeremonyKind = Extract<SignInCeremonyTable["kind"], `passkey_${string}`>;

/** What the page hands to the browser; `ceremonyId` comes back with the answer. */
export interface PasskeyQuestion {
  readonly ceremonyId: string;
  readonly options: PasskeyOptions;
}

export async function beginCeremony(
  trx: Transaction,
  ctx: Context,
  given: {
    readonly kind: PasskeyCeremonyKind;
    readonly holder: { readonly kind: PasskeyHolder["kind"]; readonly id?: string };
    readonly browserHash: string;
    readonly challenge: string;
  },
): Promise<string> {
  const now = await clockNow(trx);
  const id = ctx.newId("cer", now);
  await trx
    .insertInto("sign_in_ceremony")
    .values({
      id,
      kind: given.kind,
      holder_kind: given.holder.kind,
      holder_id: given.holder.id ?? null,
      browser_hash: given.browserHash,
      challenge: given.challenge,
      sealed_secret: null,
      key_version: null,
      created_at: now,
      expires_at: now.add({ minutes: CEREMONY_MINUTES }),
      consumed_at: null,
    })
    .execute();
  return id;
}

/**
 * Gives the challenge out once, in a transaction of its own: whatever follows, nobody answers it again.
 * Throws AppError unauthenticated `passkey_refused` for one that is unknown, used, late, another browser's or another holder's.
 */
export async function consumeCeremony(
  ctx: Context,
  given: {
    readonly ceremonyId: string;
    readonly kind: PasskeyCeremonyKind;
    readonly holder: { readonly kind: PasskeyHolder["kind"]; readonly id?: string };
    readonly browserHash: PasskeyVisit["browserHash"];
  },
): Promise<string> {
  const challenge = await transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const consumed = await trx
      .updateTable("sign_in_ceremony")
      .set({ consumed_at: now })
      .where("id", "=", given.ceremonyId)
      .where("kind", "=", given.kind)
      .where("holder_kind", "=", given.holder.kind)
      .where("holder_id", "is not distinct from", given.holder.id ?? null)
      .where("browser_hash", "=", given.browserHash)
      .where("consumed_at", "is", null)
      .where("expires_at", ">", now)
      .returning("challenge")
      .executeTakeFirst();
    return consumed?.challenge;
  });
  if (challenge === undefined || challenge === null)
    throw new AppError("unauthenticated", "passkey_refused", { cause: "the ceremony is not open" });
  return challenge;
}
