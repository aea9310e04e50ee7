// Somebody begins to identify himself on the portal: to sign in, to be allowed to send, again, to confirm that it is still him, or to show
// who asks for his rights.

import { transact } from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { type AttemptMethod, beginAttempt } from "./begin-attempt.ts";
import type { EidPort, ItsmePort } from "./ports.ts";

export type PersonPurpose = "sign_in" | "activate" | "identify_again" | "confirm" | "rights";

/** The ways that this service offers; an absent one is not configured. */
export interface IdentityWays {
  readonly itsme?: ItsmePort;
  readonly eid?: EidPort;
}

export interface BegunByPerson {
  /** What comes back with the answer; for a card the browser keeps it. */
  readonly state: string;
  /** Only with itsme: the address to lead the browser to. */
  readonly redirectTo?: string;
}

/** Errors: not_found `identification_way_unknown` where the way is not offered; unavailable `itsme_unavailable`. */
export async function beginForPerson(
  ctx: Context,
  ports: { readonly ways: IdentityWays; readonly tokens: SessionTokens; digest(token: string): string },
  ask: {
    readonly purpose: PersonPurpose;
    readonly method: AttemptMethod;
    /** Absent only to sign in, and for rights. */
    readonly personId?: string;
    /** For rights alone. */
    readonly requestId?: string;
    readonly browserHash: string;
    readonly language: Language;
    readonly nextPath: string;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<BegunByPerson> {
  const { purpose, method, personId, requestId, browserHash, language, nextPath, arrivedAt: at } = ask;
  const facts = {
    service: "portal",
    purpose,
    method,
    browserHash,
    language,
    nextPath,
    at,
    ...(personId === undefined ? {} : { personId }),
    ...(requestId === undefined ? {} : { requestId }),
  } as const;
  if (method === "itsme") {
    const { itsme } = ports.ways;
    if (!itsme) throw new AppError("not_found", "identification_way_unknown");
    const secrets = itsme.freshSecrets();
    const redirectTo = await itsme.begin(secrets, { language });
    const { state, nonce, codeVerifier } = secrets;
    const kept = { ...facts, stateHash: ports.digest(state), nonce, codeVerifier };
    await transact(ctx.db, {}, (trx) => beginAttempt(trx, ctx, kept));
    return { state, redirectTo };
  }
  const { eid } = ports.ways;
  if (!eid) throw new AppError("not_found", "identification_way_unknown");
  const { token: state, hash: stateHash } = ports.tokens.newToken();
  const kept = { ...facts, stateHash, nonce: eid.newNonce() };
  await transact(ctx.db, {}, (trx) => beginAttempt(trx, ctx, kept));
  return { state };
}
