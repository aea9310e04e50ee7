// What stands between this service and the status it claims; a qualified one refuses to start over it.

import { clockNow, type Database, sql } from "@posthorn/db";
import {
  AppError,
  judgeReadiness,
  type ReadinessFacts,
  type ReadinessFinding,
  type TrustStatus,
} from "@posthorn/domain";

export type KnownFacts = Omit<ReadinessFacts, "clockMoved" | "now">;

/** The facts that only the database knows are read from it; any role may. */
export async function checkReadiness(db: Database, facts: KnownFacts): Promise<readonly ReadinessFinding[]> {
  const clockMoved = await isClockMoved(db);
  return judgeReadiness({ ...facts, clockMoved, now: await clockNow(db) });
}

/** Below `qualified` nothing is required. Throws AppError `not_ready` that lists everything found wanting. */
export async function refuseUnready(db: Database, status: TrustStatus, facts: KnownFacts): Promise<void> {
  if (status !== "qualified") return;
  const wanting = (await checkReadiness(db, facts)).filter(({ ok }) => !ok);
  if (wanting.length === 0) return;
  throw new AppError("internal", "not_ready", {
    detail: `TRUST_STATUS=qualified cannot be claimed:\n${wanting.map(({ code, detail }) => `  ${code}: ${detail}`).join("\n")}`,
  });
}

/** The function as the schema made it, but for white space. */
const ORIGINAL = "SELECT date_trunc('milliseconds', clock_timestamp())";

async function isClockMoved(db: Database): Promise<boolean> {
  const { rows } = await sql<{ prosrc: string }>`
    SELECT p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'clock' AND p.proname = 'now'`.execute(db);
  return rows.length !== 1 || rows[0]?.prosrc.trim().replaceAll(/\s+/gu, " ") !== ORIGINAL;
}
