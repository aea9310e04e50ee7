// Refuses new submissions when the timestamp authority has failed for longer than the grace: what is accepted must be provable soon.

import type { Queryable } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";

export async function refuseWhenUnsealable(db: Queryable, ctx: Context, at: Temporal.Instant): Promise<void> {
  const state = await db.selectFrom("sealing_state").select("stamp_failing_since").executeTakeFirst();
  const since = state?.stamp_failing_since;
  if (!since) return;
  if (at.since(since).total("seconds") > ctx.settings.stampGraceSeconds) {
    throw new AppError("unavailable", "sealing_unavailable", {
      detail: "No timestamp authority answers; nothing is accepted until one does.",
      retryAfterSeconds: 60,
    });
  }
}
