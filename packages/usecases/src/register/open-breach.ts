// Opens an entry for a breach, and mends what is written of it while it is open.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  type BreachFacts,
  type FieldError,
  parseBreach,
  parseNoticedAt,
  type RawBreach,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";
import { lockBreach } from "./lock-breach.ts";
import { findToldAccounts, oweBreachNotice, requireBreachWords } from "./owe-breach-notice.ts";
import { breachColumns, insertBreach, writeBreachEvent } from "./write-breach.ts";

/**
 * Every clock runs from `noticedAt` (`2026-11-23 14:05`, Brussels). Returns its id. Errors: forbidden `staff_role_missing`,
 * `staff_not_fresh`; bad_request `breach_invalid` with the fields of `parseBreach` and `noticed_at`.
 */
export async function openBreach(
  ctx: Context,
  reader: StaffReader,
  raw: RawBreach & { readonly noticedAt: string },
): Promise<string> {
  requireFreshOfficer(reader, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const parsed = parseBreach(raw);
    const noticed = parseNoticedAt(raw.noticedAt, now);
    if (!parsed.ok || !noticed.ok)
      throw invalid([...(noticed.ok ? [] : noticed.errors), ...(parsed.ok ? [] : parsed.errors)]);
    const id = ctx.newId("bre", now);
    await insertBreach(trx, {
      ...parsed.value,
      id,
      openedAt: now,
      noticedAt: noticed.value,
      staffId: reader.staff.staffId,
      sourceKey: null,
    });
    await bookRegisterAct(trx, reader, "breach_opened", id);
    return id;
  });
}

/**
 * When it was noticed is not changed: the clocks run. Accounts that are added once the senders were told are told with it, each once.
 * Errors: as of `openBreach`, then with `words.<language>` too; those of `lockBreach`; conflict `breach_changed`.
 */
export async function changeBreach(
  ctx: Context,
  reader: StaffReader,
  raw: RawBreach & { readonly id: string; readonly seenAt: Temporal.Instant | null },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const parsed = parseBreach(raw);
  if (!parsed.ok) throw invalid(parsed.errors);
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockBreach(trx, raw.id);
    if (raw.seenAt === null || !row.changed_at.equals(raw.seenAt))
      throw new AppError("conflict", "breach_changed");
    const now = await clockNow(trx);
    await trx
      .updateTable("breach")
      .set({ ...breachColumns(parsed.value), changed_at: now })
      .where("id", "=", raw.id)
      .execute();
    const { facts, assessment } = parsed.value;
    const words = assessment === "" ? facts : `${facts}\n\n${assessment}`;
    await writeBreachEvent(trx, {
      breachId: raw.id,
      event: "changed",
      at: now,
      staffId: reader.staff.staffId,
      words: words.slice(0, 8000),
    });
    await bookRegisterAct(trx, reader, "breach_changed", raw.id);
    await tellAdded(trx, ctx, reader, { breachId: raw.id, facts: parsed.value, at: now });
  });
}

/** Who was added after the release waits for no other: he is told as the others were. */
async function tellAdded(
  trx: Transaction,
  ctx: Context,
  reader: StaffReader,
  { breachId, facts, at }: { breachId: string; facts: BreachFacts; at: Temporal.Instant },
): Promise<void> {
  const told = await findToldAccounts(trx, breachId);
  if (told === null || told === "all") return;
  const { accountIds } = facts;
  const added = accountIds === null ? null : accountIds.filter((id) => !told.includes(id));
  if (added?.length === 0) return;
  requireBreachWords(facts.words);
  await oweBreachNotice(trx, ctx, { breachId, accountIds: added, toldBefore: told, at });
  await writeBreachEvent(trx, {
    breachId,
    event: "released",
    at,
    staffId: reader.staff.staffId,
    duty: "senders",
    words: added === null ? null : added.join(" ").slice(0, 8000),
  });
  await bookRegisterAct(trx, reader, "breach_released", breachId);
}

function invalid(fields: readonly FieldError[]): AppError {
  return new AppError("bad_request", "breach_invalid", { fields });
}
