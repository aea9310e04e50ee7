// Minutes of a window's last day in which the collect site did not answer through its own front door (domain rules, "Our outage").

import { sql, type Transaction } from "@posthorn/db";

/** Missing minutes, and the same as intervals in order. */
export interface Outage {
  readonly minutes: number;
  readonly intervals: readonly { readonly from: Temporal.Instant; readonly until: Temporal.Instant }[];
}

/** Missing heartbeats between the start of the last day and the deadline; read in the transaction of the expiry. */
export async function readOutage(trx: Transaction, deadlineAt: Temporal.Instant): Promise<Outage> {
  const start = deadlineAt.toZonedDateTimeISO("Europe/Brussels").subtract({ days: 1 }).toInstant();
  const { rows } = await sql<{ minute_at: Temporal.Instant }>`
    SELECT minute_at FROM heartbeat WHERE minute_at >= ${start} AND minute_at < ${deadlineAt}`.execute(trx);
  const there = new Set(rows.map((row) => minuteOf(row.minute_at)));
  const intervals: { from: Temporal.Instant; until: Temporal.Instant }[] = [];
  let minutes = 0;
  for (let minute = minuteOf(start); minute < minuteOf(deadlineAt); minute += 1) {
    if (there.has(minute)) continue;
    minutes += 1;
    const from = instantOf(minute);
    const until = instantOf(minute + 1);
    const last = intervals.at(-1);
    if (last?.until.equals(from)) last.until = until;
    else intervals.push({ from, until });
  }
  return { minutes, intervals };
}

function minuteOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 60_000);
}

function instantOf(minute: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
}
