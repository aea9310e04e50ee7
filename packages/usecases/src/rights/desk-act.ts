// What every act of the privacy desk on a request begins and ends with: the row locked, its state judged, the act written down twice.

import type { RightsRequestTable, Selectable, Transaction } from "@posthorn/db";
import { AppError, type RightsState } from "@posthorn/domain";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";

export type DeskRequest = Selectable<RightsRequestTable>;

/** What happened to a request at the desk, as its history names it. */
export type DeskEvent =
  | "booked"
  | "file_added"
  | "file_opened"
  | "subject_chosen"
  | "subject_removed"
  | "identified"
  | "identity_failed"
  | "code_sent"
  | "extended"
  | "senders_told"
  | "answered"
  | "carried_out"
  | "exported"
  | "withdrawn"
  | "letter"
  | "letter_saved"
  | "restriction_told"
  | "restriction_lifted";

/** Of two officers the second waits here. Errors: not_found `rights_request_unknown`; conflict `rights_request_state`. */
export async function lockRequest(
  trx: Transaction,
  requestId: string,
  states: readonly RightsState[],
): Promise<DeskRequest> {
  const row = await trx
    .selectFrom("rights_request")
    .selectAll()
    .where("id", "=", requestId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "rights_request_unknown");
  if (!states.includes(row.state)) throw new AppError("conflict", "rights_request_state");
  return row;
}

/** History of the request, and log of the staff; `words` stand in the history alone. */
export async function noteDeskAct(
  trx: Transaction,
  { staff, visitor, arrivedAt }: StaffReader,
  noted: {
    readonly requestId: string;
    readonly event: DeskEvent;
    readonly at: Temporal.Instant;
    readonly words?: string | null;
  },
): Promise<void> {
  await trx
    .insertInto("rights_request_event")
    .values({
      request_id: noted.requestId,
      at: noted.at,
      event: noted.event,
      staff_id: staff.staffId,
      words: noted.words ?? null,
    })
    .execute();
  await logStaffAct(trx, {
    act: "rights_request_changed",
    at: arrivedAt,
    visitor,
    staffId: staff.staffId,
    subject: noted.requestId,
    reason: noted.event,
  });
}
