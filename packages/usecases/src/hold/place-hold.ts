// Decides about a hold: placed with an end, or refused in words; or placed by the privacy officer himself.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  HOLD_SCOPES,
  type HoldScope,
  parseHoldEnd,
  parseHoldReason,
  parseHoldWish,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { findHoldSubject, lockHolds } from "./hold-subject.ts";
import { lockAsked, readToday } from "./lock-hold.ts";
import { bookHoldAct, tellOfHold } from "./write-hold-event.ts";

/**
 * Of a hold and an erasure exactly one happens: who erases is waited for first, and what it names is looked at then. Durable on return; who asked is told.
 * Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `hold_invalid` with fields; not_found `hold_unknown`; conflict
 * `hold_decided`, `hold_too_late`: what it names is erased.
 */
export async function placeAskedHold(
  ctx: Context,
  reader: StaffReader,
  decision: { readonly holdId: string; readonly endsOn: string; readonly words: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const words = parseWords(decision.words);
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockAsked(trx, decision.holdId);
    const endsOn = await parseEnd(trx, decision.endsOn);
    await requireStanding(trx, row.scope, row.scope_id);
    const at = await clockNow(trx);
    await trx
      .updateTable("legal_hold")
      .set({
        state: "placed",
        decided_by: reader.staff.staffId,
        decided_at: at,
        decision_words: words,
        ends_on: endsOn,
      })
      .where("id", "=", row.id)
      .execute();
    await bookHoldAct(trx, reader, "hold_placed", { holdId: row.id, event: "placed", at, words, endsOn });
    const hold = { id: row.id, ground: row.ground, scope: row.scope, scopeId: row.scope_id };
    const facts = { until: endsOn.toString(), ...(words === null ? {} : { words }) };
    await tellOfHold(trx, ctx, hold, { kind: "hold_placed", facts, at });
  });
}

/** With words for who asked. Errors as `placeAskedHold`. */
export async function refuseHold(
  ctx: Context,
  reader: StaffReader,
  decision: { readonly holdId: string; readonly words: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const parsed = parseHoldReason(decision.words);
  if (!parsed.ok)
    throw new AppError("bad_request", "hold_invalid", {
      fields: parsed.errors.map((error) => ({ ...error, path: "refusal" })),
    });
  const words = parsed.value;
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockAsked(trx, decision.holdId);
    const at = await clockNow(trx);
    await trx
      .updateTable("legal_hold")
      .set({ state: "refused", decided_by: reader.staff.staffId, decided_at: at, decision_words: words })
      .where("id", "=", row.id)
      .execute();
    await bookHoldAct(trx, reader, "hold_refused", { holdId: row.id, event: "refused", at, words });
    const hold = { id: row.id, ground: row.ground, scope: row.scope, scopeId: row.scope_id };
    await tellOfHold(trx, ctx, hold, { kind: "hold_refused", facts: { words }, at });
  });
}

export interface OwnHold {
  readonly scope: string;
  readonly id: string;
  readonly ground: string;
  readonly reason: string;
  readonly endsOn: string;
}

/**
 * Without anybody's asking; returns its id. Errors: those of `placeAskedHold`; bad_request `hold_invalid` also where nobody ever had that id
 * (field `id`, `hold_subject_unknown`).
 */
export async function placeOwnHold(ctx: Context, reader: StaffReader, own: OwnHold): Promise<string> {
  requireFreshOfficer(reader, "privacy_officer");
  const scope = HOLD_SCOPES.find((each) => each === own.scope);
  const wish = parseHoldWish(own);
  const scopeId = own.id.trim();
  return transact(ctx.db, {}, async (trx) => {
    const end = parseHoldEnd(own.endsOn, await readToday(trx));
    const before = scope === undefined ? null : await findHoldSubject(trx, scope, scopeId);
    await lockHolds(trx);
    // A statement of its own: what was erased while this one waited for the lock is seen by it.
    const subject = scope === undefined ? null : await findHoldSubject(trx, scope, scopeId);
    if (before !== null && subject === null) throw new AppError("conflict", "hold_too_late");
    const fields = [
      ...(scope === undefined ? [{ path: "scope", code: "choose" }] : []),
      ...(scope !== undefined && subject === null ? [{ path: "id", code: "hold_subject_unknown" }] : []),
      ...(wish.ok ? [] : wish.errors),
      ...(end.ok ? [] : end.errors),
    ];
    if (scope === undefined || subject === null || !wish.ok || !end.ok)
      throw new AppError("bad_request", "hold_invalid", { fields });
    if (subject.gone) throw new AppError("conflict", "hold_too_late");
    const at = await clockNow(trx);
    const id = ctx.newId("hld", at);
    await trx
      .insertInto("legal_hold")
      .values({
        id,
        scope,
        scope_id: scopeId,
        account_id: subject.accountId,
        ...wish.value,
        asked_at: at,
        state: "placed",
        decided_by: reader.staff.staffId,
        decided_at: at,
        ends_on: end.value,
      })
      .execute();
    const { reason: words } = wish.value;
    await bookHoldAct(trx, reader, "hold_placed", {
      holdId: id,
      event: "placed",
      at,
      words,
      endsOn: end.value,
    });
    return id;
  });
}

async function requireStanding(trx: Transaction, scope: HoldScope, id: string): Promise<void> {
  await lockHolds(trx);
  const subject = await findHoldSubject(trx, scope, id);
  if (subject === null || subject.gone) throw new AppError("conflict", "hold_too_late");
}

async function parseEnd(trx: Transaction, raw: string): Promise<Temporal.PlainDate> {
  const parsed = parseHoldEnd(raw, await readToday(trx));
  if (!parsed.ok) throw new AppError("bad_request", "hold_invalid", { fields: parsed.errors });
  return parsed.value;
}

/** May be left out. */
function parseWords(raw: string): string | null {
  if (raw.trim() === "") return null;
  const parsed = parseHoldReason(raw);
  if (!parsed.ok)
    throw new AppError("bad_request", "hold_invalid", {
      fields: parsed.errors.map((error) => ({ ...error, path: "words" })),
    });
  return parsed.value;
}
