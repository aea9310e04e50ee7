// Brings seals to level B-LTA and renews them in time; each renewal is a new row (domain rules, "Order of acts", 3).

import { clockNow, type Queryable, sql, transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { countArchiveAttempts, noteArchiving } from "./note-archiving.ts";
import type { Archived, ArchivePort } from "./ports.ts";
import { renewAt } from "./renew-later.ts";

/** Seals that share their revocation values at most. */
export const ARCHIVE_BATCH = 32;

interface Due {
  readonly record_id: string;
  readonly due_at: Temporal.Instant;
  readonly xml: string;
}

/**
 * Archives one batch of what is due; returns how many were tried. Two sealers at once may do one twice; the first to book
 * wins. What fails keeps no other waiting, and its error is thrown once the others are booked.
 */
export async function archiveSeals(ctx: Context, port: ArchivePort): Promise<number> {
  const now = await clockNow(ctx.db);
  const due = await listDue(ctx.db, now);
  if (due.length === 0) return 0;
  const outcomes = await port.archiveSeals(due.map(({ xml }) => xml));
  const archived: Renewed[] = [];
  const failures: unknown[] = [];
  const failed: string[] = [];
  for (const [index, { record_id: recordId, due_at: dueAt }] of due.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === "fulfilled") archived.push({ recordId, dueAt, ...outcome.value });
    else {
      failed.push(recordId);
      failures.push(outcome?.reason);
    }
  }
  await transact(ctx.db, {}, async (trx) => {
    await bookArchived(trx, archived, now);
    await countArchiveAttempts(trx, "seal", failed);
    await noteArchiving(trx, now, failures);
  });
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} seals could not be archived`);
  return due.length;
}

interface Renewed extends Archived<string> {
  readonly recordId: string;
  readonly dueAt: Temporal.Instant;
}

async function bookArchived(
  trx: Transaction,
  archived: readonly Renewed[],
  now: Temporal.Instant,
): Promise<void> {
  if (archived.length === 0) return;
  const rows = archived.map(({ recordId, dueAt, document, verifiesUntil }) => ({
    ref: recordId,
    was: dueAt.toString(),
    due: renewAt(now, verifiesUntil).toString(),
    xml: document,
    until: verifiesUntil.toString(),
  }));
  await sql`
    WITH done AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS d(ref text, was timestamptz(3), due timestamptz(3), xml text, until timestamptz(3))
    ), taken AS (
      UPDATE archive_timer t SET due_at = done.due, attempts = 0 FROM done
      WHERE t.kind = 'seal' AND t.ref = done.ref AND t.due_at = done.was RETURNING t.ref
    )
    INSERT INTO evidence_seal (record_id, account_id, delivery_id, xml, certificate_sha256, sealed_at, level, verifies_until)
    SELECT s.record_id, s.account_id, s.delivery_id, done.xml, s.certificate_sha256, ${now}, 'B-LTA', done.until
    FROM taken JOIN done USING (ref) JOIN LATERAL (
      SELECT * FROM evidence_seal WHERE record_id = taken.ref ORDER BY id DESC LIMIT 1
    ) s ON true`.execute(trx);
}

async function listDue(db: Queryable, now: Temporal.Instant): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    SELECT t.ref AS record_id, t.due_at, s.xml
    FROM (SELECT * FROM archive_timer WHERE kind = 'seal' AND due_at <= ${now}
          ORDER BY attempts, due_at, ref LIMIT ${ARCHIVE_BATCH}) t
    JOIN LATERAL (SELECT xml FROM evidence_seal WHERE record_id = t.ref ORDER BY id DESC LIMIT 1) s ON true
    ORDER BY t.attempts, t.due_at, t.ref`.execute(db);
  return rows;
}
