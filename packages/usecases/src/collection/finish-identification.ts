// What itsme or a card answered: the try is claimed, the answer verified, set against the addressee, and kept. Changes no state.

import { clockNow, lockDelivery, snapshotOf, transact, type Transaction } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity, refusalOfAct, type RefusalReason } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type AttemptRow, claimAnswer, claimAttempt } from "../identification/claim-attempt.ts";
import { keepIdentification } from "../identification/keep-identification.ts";
import type { EidPort, IdentityKeysPort, ItsmePort } from "../identification/ports.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { refuseLate } from "../record/refuse-late.ts";
import { type AddresseeMismatch, compareAddressee } from "./compare-addressee.ts";
import { findDeliveryId } from "./find-delivery.ts";
import { openCollectSession } from "./open-collect-session.ts";
import { mismatchOccasion } from "./mismatch-occasion.ts";
import type { Presented, SessionTokens } from "./ports.ts";

/** What came back, and by what its try is known. */
export type IdentificationAnswer =
  | {
      readonly method: "itsme";
      readonly stateHash: string;
      readonly state: string;
      readonly callbackUrl: string;
    }
  | {
      readonly method: "web_eid";
      readonly stateHash: string;
      readonly token: unknown;
      /** The site's own public origin. */
      readonly origin: string;
    }
  | { readonly method: "eid_tls"; readonly returnHash: string };

export interface AnswerPorts {
  readonly itsme?: ItsmePort | undefined;
  readonly eid?: EidPort | undefined;
  readonly identityKeys: IdentityKeysPort;
  readonly sessions: SessionTokens;
}

interface OfTry {
  readonly deliveryId: string;
  readonly method: AttemptRow["method"];
  /** In which the try was begun. */
  readonly language: AttemptRow["language"];
}

export type IdentificationFinished = OfTry &
  (
    | { readonly kind: "identified"; readonly token: string; readonly collected: boolean }
    | { readonly kind: "cancelled" }
    /** Of the answer, or of who should have given it. */
    | { readonly kind: "failed"; readonly error: AppError }
    /** Told to the sender; the delivery is as it was. */
    | { readonly kind: "mismatch"; readonly field: AddresseeMismatch }
    | { readonly kind: "closed"; readonly reason: RefusalReason }
  );

export interface AnswerInput {
  readonly answer: IdentificationAnswer;
  readonly browserHash: string;
  /** What the browser holds of the delivery that the try turns out to be of. */
  doorOf(deliveryId: string): Presented;
  readonly arrivedAt: Temporal.Instant;
  readonly visitor: Visitor;
}

/**
 * The try is used up whatever comes of it. Errors: forbidden `identification_try_unknown`; not_found `link_unknown` (no door, or
 * a repair since); internal `identity_damaged`, `identity_key_missing`; unavailable `took_too_long`.
 */
export async function finishIdentification(
  ctx: Context,
  ports: AnswerPorts,
  input: AnswerInput,
): Promise<IdentificationFinished> {
  const { attempt, verify } = await claim(ctx, ports, input);
  const deliveryId = attempt.delivery_id ?? "";
  const ofTry = { deliveryId, method: attempt.method, language: attempt.language };
  const door = input.doorOf(deliveryId);
  const book = (act: string) =>
    transact(ctx.db, door, (trx) =>
      logUse(trx, ctx, { act, at: input.arrivedAt, visitor: input.visitor, deliveryId }),
    );
  let identity: AuthenticatedIdentity | null;
  try {
    identity = await verify();
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === "internal") throw error;
    await book(`identification_failed_${error.code}`);
    return { ...ofTry, kind: "failed", error };
  }
  if (identity === null) {
    await book("identification_cancelled");
    return { ...ofTry, kind: "cancelled" };
  }
  const settled = await settle(ctx, ports, { ...input, door, attempt, identity });
  return { ...ofTry, ...settled };
}

interface Claimed {
  readonly attempt: AttemptRow;
  /** Null where the person turned back. Throws AppError. */
  verify(): Promise<AuthenticatedIdentity | null>;
}

