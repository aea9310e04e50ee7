// The sender says how long he keeps the content of a message that he has sent (R8): within the bounds of the rule; evidence is none of his to end.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError, RETENTION_RULES } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

const BOUNDS = RETENTION_RULES["R8.sender"].adjustable;
/** Days, from the end of the last delivery on. */
export const CONTENT_DAYS = { min: BOUNDS?.min.count ?? 0, max: BOUNDS?.max.count ?? 0 };

export interface ContentTerm {
  readonly messageId: string;
  /** As typed. */
  readonly days: string;
  /** He knows that it falls with the next night. */
  readonly atOnce: boolean;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/**
 * Durable on return; never longer than the evidence, whatever was asked. Errors: not_found `message_not_found`; bad_request
 * `content_term_invalid` with the field `days`, or `at_once` where the content would fall by it now and that was not ticked; conflict
 * `content_gone`: it was erased before.
 */
export async function keepContent(
  ctx: Context,
  reader: AccountReader & { readonly personId: string },
  asked: ContentTerm,
): Promise<void> {
  const days = /^\d{1,4}$/.test(asked.days.trim()) ? Number(asked.days) : Number.NaN;
  const { min, max } = CONTENT_DAYS;
  await transact(ctx.db, scopeOf(reader), async (trx) => {
    const row = await lockMessage(trx, asked.messageId);
    if (row.content_erased_at !== null) throw new AppError("conflict", "content_gone");
    if (!(days >= min && days <= max))
      throw invalid({ path: "days", code: "out_of_range", params: { min, max } });
    if (row.days_over !== null && days <= row.days_over && !asked.atOnce)
      throw invalid({ path: "at_once", code: "content_falls_now" });
    await trx
      .updateTable("message")
      .set({ content_retention_days: days })
      .where("id", "=", asked.messageId)
      .execute();
    await logUse(trx, ctx, {
      act: "content_term_changed",
      at: asked.arrivedAt,
      visitor: asked.visitor,
      accountId: reader.accountId,
      personId: reader.personId,
      subject: asked.messageId,
    });
  });
}

/** Against an erasure the row's lock decides; `days_over`: so many days have passed since its end. */
async function lockMessage(trx: Transaction, messageId: string) {
  const row = await trx
    .selectFrom("message")
    .select([
      "content_erased_at",
      sql<number | null>`retention.today() - retention.day_of(final_at)`.as("days_over"),
    ])
    .where("id", "=", messageId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "message_not_found");
  return row;
}

function invalid(field: {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, number>>;
}): AppError {
  return new AppError("bad_request", "content_term_invalid", { fields: [field] });
}
