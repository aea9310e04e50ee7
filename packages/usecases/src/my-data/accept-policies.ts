// Which agreements in force somebody has not accepted yet, for himself or for his account, and that he accepts them.

import { type AcceptedPolicy, transact, type Transaction } from "@posthorn/db";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { lockPerson } from "../identification/write-identified.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { bookAccepted } from "../registration/finish-registration.ts";
import type { AcceptedWords } from "../registration/ports.ts";

/** The version in force of each agreement that may be asked for. */
export type PoliciesInForce = Readonly<Partial<Record<AcceptedPolicy, string>>>;

type Reader = Pick<SessionMember, "personId" | "accountId" | "accountKind" | "accountStatus" | "role">;

/**
 * Terms and privacy notice are everybody's own; the contract with a processor binds a company, and its administrators accept it:
 * whoever else works there is not held up by it.
 */
export async function outstandingPolicies(
  ctx: Context,
  reader: Reader,
  inForce: PoliciesInForce,
): Promise<readonly AcceptedPolicy[]> {
  const { personId, accountId } = reader;
  return transact(ctx.db, { personId, accountId }, (trx) => findOutstanding(trx, reader, inForce));
}

/** What is not outstanding any more is not booked twice. */
export async function acceptPolicies(
  ctx: Context,
  input: {
    readonly reader: Reader;
    readonly inForce: PoliciesInForce;
    /** As they stood on the page. */
    readonly words: readonly AcceptedWords[];
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  const { personId, accountId } = input.reader;
  await transact(ctx.db, { personId, accountId }, async (trx) => {
    await lockPerson(trx, personId);
    const wanted = await findOutstanding(trx, input.reader, input.inForce);
    const accepted = input.words.filter(
      ({ policy, version }) => wanted.includes(policy) && input.inForce[policy] === version,
    );
    const { arrivedAt: at, visitor } = input;
    for (const words of accepted) {
      const bound = words.policy === "processor-agreement" ? { accountId } : {};
      await bookAccepted(trx, ctx, { ...words, ...bound, personId, at });
    }
    if (accepted.length > 0)
      await logUse(trx, ctx, { act: "policies_accepted", at, visitor, accountId, personId });
  });
}

async function findOutstanding(
  trx: Transaction,
  reader: Reader,
  inForce: PoliciesInForce,
): Promise<readonly AcceptedPolicy[]> {
  const asked = askedOf(reader).filter((policy) => inForce[policy] !== undefined);
  if (asked.length === 0) return [];
  const rows = await trx
    .selectFrom("policy_acceptance")
    .select("policy")
    .distinct()
    .where("withdrawn_at", "is", null)
    .where((eb) =>
      eb.or(
        asked.map((policy) =>
          eb.and([
            eb("policy", "=", policy),
            eb("version", "=", inForce[policy] ?? ""),
            policy === "processor-agreement"
              ? eb("account_id", "=", reader.accountId)
              : eb("person_id", "=", reader.personId),
          ]),
        ),
      ),
    )
    .execute();
  const accepted = new Set(rows.map(({ policy }) => policy));
  return asked.filter((policy) => !accepted.has(policy));
}

/** Before staff have approved a company its application asks for the contract; after it has closed nothing is processed for it. */
function askedOf(reader: Reader): readonly AcceptedPolicy[] {
  const bindsAccount =
    reader.accountKind === "company" && reader.role === "admin" && reader.accountStatus === "active";
  return ["terms", "privacy", ...(bindsAccount ? (["processor-agreement"] as const) : [])];
}
