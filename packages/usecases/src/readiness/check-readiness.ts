// What stands between this service and the status it claims; a qualified one refuses to start over it.

import { clockNow, type Database, sql } from "@posthorn/db";
import {
  AppError,
  isStandInUse,
  judgeReadiness,
  type RegisteredProvider,
  type ReadinessFacts,
  type ReadinessFinding,
  type TrustStatus,
} from "@posthorn/domain";

export type KnownFacts = Omit<ReadinessFacts, "clockMoved" | "now">;

/**
 * The facts that only the database knows are read from it; any role may. Who stands on the register of subprocessors today is
 * registered beside those of the configuration.
 */
export async function checkReadiness(db: Database, facts: KnownFacts): Promise<readonly ReadinessFinding[]> {
  const clockMoved = await isClockMoved(db);
  const register = [...facts.register, ...(await registeredToday(db))];
  return judgeReadiness({ ...facts, register, clockMoved, now: await clockNow(db) });
}

/**
 * Of a demonstration nothing is required. In production every provider that is configured stands on the register and is established
 * where it may be; `qualified` needs all else besides. Throws AppError `not_ready` that lists everything found wanting.
 */
export async function refuseUnready(db: Database, status: TrustStatus, facts: KnownFacts): Promise<void> {
  if (status === "demonstration") return;
  const required = status === "qualified" ? facts : providersAlone(facts);
  const found = await checkReadiness(db, required);
  const wanting = found.filter(({ ok, code }) => !ok && (status === "qualified" || PROVIDER_CODES.has(code)));
  if (wanting.length === 0) return;
  throw new AppError("internal", "not_ready", {
    detail: `TRUST_STATUS=${status} cannot be claimed:\n${wanting.map(({ code, detail }) => `  ${code}: ${detail}`).join("\n")}`,
  });
}

const PROVIDER_CODES: ReadonlySet<string> = new Set(["provider_registered", "provider_established_in_eu"]);

/** A relay on one's own machine is nobody that data is handed to. */
function providersAlone({ register, providers = [] }: KnownFacts): KnownFacts {
  return { register, providers: providers.filter((use) => !isStandInUse(use)) };
}

async function registeredToday(db: Database): Promise<readonly RegisteredProvider[]> {
  const { rows } = await sql<
    RegisteredProvider & {
      readonly parent_name: string;
      readonly parent_country: string;
      readonly reason: string | null;
    }
  >`
    SELECT h.host, r.role, s.name, s.country, s.parent_name, s.parent_country, s.override_reason AS reason
    FROM subprocessor s CROSS JOIN LATERAL unnest(s.hosts) AS h (host) CROSS JOIN LATERAL unnest(s.roles) AS r (role)
    WHERE s.effective_on <= (clock.now() AT TIME ZONE 'Europe/Brussels')::date
      AND coalesce(s.ended_on >= (clock.now() AT TIME ZONE 'Europe/Brussels')::date, true)`.execute(db);
  return rows.map(({ host, role, name, country, parent_name, parent_country, reason }) => ({
    host,
    role,
    name,
    country,
    parent: { name: parent_name, country: parent_country },
    ...(reason === null ? {} : { override: reason }),
  }));
}

/** The function as the schema made it, but for white space. */
const ORIGINAL = "SELECT date_trunc('milliseconds', clock_timestamp())";

async function isClockMoved(db: Database): Promise<boolean> {
  const { rows } = await sql<{ prosrc: string }>`
    SELECT p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'clock' AND p.proname = 'now'`.execute(db);
  return rows.length !== 1 || rows[0]?.prosrc.trim().replaceAll(/\s+/gu, " ") !== ORIGINAL;
}
