// Signs in whoever has linked the itsme account or card that answered; of an unknown one nothing is told and nothing kept.

import { clockNow, transact } from "@posthorn/db";
import { AppError, type AuthenticatedIdentity } from "@posthorn/domain";
import { openSession, type SignedIn } from "../account/open-session.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { findPersonIdentity } from "./find-person-identity.ts";
import { keepIdentification } from "./keep-identification.ts";
import type { IdentityKeysPort } from "./ports.ts";

/** Null where no account can be opened with it: not linked, or its holder belongs to no account any more. */
export async function signInByIdentity(
  ctx: Context,
  ports: { readonly keys: IdentityKeysPort; readonly tokens: SessionTokens },
  input: {
    readonly identity: AuthenticatedIdentity;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
    /** Digest of the browser's device cookie. */
    readonly deviceHash: string;
    /** Of the session the browser came with. */
    readonly previousTokenHash?: string;
  },
): Promise<SignedIn | null> {
  const { identity, visitor, arrivedAt, deviceHash, previousTokenHash } = input;
  try {
    return await transact(ctx.db, {}, async (trx) => {
      const now = await clockNow(trx);
      const personId = await findPersonIdentity(trx, ports.keys, identity, now);
      if (personId === undefined) throw new AppError("forbidden", "no_membership");
      await keepIdentification(trx, ctx, ports.keys, { identity, purpose: "sign_in", personId, at: now });
      return openSession(trx, ctx, ports.tokens, {
        personId,
        method: identity.method,
        issuer: identity.issuer,
        ...(identity.level === undefined ? {} : { level: identity.level }),
        visitor,
        arrivedAt,
        deviceHash,
        ...(previousTokenHash === undefined ? {} : { previousTokenHash }),
      });
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "no_membership") throw error;
    const act = `sign_in_failed by ${identity.method}`;
    await transact(ctx.db, {}, (trx) => logUse(trx, ctx, { act, at: arrivedAt, visitor }));
    return null;
  }
}
