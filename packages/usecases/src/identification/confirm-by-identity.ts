// The person whose session it is shows with itsme or a card that it is still him who sits there.

import { clockNow, transact } from "@posthorn/db";
import type { AuthenticatedIdentity } from "@posthorn/domain";
import { freshenSession } from "../account/freshen-session.ts";
import type { SessionMember } from "../account/load-session.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { findPersonIdentity } from "./find-person-identity.ts";
import type { IdentityKeysPort } from "./ports.ts";

/** The session's new token, or null where the identity is not one that this person has linked. */
export async function confirmByIdentity(
  ctx: Context,
  ports: { readonly keys: IdentityKeysPort; readonly tokens: SessionTokens },
  input: {
    readonly member: Pick<SessionMember, "tokenHash" | "personId" | "accountId">;
    readonly identity: AuthenticatedIdentity;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<{ readonly token: string } | null> {
  const { member, identity, visitor, arrivedAt } = input;
  return transact(ctx.db, { personId: member.personId }, async (trx) => {
    const holder = await findPersonIdentity(trx, ports.keys, identity, await clockNow(trx));
    if (holder === member.personId)
      return freshenSession(trx, ctx, ports.tokens, { member, by: identity.method, visitor, arrivedAt });
    const { accountId, personId } = member;
    const act = `confirmation_failed by ${identity.method}`;
    await logUse(trx, ctx, { act, at: arrivedAt, visitor, accountId, personId });
    return null;
  });
}
