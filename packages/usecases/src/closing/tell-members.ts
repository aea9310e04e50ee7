// Owes a mail about the account to each of its members, in the caller's transaction.

import type { PersonErrandKind, Transaction } from "@posthorn/db";
import { enqueueAll } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import type { LockedAccount } from "../member/lock-account.ts";

/** Rows one statement takes. */
const CHUNK = 1_000;
/** So many are woken at once; the others are found by the sweep, so that thousands of members hold nobody up. */
const WOKEN = 50;

/** A company is named, a private account is called like who reads. */
export async function tellMembers(
  trx: Transaction,
  ctx: Context,
  account: Pick<LockedAccount, "id" | "kind" | "name">,
  told: {
    readonly kind: PersonErrandKind;
    readonly facts?: Readonly<Record<string, string>>;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { kind, at } = told;
  const members = await trx
    .selectFrom("member")
    .select("person_id")
    .where("account_id", "=", account.id)
    .where("left_at", "is", null)
    .execute();
  const facts = JSON.stringify({
    ...(account.kind === "company" ? { company: account.name } : {}),
    ...told.facts,
  });
  const owed = members.map(({ person_id }) => ({
    id: ctx.newId("per", at),
    person_id,
    kind,
    facts,
    created_at: at,
    next_attempt_at: at,
  }));
  for (let start = 0; start < owed.length; start += CHUNK)
    await trx
      .insertInto("person_errand")
      .values(owed.slice(start, start + CHUNK))
      .execute();
  await enqueueAll(
    trx,
    "run-person-errand",
    owed.slice(0, WOKEN).map(({ id }) => ({ errandId: id })),
  );
}
