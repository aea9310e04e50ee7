// Minutes of a window's last day in which the collect site did not answer through its own front door (domain rules, "Our outage").

import { sql, type Transaction } from "@posthorn/db";

/** Missing heartbeats between the start of the last day and the deadline; read in the transaction of the expiry. */
export async function countOutageMinutes(trx: Transaction, deadlineAt: Temporal.Instant): Promise<number> {
  const start = deadlineAt.toZonedDateTimeISO("Europe/Brussels").subtract({ days: 1 }).toInstant();
  const minutes = deadlineAt.since(start).total("minutes");
  const { rows } = await sql<{ there: number }>`
    SELECT count(*) AS there FROM heartbeat WHERE minute_at >= ${start} AND minute_at < ${deadlineAt}`.execute(
    trx,
  );
  return Math.max(0, Math.round(minutes) - (rows[0]?.there ?? 0));
}
