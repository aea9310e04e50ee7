// Refuses new submissions when the timestamp authority has failed for longer than the grace: what is accepted must be provable soon.

import { type Queryable, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** Otherwise the certificate of the seal key in force, to be named by the records; null before there is one. */
export async function refuseWhenUnsealable(
  db: Queryable,
  ctx: Context,
  at: Temporal.Instant,
): Promise<string | null> {
  const state = await db
    .selectFrom("sealing_state")
    .select(["stamp_failing_since", sql<string | null>`seal_certificate_in_force()`.as("certificate")])
    .executeTakeFirst();
  const since = state?.stamp_failing_since;
  if (since && at.since(since).total("seconds") > ctx.settings.stampGraceSeconds) {
    throw new AppError("unavailable", "sealing_unavailable", {
      detail: "No timestamp authority answers; nothing is accepted until one does.",
      retryAfterSeconds: 60,
    });
  }
  return state?.certificate ?? null;
}
