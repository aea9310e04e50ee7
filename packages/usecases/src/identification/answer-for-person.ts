// What itsme or a card answered to an account holder's try, verified; the try is used up whatever comes of it.

import { transact } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { IdentityWays } from "./begin-for-person.ts";
import { type AttemptRow, claimAnswer, claimAttempt } from "./claim-attempt.ts";
import type { IdentityKeysPort } from "./ports.ts";

interface Returned {
  readonly stateHash: string;
  readonly browserHash: string;
  readonly arrivedAt: Temporal.Instant;
}

interface Answered extends Returned {
  readonly visitor: Visitor;
}

/**
 * Which try came back, and who it is; or that itsme was left without an answer. `failed` holds what was wrong with the
 * answer, so that the page can lead back to where the try began. Errors: forbidden `identification_try_unknown`.
 */
export type PersonAnswer = { readonly attempt: AttemptRow } & (
  | { readonly kind: "identified"; readonly identity: AuthenticatedIdentity }
  | { readonly kind: "failed"; readonly error: AppError }
);

export async function answerByItsme(
  ctx: Context,
  { itsme }: IdentityWays,
  returned: Answered & {
    readonly state: string;
    /** The whole address that was called. */
    readonly callbackUrl: string;
  },
): Promise<PersonAnswer> {
  if (!itsme) throw new AppError("not_found", "identification_way_unknown");
  const attempt = await claim(ctx, returned, "itsme");
  const { state, callbackUrl, arrivedAt: at } = returned;
  const secrets = { state, nonce: attempt.nonce, codeVerifier: attempt.code_verifier ?? "" };
  return verified(ctx, attempt, returned, async () => {
    const answer = await itsme.finish(secrets, { callbackUrl, startedAt: attempt.created_at, at });
    if (answer.kind === "cancelled") throw new AppError("forbidden", "identification_cancelled");
    return answer.identity;
  });
}

export async function answerByCard(
  ctx: Context,
  { eid }: IdentityWays,
  returned: Answered & {
    /** As it was posted, parsed JSON of whatever form. */
    readonly token: unknown;
    /** The site's own, for which the card must have signed. */
    readonly origin: string;
  },
): Promise<PersonAnswer> {
  if (!eid) throw new AppError("not_found", "identification_way_unknown");
  const attempt = await claim(ctx, returned, "web_eid");
  const { origin, token, arrivedAt: at } = returned;
  return verified(ctx, attempt, returned, () => eid.verifyToken(token, { nonce: attempt.nonce, origin, at }));
}

/** Of a card that the browser itself showed on the host for client certificates; known by the code it came back with. */
export async function answerByCardHost(
  ctx: Context,
  keys: IdentityKeysPort,
  returned: Omit<Returned, "stateHash"> & { readonly returnHash: string },
): Promise<Extract<PersonAnswer, { readonly kind: "identified" }>> {
  const { returnHash, browserHash, arrivedAt: at } = returned;
  const claimed = await claimAnswer(ctx, keys, { service: "portal", returnHash, browserHash, at });
  return { ...claimed, kind: "identified" };
}

/** What the page with the card's question shows; null where the try is not this browser's, over, or used. */
export async function viewCardTry(
  ctx: Context,
  shown: Returned,
): Promise<Pick<AttemptRow, "nonce" | "purpose" | "person_id" | "request_id" | "next_path"> | null> {
  const row = await transact(ctx.db, { presentedState: shown.stateHash }, (trx) =>
    trx
      .selectFrom("identification_attempt")
      .select(["nonce", "purpose", "person_id", "request_id", "next_path"])
      .where("state_hash", "=", shown.stateHash)
      .where("browser_hash", "=", shown.browserHash)
      .where("service", "=", "portal")
      .where("method", "=", "web_eid")
      .where("consumed_at", "is", null)
      .where("expires_at", ">", shown.arrivedAt)
      .executeTakeFirst(),
  );
  return row ?? null;
}

function claim(ctx: Context, returned: Returned, method: "itsme" | "web_eid"): Promise<AttemptRow> {
  const { stateHash, browserHash, arrivedAt: at } = returned;
  return claimAttempt(ctx, { service: "portal", method, stateHash, browserHash, at });
}

async function verified(
  ctx: Context,
  attempt: AttemptRow,
  { arrivedAt: at, visitor }: Answered,
  verify: () => Promise<AuthenticatedIdentity>,
): Promise<PersonAnswer> {
  try {
    return { attempt, kind: "identified", identity: await verify() };
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === "internal") throw error;
    const act = `identification_failed: ${error.code}`;
    const who = {
      ...(attempt.person_id === null ? {} : { personId: attempt.person_id }),
      ...(attempt.request_id === null ? {} : { subject: attempt.request_id }),
    };
    await transact(ctx.db, {}, (trx) => logUse(trx, ctx, { act, at, visitor, ...who }));
    return { attempt, kind: "failed", error };
  }
}
