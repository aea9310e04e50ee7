// Restriction of processing (GDPR art. 18): placed at once by who asks for it, lifted by himself or by the desk, which tells him before.

import { sql, transact, type Queryable, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { lockPerson } from "../identification/write-identified.ts";
import { enterWhatWaits } from "../inbox/enter-inbox.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

/** Whether nothing but keeping may be done with his data; answered by the database for one person. */
export async function isRestrictedPerson(db: Queryable, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    restricted: boolean;
  }>`SELECT is_restricted_person(${personId}) AS restricted`.execute(db);
  return rows[0]?.restricted === true;
}

/** Said to programs, in English. */
export const RESTRICTED_DETAIL =
  "The processing of this person's data is restricted at his own request; nothing is sent for him until it is lifted in the portal.";

/** In a transaction of the person. Once is enough: a restriction that stands stays as it is. */
export async function restrictPerson(
  trx: Transaction,
  ctx: Context,
  placed: { readonly personId: string; readonly requestId: string; readonly at: Temporal.Instant },
): Promise<void> {
  const { personId, requestId, at } = placed;
  if (await isRestrictedPerson(trx, personId)) return;
  await trx
    .insertInto("processing_restriction")
    .values({ id: ctx.newId("prs", at), person_id: personId, request_id: requestId, since: at })
    .execute();
}

/** Since when; null where nothing is restricted. In a transaction of the person. */
export async function findOwnRestriction(
  trx: Transaction,
  personId: string,
): Promise<Temporal.Instant | null> {
  const row = await trx
    .selectFrom("processing_restriction")
    .select("since")
    .where("person_id", "=", personId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  return row?.since ?? null;
}

/**
 * After a fresh proof of who he is, which the caller asks for. What waits for him then enters his inbox. Errors: conflict
 * `not_restricted` where none stands that he placed himself; what the desk placed, the desk lifts.
 */
export async function liftOwnRestriction(
  ctx: Context,
  act: {
    readonly member: Pick<SessionMember, "personId" | "accountId" | "memberId">;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  const { member, visitor, arrivedAt: at } = act;
  const { personId, accountId, memberId } = member;
  await transact(ctx.db, { personId, accountId, memberId }, async (trx) => {
    await lockPerson(trx, personId);
    const lifted = await trx
      .updateTable("processing_restriction")
      .set({ lifted_at: at, lift_told_at: at })
      .where("person_id", "=", personId)
      .where("lifted_at", "is", null)
      .where("placed_by", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!lifted) throw new AppError("conflict", "not_restricted");
    await enterWhatWaits(trx, personId);
    await owePersonErrand(trx, ctx, personId, "restriction_lifted", {}, at);
    await logUse(trx, ctx, { act: "restriction_lifted", at, visitor, accountId, personId });
  });
}
