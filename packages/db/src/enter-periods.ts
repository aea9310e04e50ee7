// Enters the periods of the schedule where they are new or differ from those in force: the database erases by what the code says.

import { RETENTION_RULES, type Period, type RetentionRule } from "@posthorn/domain";
import type pg from "pg";

/** A shorter period than the one before takes effect seven days later, so that what falls by it can still be stopped. */
export async function enterPeriods(client: pg.Client): Promise<void> {
  for (const { id, period } of Object.values(RETENTION_RULES) as readonly RetentionRule[]) {
    const kept = interval(period);
    if (kept === null) continue;
    await client.query(
      `WITH last AS (SELECT kept, at_most FROM retention_period WHERE rule = $1 ORDER BY effective_at DESC LIMIT 1)
       INSERT INTO retention_period (rule, effective_at, kept, at_most)
       SELECT $1, CASE WHEN $2::interval < (SELECT kept FROM last) THEN clock.now() + interval '7 days'
         WHEN EXISTS (SELECT FROM last) THEN clock.now() ELSE '-infinity' END, $2::interval, $3
       WHERE NOT EXISTS (SELECT FROM last WHERE kept = $2::interval AND at_most = $3)`,
      [id, kept, "atMost" in period && period.atMost === true],
    );
  }
}

/** Null where it falls with something else. */
function interval(period: Period): string | null {
  switch (period.kind) {
    case "with":
      return null;
    case "at_once":
      return "0 days";
    case "hours":
      return `${period.hours} hours`;
    default:
      return `${period.count} ${period.kind}`;
  }
}
