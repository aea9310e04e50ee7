// Counts tries per key in a window, shared by all processes of a service, on the one clock.

import { createHash } from "node:crypto";
import { AppError } from "@posthorn/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";

export interface TryLimitOptions {
  /** Names what is tried; keys of different names never meet. */
  readonly name: string;
  /** Tries allowed in a window. */
  readonly tries: number;
  readonly windowSeconds: number;
}

/** Fits `TryLimit` of the verbs. Counts in a transaction of its own: what the caller rolls back stays counted. */
export interface TryLimiter {
  /** Throws AppError too_many `too_many_tries` with retryAfterSeconds once the window's tries are used up. */
  consume(key: string): Promise<void>;
  /** Throws as `consume` does where the next try would, and counts nothing. */
  check(key: string): Promise<void>;
  /** Earlier tries of this key no longer count. */
  forget(key: string): Promise<void>;
}

/** A window starts with its first try and ends by itself; keys are kept as digests, since they are often addresses. */
export function createTryLimit(db: Database, options: TryLimitOptions): TryLimiter {
  const { name, tries, windowSeconds } = options;
  const keyOf = (key: string) => `${name}:${createHash("sha256").update(key, "utf8").digest("base64url")}`;
  return {
    async consume(key) {
      const { rows } = await sql<{ points: number; rest: number }>`
        WITH at AS MATERIALIZED (SELECT (extract(epoch FROM clock.now()) * 1000)::bigint AS ms),
        gone AS (DELETE FROM rate_limit WHERE key IN (
          SELECT key FROM rate_limit, at WHERE expire <= at.ms AND key <> ${keyOf(key)} ORDER BY expire LIMIT 5 FOR UPDATE OF rate_limit SKIP LOCKED))
        INSERT INTO rate_limit AS kept (key, points, expire) SELECT ${keyOf(key)}, 1, at.ms + ${windowSeconds * 1000}::bigint FROM at
        ON CONFLICT (key) DO UPDATE SET
          points = CASE WHEN kept.expire <= (SELECT ms FROM at) THEN 1 ELSE kept.points + 1 END,
          expire = CASE WHEN kept.expire <= (SELECT ms FROM at) THEN excluded.expire ELSE kept.expire END
        RETURNING points, ceil((expire - (SELECT ms FROM at)) / 1000.0)::int AS rest`.execute(db);
      const row = rows[0];
      if (row && row.points > tries) {
        throw new AppError("too_many", "too_many_tries", { retryAfterSeconds: Math.max(1, row.rest) });
      }
    },
    async check(key) {
      const { rows } = await sql<{ rest: number }>`
        WITH at AS MATERIALIZED (SELECT (extract(epoch FROM clock.now()) * 1000)::bigint AS ms)
        SELECT ceil((expire - ms) / 1000.0)::int AS rest FROM rate_limit, at
        WHERE key = ${keyOf(key)} AND points >= ${tries} AND expire > ms`.execute(db);
      const row = rows[0];
      if (row) throw new AppError("too_many", "too_many_tries", { retryAfterSeconds: Math.max(1, row.rest) });
    },
    async forget(key) {
      await db.deleteFrom("rate_limit").where("key", "=", keyOf(key)).execute();
    },
  };
}
