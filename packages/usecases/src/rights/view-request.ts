// All the privacy desk needs to decide about one request: who asks, about which data, what was done, whose decision it waits for.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  daysLeft,
  type RightsLetter,
  type SenderDecision,
  type Urgency,
  urgencyOf,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import type { DeskRequest } from "./desk-act.ts";
import { findChosen, type FoundDelivery } from "./describe-deliveries.ts";
import { knownAddresses } from "./send-known-code.ts";

export interface RequestDetail {
  readonly row: DeskRequest;
  readonly now: Temporal.Instant;
  readonly clock: { readonly days: number; readonly urgency: Urgency } | null;
  /** The account holder whom the officer has found, or who asked in his account. */
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly deliveries: readonly FoundDelivery[];
  /** At which whom the officer has chosen is known; only while it is not shown who asks. */
  readonly knownAddresses: readonly string[];
  readonly files: readonly RequestFile[];
  readonly senders: readonly RequestSender[];
  readonly restriction: { readonly since: Temporal.Instant; readonly toldAt: Temporal.Instant | null } | null;
  /** The latest first. */
  readonly events: readonly RequestEvent[];
  /** Where the earlier ones begin, for `before`; null where these are all. */
  readonly earlier: number | null;
}

export interface RequestFile {
  readonly id: string;
  readonly kind: "letter" | "identity_document" | "authority" | "export" | "answer";
  readonly name: string;
  readonly size: number;
  readonly addedAt: Temporal.Instant;
  /** Day on which the paper came in. */
  readonly arrivedOn: Temporal.PlainDate;
}

export interface RequestSender {
  readonly name: string;
  readonly letters: number;
  readonly toldAt: Temporal.Instant | null;
  readonly decideBy: Temporal.PlainDate | null;
  readonly decision: SenderDecision | null;
  readonly words: string | null;
  /** His term has passed without a decision. */
  readonly silent: boolean;
  /** His account is closed: nobody decides there any more, and nobody is waited for. */
  readonly gone: boolean;
}

export interface RequestEvent {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly event: string;
  readonly by: string | null;
  readonly words: string | null;
  readonly letter: RightsLetter | null;
}

const EVENTS_SHOWN = 200;

/**
 * With the events below the id `before`, or the latest. The look is logged. Errors: forbidden `staff_role_missing`; not_found
 * `rights_request_unknown`.
 */
export async function viewRequest(
  ctx: Context,
  reader: StaffReader,
  requestId: string,
  before: number | null = null,
): Promise<RequestDetail> {
  requireReader(reader.staff, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const row = await trx
      .selectFrom("rights_request")
      .selectAll()
      .where("id", "=", requestId)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "rights_request_unknown");
    await logStaffAct(trx, {
      act: "rights_request_viewed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: requestId,
    });
    const now = await clockNow(trx);
    const runs = row.due_on !== null && (row.state === "open" || row.state === "identity");
    const days = row.due_on === null ? 0 : daysLeft(row.due_on, now);
    const events = await listEvents(trx, requestId, before);
    const shown = events.slice(0, EVENTS_SHOWN);
    return {
      row,
      now,
      clock: runs ? { days, urgency: urgencyOf(days) } : null,
      person: row.person_id === null ? null : await findPerson(trx, requestId),
      deliveries: await findChosen(trx, requestId),
      knownAddresses: row.state === "identity" ? await knownAddresses(trx, requestId) : [],
      files: await listFiles(trx, requestId),
      senders: await listSenders(trx, requestId, now),
      restriction: await findRestriction(trx, requestId),
      events: shown,
      earlier: events.length > EVENTS_SHOWN ? (shown.at(-1)?.id ?? null) : null,
    };
  });
}

async function findPerson(trx: Transaction, requestId: string): Promise<RequestDetail["person"]> {
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    SELECT p ->> 'id' AS id, concat_ws(' ', p ->> 'first_names', p ->> 'family_name') AS name, p ->> 'email' AS email
    FROM (SELECT rights_export_person(${requestId}) -> 'person' AS p) held WHERE p IS NOT NULL`.execute(trx);
  return rows[0] ?? null;
}

async function listFiles(trx: Transaction, requestId: string): Promise<readonly RequestFile[]> {
  const rows = await trx
    .selectFrom("rights_request_file")
    .select(["id", "kind", "name", "size", "added_at", "arrived_on"])
    .where("request_id", "=", requestId)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return rows.map(({ id, kind, name, size, added_at, arrived_on }) => ({
    id,
    kind,
    name,
    size: Number(size),
    addedAt: added_at,
    arrivedOn: arrived_on,
  }));
}

async function listSenders(
  trx: Transaction,
  requestId: string,
  now: Temporal.Instant,
): Promise<readonly RequestSender[]> {
  const { rows } = await sql<{
    name: string;
    letters: number;
    told_at: Temporal.Instant | null;
    decide_by: Temporal.PlainDate | null;
    decision: SenderDecision | null;
    words: string | null;
    gone: boolean;
  }>`
    SELECT s.name, s.gone, cardinality(s.delivery_ids) AS letters, t.told_at, t.decide_by, t.decision, t.words
    FROM rights_senders(${requestId}) s LEFT JOIN rights_request_sender t ON t.request_id = ${requestId} AND t.account_id = s.account_id
    ORDER BY s.name, s.account_id`.execute(trx);
  return rows.map((row) => ({
    name: row.name,
    letters: row.letters,
    toldAt: row.told_at,
    decideBy: row.decide_by,
    decision: row.decision,
    words: row.words,
    silent: !row.gone && row.decision === null && row.decide_by !== null && daysLeft(row.decide_by, now) < 0,
    gone: row.gone && row.decision === null,
  }));
}

async function findRestriction(trx: Transaction, requestId: string): Promise<RequestDetail["restriction"]> {
  const row = await trx
    .selectFrom("processing_restriction")
    .select(["since", "lift_told_at"])
    .where("request_id", "=", requestId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  return row ? { since: row.since, toldAt: row.lift_told_at } : null;
}

/** One more than is shown, where there are more. */
async function listEvents(
  trx: Transaction,
  requestId: string,
  before: number | null,
): Promise<readonly RequestEvent[]> {
  const rows = await trx
    .selectFrom("rights_request_event")
    .leftJoin("staff", "staff.id", "rights_request_event.staff_id")
    .select(["rights_request_event.id", "at", "event", "words", "staff.first_names", "staff.family_name"])
    .where("request_id", "=", requestId)
    .$if(before !== null, (all) => all.where("rights_request_event.id", "<", before ?? 0))
    .orderBy("rights_request_event.id", "desc")
    .limit(EVENTS_SHOWN + 1)
    .execute();
  return rows.map(({ id, at, event, words, first_names, family_name }) => ({
    id: Number(id),
    at,
    event,
    by: family_name === null ? null : `${first_names ?? ""} ${family_name}`.trim(),
    words: event === "letter" ? null : words,
    letter: event === "letter" && words !== null ? (JSON.parse(words) as RightsLetter) : null,
  }));
}
