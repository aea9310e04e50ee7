// Checks chains and log again, a slice at a time: what was changed behind our back opens a breach by itself.

import { createHmac } from "node:crypto";
import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { checkLogSlice } from "./check-log.ts";
import { markOf } from "./mark-of.ts";
import { noteFindings } from "./note-findings.ts";

/** Deliveries, and leaves of the log, of one pass; a multiple of the width of a tile. */
const DELIVERIES = 200;
const LEAVES = 1024;

export interface RecordCheck {
  /** Whatever does not fit, first found now or earlier. */
  readonly findings: number;
  /** Whether this pass came to the end of all chains and of the log. */
  readonly whole: boolean;
}

/**
 * One slice; the next pass goes on behind it, from the beginning once all was seen. Of two at once the second finds nothing to do. What
 * does not fit opens one entry, and what is found while that stands open is added to it. Changes nothing of what it checks.
 */
export async function checkRecords(ctx: Context): Promise<RecordCheck | null> {
  return transact(ctx.db, {}, async (trx) => {
    const place = await trx
      .selectFrom("record_check")
      .select(["after", "log_after"])
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!place) return null;
    const chains = await checkChains(trx, place.after);
    const log = await checkLogSlice(trx, Number(place.log_after), LEAVES);
    const findings = [...chains.findings, ...log.findings];
    const now = await clockNow(trx);
    if (findings.length > 0) await noteFindings(trx, ctx, findings, now);
    const whole = chains.next === null && log.next === null;
    await trx
      .updateTable("record_check")
      .set({
        after: whole ? "" : (chains.next ?? LAST_ID),
        log_after: whole ? 0 : (log.next ?? log.size),
        checked_at: now,
        ...(whole ? { whole_at: now } : {}),
      })
      .execute();
    return { findings: findings.length, whole };
  });
}

/** Behind every id: the chains are through, the log is not yet. */
const LAST_ID = "~";
const NO_PREVIOUS = "0".repeat(64);

interface Row {
  readonly id: string;
  readonly record_seq: number;
  readonly record_head: string;
  readonly seq: number | null;
  readonly canonical: string;
  readonly random: Uint8Array;
  readonly leaf: Uint8Array;
  readonly logged: Uint8Array | null;
}

/** One statement reads rows and records as of one moment, whatever is appended meanwhile. */
async function checkChains(
  trx: Transaction,
  after: string,
): Promise<{ readonly findings: readonly string[]; readonly next: string | null }> {
  const { rows } = await sql<Row>`
    SELECT d.id, d.record_seq, d.record_head, r.seq, r.canonical, r.random, r.leaf, l.leaf AS logged
    FROM (SELECT id, record_seq, record_head FROM delivery WHERE id > ${after} ORDER BY id LIMIT ${sql.lit(DELIVERIES)}) d
    LEFT JOIN evidence_record r ON r.delivery_id = d.id
    LEFT JOIN log_entry l ON l.record_id = r.id
    ORDER BY d.id, r.seq`.execute(trx);
  const chains = Map.groupBy(rows, ({ id }) => id);
  const findings = [...chains].flatMap(([id, records]) => {
    const mark = misfitOf(records);
    return mark === null ? [] : [`chain/${id}#${mark}`];
  });
  return { findings, next: chains.size < DELIVERIES ? null : (rows.at(-1)?.id ?? null) };
}

/**
 * Each record is what its leaf says, follows the one before it, and stands in the log as it is; the last is the row's head: null. Else a
 * mark of the first that does not fit, so that what is appended behind it is no other finding.
 */
function misfitOf(records: readonly Row[]): string | null {
  let head = NO_PREVIOUS;
  let seq = 0;
  for (const record of records) {
    if (record.seq === null) continue;
    seq += 1;
    const leaf = createHmac("sha256", record.random).update(record.canonical, "utf8").digest();
    const fits = record.seq === seq && leaf.equals(record.leaf) && follows(record.canonical, seq, head);
    if (!fits || (record.logged !== null && !leaf.equals(record.logged)))
      return markOf(String(record.seq), record.canonical, record.random, record.leaf, record.logged);
    head = leaf.toString("hex");
  }
  const [row] = records;
  if (row === undefined || (row.record_seq === seq && row.record_head === head)) return null;
  return markOf("head", row.record_head, head);
}

function follows(canonical: string, seq: number, head: string): boolean {
  try {
    const facts = JSON.parse(canonical) as { readonly seq?: unknown; readonly prev_hash?: unknown };
    return facts.seq === seq && facts.prev_hash === head;
  } catch {
    return false;
  }
}
