// A sign-in half done: a secret in a cookie of the browser that began, for minutes, for a few tries, good once.

import type { Selectable, SignInCeremonyTable, Transaction } from "@posthorn/db";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";

export type Ceremony = Selectable<SignInCeremonyTable>;

/** What the browser presents: the ceremony's id, and the digest of the secret that was given to it. */
export interface PresentedCeremony {
  readonly id: string;
  readonly browserHash: string;
}

export interface BegunCeremony {
  readonly id: string;
  /** For the browser's cookie. */
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

const MINUTES = { second_factor: 5, totp_set_up: 15 } as const;
/** Tries in one ceremony. */
export const CEREMONY_TRIES = 5;

export async function beginCeremony(
  trx: Transaction,
  ctx: Context,
  tokens: SessionTokens,
  begun: {
    readonly kind: keyof typeof MINUTES;
    readonly personId: string;
    readonly at: Temporal.Instant;
    readonly sealed?: { readonly bytes: Uint8Array; readonly keyVersion: number };
  },
): Promise<BegunCeremony> {
  const id = ctx.newId("cer", begun.at);
  const { token, hash } = tokens.newToken();
  const expiresAt = begun.at.add({ minutes: MINUTES[begun.kind] });
  await trx
    .insertInto("sign_in_ceremony")
    .values({
      id,
      kind: begun.kind,
      holder_kind: "person",
      holder_id: begun.personId,
      browser_hash: hash,
      challenge: null,
      sealed_secret: begun.sealed?.bytes ?? null,
      key_version: begun.sealed?.keyVersion ?? null,
      created_at: begun.at,
      expires_at: expiresAt,
      consumed_at: null,
    })
    .execute();
  return { id, token, expiresAt };
}

/** The living ceremony, untouched; null for every other browser, and once it is over. */
export function findCeremony(
  trx: Transaction,
  kind: keyof typeof MINUTES,
  presented: PresentedCeremony,
  at: Temporal.Instant,
): Promise<Ceremony | undefined> {
  return trx
    .selectFrom("sign_in_ceremony")
    .selectAll()
    .where("id", "=", presented.id)
    .where("kind", "=", kind)
    .where("holder_kind", "=", "person")
    .where("browser_hash", "=", presented.browserHash)
    .where("consumed_at", "is", null)
    .where("expires_at", ">", at)
    .where("attempts", "<", CEREMONY_TRIES)
    .executeTakeFirst();
}

/** Counts one try and locks the ceremony to the end of the transaction, which must commit whatever was typed. */
export function countTry(
  trx: Transaction,
  kind: keyof typeof MINUTES,
  presented: PresentedCeremony,
  at: Temporal.Instant,
): Promise<Ceremony | undefined> {
  return trx
    .updateTable("sign_in_ceremony")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("id", "=", presented.id)
    .where("kind", "=", kind)
    .where("holder_kind", "=", "person")
    .where("browser_hash", "=", presented.browserHash)
    .where("consumed_at", "is", null)
    .where("expires_at", ">", at)
    .where("attempts", "<", CEREMONY_TRIES)
    .returningAll()
    .executeTakeFirst();
}

export async function consumeCeremony(trx: Transaction, id: string, at: Temporal.Instant): Promise<void> {
  await trx.updateTable("sign_in_ceremony").set({ consumed_at: at }).where("id", "=", id).execute();
}
