// Notes what happened to a hold: who, when, why, and until when it holds then; the staff log has the same.

import { type LegalHoldEventTable, type PersonErrandKind, sql, type Transaction } from "@posthorn/db";
import type { StaffAct } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";

export interface HoldEvent {
  readonly holdId: string;
  readonly event: LegalHoldEventTable["event"];
  readonly at: Temporal.Instant;
  readonly staffId?: string;
  readonly memberId?: string;
  readonly words?: string | null;
  readonly endsOn?: Temporal.PlainDate | null;
}

export async function writeHoldEvent(trx: Transaction, event: HoldEvent): Promise<void> {
  await trx
    .insertInto("legal_hold_event")
    .values({
      hold_id: event.holdId,
      event: event.event,
      at: event.at,
      staff_id: event.staffId ?? null,
      member_id: event.memberId ?? null,
      words: event.words ?? null,
      ends_on: event.endsOn ?? null,
    })
    .execute();
}

/** An act of the desk: the event, and the line in the staff log. */
export async function bookHoldAct(
  trx: Transaction,
  reader: StaffReader,
  act: StaffAct,
  event: Omit<HoldEvent, "staffId">,
): Promise<void> {
  await writeHoldEvent(trx, { ...event, staffId: reader.staff.staffId });
  await logStaffAct(trx, {
    act,
    at: reader.arrivedAt,
    visitor: reader.visitor,
    staffId: reader.staff.staffId,
    subject: event.holdId,
    ...(event.words ? { reason: event.words.slice(0, 500) } : {}),
  });
}

/** A mail to who asked for the hold, or to who runs the account; of a person's hold to nobody. */
export async function tellOfHold(
  trx: Transaction,
  ctx: Context,
  hold: { readonly id: string; readonly ground: string; readonly scope: string; readonly scopeId: string },
  told: {
    readonly kind: PersonErrandKind;
    readonly facts?: Readonly<Record<string, string>>;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { rows } = await sql<{ person_id: string }>`
    SELECT person_id FROM retention.hold_persons(${hold.id})`.execute(trx);
  const facts = {
    ground: hold.ground,
    ...(hold.scope === "delivery" || hold.scope === "message" ? { delivery: hold.scopeId } : {}),
    ...told.facts,
  };
  for (const { person_id: personId } of rows)
    await owePersonErrand(trx, ctx, personId, told.kind, facts, told.at);
}
