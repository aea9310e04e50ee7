// Signs a member in by e-mail and password: a new session each time, the same answer for whatever was wrong.

import { transact, widen } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { lockPerson } from "../identification/write-identified.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { beginCeremony, type BegunCeremony } from "../second-factor/ceremony.ts";
import { knowsDevice } from "./note-device.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import type { PasswordPort, SignInLimits } from "./ports.ts";

export type SignInOutcome =
  | { readonly kind: "signed_in"; readonly session: SignedIn }
  /** The password was right; a code of the app is asked next, in this browser. */
  | { readonly kind: "second_factor"; readonly ceremony: BegunCeremony };

export interface SignInTry {
  readonly email: string;
  readonly password: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
  /** Digest of the browser's device cookie. */
  readonly deviceHash: string;
  /** Of the session the browser came with. */
  readonly previousTokenHash?: string;
}

interface Candidate {
  readonly id: string;
  readonly hash: string | null;
}

/** Errors: unauthenticated `sign_in_failed`; too_many `too_many_tries`; forbidden `no_membership`. */
export async function signIn(
  ctx: Context,
  ports: {
    readonly passwords: PasswordPort;
    readonly tokens: SessionTokens;
    readonly limits: SignInLimits;
  },
  input: SignInTry,
): Promise<SignInOutcome> {
  const email = input.email.trim().toLowerCase();
  const { person, known } = await findCandidate(ctx, email, input.deviceHash);
  const keys = keysFor(input, email, known);
  try {
    await ports.limits.tries.consume(keys.tries);
    if (!known) {
      await ports.limits.failuresByAddress.check(keys.address);
      await ports.limits.failuresByMailbox.check(keys.mailbox);
    }
  } catch (error) {
    await note(ctx, input, "sign_in_limited");
    throw error;
  }
  const right = await ports.passwords.verify(person?.hash ?? null, input.password);
  if (!person || !right) {
    if (!known) {
      await count(ports.limits.failuresByAddress, keys.address);
      await count(ports.limits.failuresByMailbox, keys.mailbox);
    }
    await note(ctx, input, "sign_in_failed");
    throw new AppError("unauthenticated", "sign_in_failed");
  }
  await ports.limits.tries.forget(keys.tries);
  return enter(ctx, ports.tokens, person, input);
}

/** A browser that signed in at this mailbox before is counted by itself: nobody elsewhere can use up its tries. */
function keysFor(input: SignInTry, email: string, known: boolean) {
  const { ip } = input.visitor;
  return {
    tries: known ? `sign-in:device:${input.deviceHash}:${email}` : `sign-in:${ip}:${email}`,
    address: ip,
    mailbox: email,
  };
}

async function findCandidate(
  ctx: Context,
  email: string,
  deviceHash: string,
): Promise<{ readonly person: Candidate | undefined; readonly known: boolean }> {
  return transact(ctx.db, {}, async (trx) => {
    const row = await trx
      .selectFrom("person")
      .select(["id", "password_hash"])
      .where((eb) => eb(eb.fn("lower", ["email"]), "=", email))
      .executeTakeFirst();
    await widen(trx, { personId: row?.id ?? "" });
    // Asked also where there is no such person: both take the same questions.
    const known = await knowsDevice(trx, row?.id ?? "", deviceHash);
    return { person: row && { id: row.id, hash: row.password_hash }, known };
  });
}

async function enter(
  ctx: Context,
  tokens: SessionTokens,
  { id: personId, hash }: Candidate,
  input: SignInTry,
): Promise<SignInOutcome> {
  return transact(ctx.db, { personId }, async (trx) => {
    // Checking took a while: a password changed meanwhile opens nothing, and whoever changes it now ends this session as well.
    const { password_hash: kept } = await lockPerson(trx, personId);
    if (kept !== hash) throw new AppError("unauthenticated", "sign_in_failed");
    const totp = await trx
      .selectFrom("totp")
      .select("person_id")
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (totp) {
      const at = input.arrivedAt;
      const ceremony = await beginCeremony(trx, ctx, tokens, { kind: "second_factor", personId, at });
      await logUse(trx, ctx, { act: "password_right", at, visitor: input.visitor, personId });
      return { kind: "second_factor", ceremony };
    }
    const session = await openSession(trx, ctx, tokens, {
      personId,
      method: "password",
      visitor: input.visitor,
      arrivedAt: input.arrivedAt,
      deviceHash: input.deviceHash,
      ...(input.previousTokenHash === undefined ? {} : { previousTokenHash: input.previousTokenHash }),
    });
    return { kind: "signed_in", session };
  });
}

/** The failure that uses a limit up is still a failure; the next try is told to wait. */
async function count(limit: SignInLimits["failuresByAddress"], key: string): Promise<void> {
  await limit.consume(key).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "too_many_tries") throw error;
  });
}

/** Of nobody we know: who typed a mailbox is not thereby its owner. */
async function note(
  ctx: Context,
  input: SignInTry,
  act: "sign_in_failed" | "sign_in_limited",
): Promise<void> {
  await transact(ctx.db, {}, (trx) => logUse(trx, ctx, { act, at: input.arrivedAt, visitor: input.visitor }));
}
