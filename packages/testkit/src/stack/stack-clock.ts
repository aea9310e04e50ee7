// The movable clock of a stack: as the owner it replaces `clock.now()`, and the stand-ins read the same time.

import type pg from "pg";
import { withConnection } from "../postgres/database.ts";

export interface StackClock {
  /** The time of the stack, for stand-ins: reckoned from this machine's clock, so it works while PostgreSQL is down. */
  now(): Temporal.Instant;
  /** Moves the time of everything forward. Throws RangeError for a length of time that is not positive. */
  advance(by: Temporal.Duration, options?: { readonly outage?: boolean }): Promise<Temporal.Instant>;
  /** Reads `clock.now()` again, after something else has moved it. */
  refresh(): Promise<void>;
}

// Days are those of the service's rules: the same time of day after them, in winter and summer.
const ZONE = "Europe/Brussels";

/**
 * A clock that starts where the database's stands. `ownerUrl` must be the owner's: no other role may
 * replace the function.
 */
export async function openStackClock(ownerUrl: string): Promise<StackClock> {
  let offset = await withConnection(ownerUrl, measureOffset);

  async function advance(
    by: Temporal.Duration,
    options: { outage?: boolean } = {},
  ): Promise<Temporal.Instant> {
    await withConnection(ownerUrl, async (client) => {
      await client.query("BEGIN");
      const before = await readClock(client);
      const from = before.instant.toZonedDateTimeISO(ZONE);
      const to = from.add(by);
      if (Temporal.ZonedDateTime.compare(to, from) <= 0)
        throw new RangeError("The clock only moves forward.");
      if (options.outage !== true) await keepHeartbeat(client, from.toInstant(), to.toInstant());
      await shiftClock(client, before.shift + Math.ceil(from.until(to).total("milliseconds")));
      await client.query("COMMIT");
      offset = await measureOffset(client);
    });
    return now();
  }

  function now(): Temporal.Instant {
    return Temporal.Now.instant().add({ milliseconds: offset });
  }

  async function refresh(): Promise<void> {
    offset = await withConnection(ownerUrl, measureOffset);
  }

  return { now, advance, refresh };
}

interface Reading {
  /** What `clock.now()` says. */
  readonly instant: Temporal.Instant;
  /** Milliseconds by which it is ahead of the server's own clock. */
  readonly shift: number;
}

async function readClock(client: pg.Client): Promise<Reading> {
  // The shift stands in the function's own text: reckoned from two readings it would never be exact.
  const { rows } = await client.query<{ now: string; shift: string | null }>(
    `SELECT (extract(epoch FROM clock.now()) * 1000)::bigint AS now,
       substring(prosrc FROM 'interval ''([0-9]+) milliseconds''') AS shift
     FROM pg_proc WHERE oid = 'clock.now()'::regprocedure`,
  );
  return {
    instant: Temporal.Instant.fromEpochMilliseconds(Number(rows[0]?.now)),
    shift: Number(rows[0]?.shift ?? 0),
  };
}

async function measureOffset(client: pg.Client): Promise<number> {
  const before = Temporal.Now.instant().epochMilliseconds;
  const { instant, shift } = await readClock(client);
  const after = Temporal.Now.instant().epochMilliseconds;
  const server = instant.epochMilliseconds - shift;
  // Read within the time of the question, the server's clock is this machine's: then the shift is exact.
  const apart = server >= before - 1 && server <= after + 1 ? 0 : server - Math.round((before + after) / 2);
  return shift + apart;
}

async function shiftClock(client: pg.Client, shift: number): Promise<void> {
  // The body of a function takes no parameters; the shift is a number of ours.
  await client.query(`CREATE OR REPLACE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql VOLATILE
    AS $$ SELECT date_trunc('milliseconds', clock_timestamp() + interval '${shift} milliseconds') $$`);
}

/** Books the minutes that are skipped: the jump is not our outage. */
async function keepHeartbeat(client: pg.Client, from: Temporal.Instant, to: Temporal.Instant): Promise<void> {
  await client.query(
    `INSERT INTO heartbeat (minute_at)
     SELECT generate_series(date_trunc('minute', $1::timestamptz), date_trunc('minute', $2::timestamptz), interval '1 minute')
     ON CONFLICT DO NOTHING`,
    [from.toString(), to.toString()],
  );
}