async function claim(ctx: Context, ports: AnswerPorts, input: AnswerInput): Promise<Claimed> {
  const { answer, browserHash, arrivedAt: at } = input;
  const presented = { service: "collect", browserHash, at } as const;
  switch (answer.method) {
    case "itsme": {
      const attempt = await claimAttempt(ctx, { ...presented, ...answer });
      return { attempt, verify: () => finishItsme(offered(ports.itsme), attempt, answer, at) };
    }
    case "web_eid": {
      const attempt = await claimAttempt(ctx, { ...presented, ...answer });
      const expected = { nonce: attempt.nonce, origin: answer.origin, at };
      return { attempt, verify: () => offered(ports.eid).verifyToken(answer.token, expected) };
    }
    case "eid_tls": {
      const { attempt, identity } = await claimAnswer(ctx, ports.identityKeys, { ...presented, ...answer });
      return { attempt, verify: () => Promise.resolve(identity) };
    }
  }
}

async function finishItsme(
  itsme: ItsmePort,
  attempt: AttemptRow,
  answer: { readonly state: string; readonly callbackUrl: string },
  at: Temporal.Instant,
): Promise<AuthenticatedIdentity | null> {
  const secrets = { state: answer.state, nonce: attempt.nonce, codeVerifier: attempt.code_verifier ?? "" };
  const { callbackUrl } = answer;
  const answered = await itsme.finish(secrets, { callbackUrl, startedAt: attempt.created_at, at });
  return answered.kind === "cancelled" ? null : answered.identity;
}

function offered<T>(port: T | undefined): T {
  if (port === undefined) throw new AppError("conflict", "identification_way_unknown");
  return port;
}

type Settled =
  | { readonly kind: "identified"; readonly token: string; readonly collected: boolean }
  | { readonly kind: "mismatch"; readonly field: AddresseeMismatch }
  | { readonly kind: "closed"; readonly reason: RefusalReason };

interface Settling extends AnswerInput {
  readonly door: Presented;
  readonly attempt: AttemptRow;
  readonly identity: AuthenticatedIdentity;
}

async function settle(ctx: Context, ports: AnswerPorts, input: Settling): Promise<Settled> {
  const { door, attempt, identity, arrivedAt, visitor } = input;
  return transact(ctx.db, door, async (trx) => {
    const row = await lockDelivery(trx, await findDeliveryId(trx, door));
    if (row.id !== attempt.delivery_id || row.link_generation !== attempt.link_generation)
      throw new AppError("not_found", "link_unknown");
    const now = await clockNow(trx);
    const book = (act: string) => logUse(trx, ctx, { act, at: arrivedAt, visitor, deliveryId: row.id });
    const reason = refusalOfAct(snapshotOf(row), arrivedAt);
    const collected = row.state === "collected";
    if (reason !== null && !collected) {
      await book("identification_too_late");
      return { kind: "closed", reason };
    }
    const compared = await compareAddressee(trx, ctx, ports.identityKeys, { row, identity, at: arrivedAt });
    if (compared.kind === "mismatch") {
      await keepMismatch(trx, ctx, ports.identityKeys, { ...input, field: compared.field, row });
      await book(`identification_mismatch_${compared.field}`);
      refuseLate(arrivedAt, await clockNow(trx));
      return { kind: "mismatch", field: compared.field };
    }
    const { commitment } = await keepIdentification(trx, ctx, ports.identityKeys, {
      identity,
      purpose: "collect",
      deliveryId: row.id,
      ...(compared.personId === undefined ? {} : { personId: compared.personId }),
      at: arrivedAt,
    });
    const collector = { ...compared.collector, identification_commitment: commitment };
    const { token } = await openCollectSession(trx, ports.sessions, row, { collector, now });
    await book("identified");
    refuseLate(arrivedAt, await clockNow(trx));
    return { kind: "identified", token, collected };
  });
}

/** Of the stranger the field and a keyed digest alone. The sender hears of a field that fails once a day, not of each try. */
async function keepMismatch(
  trx: Transaction,
  ctx: Context,
  keys: IdentityKeysPort,
  kept: Settling & {
    readonly field: AddresseeMismatch;
    readonly row: { readonly id: string; readonly account_id: string };
  },
): Promise<void> {
  const { identity, field, row, arrivedAt } = kept;
  const [stranger] = keys.subjectDigests(identity);
  if (stranger === undefined) throw new AppError("internal", "identity_key_missing");
  await trx
    .insertInto("identification_mismatch")
    .values({
      id: ctx.newId("imm", arrivedAt),
      delivery_id: row.id,
      account_id: row.account_id,
      happened_at: arrivedAt,
      method: identity.method,
      field,
      digest: stranger.digest,
      key_version: stranger.keyVersion,
    })
    .execute();
  const occasion = mismatchOccasion(field, arrivedAt);
  await oweErrand(trx, ctx, row.id, "identity_mismatch", occasion, arrivedAt);
}
