// Asks for a legal hold: a member for a delivery or message that he sees, an admin for the whole account; the privacy officer decides.

import { isUniqueViolation, transact, type Transaction } from "@posthorn/db";
import { AppError, type HoldScope, type HoldWish, parseHoldWish } from "@posthorn/domain";
import { requireAdminRole } from "../account/require-admin-role.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { writeHoldEvent } from "./write-hold-event.ts";

/** Who asks for his account. */
export interface HoldAsker {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly role: "admin" | "user";
}

export interface HoldQuestion {
  readonly asker: HoldAsker;
  readonly scope: Exclude<HoldScope, "person">;
  /** Of the delivery or message; of an account it is the asker's own. */
  readonly id: string;
  readonly ground: string;
  readonly reason: string;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/**
 * Nothing is kept longer before it is placed. Errors: bad_request `hold_invalid` with fields; not_found `delivery_not_found`,
 * `message_not_found`, another account's too; forbidden `not_an_admin`; conflict `hold_asked_already`.
 */
export async function askHold(ctx: Context, question: HoldQuestion): Promise<string> {
  const { asker, scope, arrivedAt: at } = question;
  if (scope === "account") requireAdminRole(asker);
  const { accountId, memberId } = asker;
  try {
    return await transact(ctx.db, { accountId, memberId }, async (trx) => {
      const scopeId = await findOwn(trx, question);
      const parsed = parseHoldWish(question);
      if (!parsed.ok) throw new AppError("bad_request", "hold_invalid", { fields: parsed.errors });
      const id = ctx.newId("hld", at);
      await insertAsked(trx, { id, scope, scopeId, accountId, memberId, wish: parsed.value, at });
      await logUse(trx, ctx, {
        act: "hold_asked",
        at,
        visitor: question.visitor,
        accountId,
        personId: asker.personId,
        ...(scope === "delivery" ? { deliveryId: scopeId } : {}),
        subject: id,
      });
      return id;
    });
  } catch (error) {
    if (isUniqueViolation(error, "legal_hold_asked"))
      throw new AppError("conflict", "hold_asked_already", { cause: error });
    throw error;
  }
}

async function findOwn(trx: Transaction, { asker, scope, id }: HoldQuestion): Promise<string> {
  if (scope === "account") return asker.accountId;
  const row = await trx.selectFrom(scope).select("id").where("id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("not_found", `${scope}_not_found`);
  return row.id;
}

async function insertAsked(
  trx: Transaction,
  asked: {
    readonly id: string;
    readonly scope: HoldScope;
    readonly scopeId: string;
    readonly accountId: string;
    readonly memberId: string;
    readonly wish: HoldWish;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await trx
    .insertInto("legal_hold")
    .values({
      id: asked.id,
      scope: asked.scope,
      scope_id: asked.scopeId,
      account_id: asked.accountId,
      ...asked.wish,
      asked_by: asked.memberId,
      asked_at: asked.at,
      state: "asked",
    })
    .execute();
  await writeHoldEvent(trx, {
    holdId: asked.id,
    event: "asked",
    at: asked.at,
    memberId: asked.memberId,
    words: asked.wish.reason,
  });
}
