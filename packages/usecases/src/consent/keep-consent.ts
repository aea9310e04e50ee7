// One consent of the ledger: stated by the sender, looked at, withdrawn; nothing in it is ever changed.

import { clockNow, transact } from "@posthorn/db";
import { AppError, brusselsDay, type FieldError, parseConsent, parseContact } from "@posthorn/domain";
import type { ContactOwner } from "../contact/keep-contact.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { type ConsentLine, consentOf } from "./consent-row.ts";
import { isAfter, noteConsents } from "./note-consents.ts";

export interface ConsentKeeper extends ContactOwner {
  readonly memberId: string;
  readonly personId: string;
}

interface Act {
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/** Errors: not_found `consent_not_found` (another account's too). */
export async function loadConsent(ctx: Context, accountId: string, consentId: string): Promise<ConsentLine> {
  const row = await transact(ctx.db, { accountId }, (trx) =>
    trx
      .selectFrom("addressee_consent")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("id", "=", consentId)
      .executeTakeFirst(),
  );
  if (!row) throw new AppError("not_found", "consent_not_found");
  return consentOf(row);
}

/**
 * What the sender states: `kind, name, first_names, email, basis, stated_on, words`. Errors: bad_request `consent_invalid`
 * with fields; conflict `consent_known` where one stands, or was withdrawn on that day or later.
 */
export async function stateConsent(
  ctx: Context,
  keeper: ConsentKeeper,
  given: Act & { readonly fields: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { fields, visitor, arrivedAt } = given;
  const errors: FieldError[] = [];
  const party = parseContact(fields, { defaultLanguage: keeper.language });
  const consent = parseConsent("", fields);
  if (!party.ok) errors.push(...party.errors);
  if (!consent.ok) errors.push(...consent.errors);
  const stated = consent.ok ? consent.value : undefined;
  if (stated?.basis === "none_stated") errors.push({ path: "basis", code: "required" });
  if (stated && stated.statedOn === undefined) errors.push({ path: "stated_on", code: "required" });
  if (isAfter(stated?.statedOn, brusselsDay(arrivedAt)))
    errors.push({ path: "stated_on", code: "date_in_future" });
  if (stated && stated.words === undefined) errors.push({ path: "words", code: "required" });
  if (errors.length > 0 || !party.ok || !stated?.statedOn || stated.basis === "none_stated")
    throw new AppError("bad_request", "consent_invalid", { fields: errors });
  const { basis, statedOn, words = null } = stated;
  await transact(ctx.db, { accountId: keeper.accountId }, async (trx) => {
    const at = await clockNow(trx);
    const noted = await noteConsents(trx, ctx, {
      accountId: keeper.accountId,
      memberId: keeper.memberId,
      at,
      source: "sender",
      entries: [{ ...party.value, basis, statedOn, words }],
    });
    if (noted === 0)
      throw new AppError("conflict", "consent_known", { fields: [{ path: "email", code: "consent_known" }] });
    await logUse(trx, ctx, { act: "consent_stated", at, visitor, ...whoOf(keeper) });
  });
}

/** A consent that was withdrawn before stays as it was. Errors: those of `loadConsent`; bad_request `consent_invalid`. */
export async function withdrawConsent(
  ctx: Context,
  keeper: ConsentKeeper,
  given: Act & { readonly consentId: string; readonly words: string },
): Promise<void> {
  const { consentId, visitor } = given;
  const words = parseConsent("", { words: given.words });
  if (!words.ok) throw new AppError("bad_request", "consent_invalid", { fields: words.errors });
  await loadConsent(ctx, keeper.accountId, consentId);
  await transact(ctx.db, { accountId: keeper.accountId }, async (trx) => {
    const at = await clockNow(trx);
    const done = await trx
      .updateTable("addressee_consent")
      .set({ withdrawn_at: at, withdrawn_by: "sender", withdrawn_words: words.value.words ?? null })
      .where("account_id", "=", keeper.accountId)
      .where("id", "=", consentId)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (done.numUpdatedRows > 0n)
      await logUse(trx, ctx, { act: "consent_withdrawn", at, visitor, ...whoOf(keeper) });
  });
}

function whoOf({ accountId, personId }: ConsentKeeper) {
  return { accountId, personId };
}
