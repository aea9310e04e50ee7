// A person gives his consent to electronic registered mail, or withdraws it, as easily as he gave it (domain rules R13).

import { transact, type Transaction } from "@posthorn/db";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { lockPerson } from "../identification/write-identified.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { bookAccepted } from "../registration/finish-registration.ts";
import type { AcceptedWords } from "../registration/ports.ts";

interface Act {
  readonly member: Pick<SessionMember, "personId" | "accountId">;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/** Consent that stands already in the same version stays as it is: its proof is the earlier one. */
export async function giveDeliveryConsent(
  ctx: Context,
  input: Act & { readonly words: AcceptedWords & { readonly policy: "electronic-delivery" } },
): Promise<void> {
  const { personId, accountId } = input.member;
  await transact(ctx.db, { personId, accountId }, async (trx) => {
    await lockPerson(trx, personId);
    const stands = await standing(trx, personId)
      .where("version", "=", input.words.version)
      .executeTakeFirst();
    if (stands) return;
    const { arrivedAt: at, visitor } = input;
    await bookAccepted(trx, ctx, { ...input.words, personId, at });
    await logUse(trx, ctx, { act: "consent_given", at, visitor, accountId, personId });
  });
}

/** Twice changes nothing. A delivery under way runs to its end. */
export async function withdrawDeliveryConsent(ctx: Context, input: Act): Promise<void> {
  const { personId, accountId } = input.member;
  await transact(ctx.db, { personId, accountId }, async (trx) => {
    await lockPerson(trx, personId);
    const { arrivedAt: at, visitor } = input;
    const { numUpdatedRows } = await trx
      .updateTable("policy_acceptance")
      .set({ withdrawn_at: at })
      .where("person_id", "=", personId)
      .where("policy", "=", "electronic-delivery")
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (Number(numUpdatedRows) === 0) return;
    await logUse(trx, ctx, { act: "consent_withdrawn", at, visitor, accountId, personId });
  });
}

function standing(trx: Transaction, personId: string) {
  return trx
    .selectFrom("policy_acceptance")
    .select("id")
    .where("person_id", "=", personId)
    .where("policy", "=", "electronic-delivery")
    .where("withdrawn_at", "is", null);
}
