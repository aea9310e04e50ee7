// Logs one use of the platform: who, what, from where (kept 24 months, domain rules R6).

import { sql, type Transaction } from "@posthorn/db";
import { brusselsDay } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** What the request tells of its sender; personal data, never in evidence. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
  readonly language: string;
}

/** By law: never less, whatever period is set. */
const MONTHS_KEPT = 24;

/** Of what was done with a delivery that is final the months run from there, of all else from the act. */
export async function logUse(
  trx: Transaction,
  ctx: Pick<Context, "service">,
  use: {
    readonly act: string;
    readonly at: Temporal.Instant;
    readonly visitor: Visitor;
    readonly accountId?: string;
    readonly personId?: string;
    readonly deliveryId?: string;
    /** Id of what was acted upon: a member, an invitation, a key. */
    readonly subject?: string;
  },
): Promise<void> {
  const day = brusselsDay(use.at);
  await trx
    .insertInto("use_log")
    .values({
      used_at: use.at,
      falls_on:
        use.deliveryId === undefined
          ? leastDay(day)
          : sql<Temporal.PlainDate>`coalesce(
        (SELECT ((d.final_at AT TIME ZONE 'Europe/Brussels')::date + make_interval(months => ${sql.lit(MONTHS_KEPT)}))::date + 1
         FROM delivery d WHERE d.id = ${use.deliveryId}), ${leastDay(day)}::date)`,
      service: ctx.service,
      act: use.act,
      account_id: use.accountId ?? null,
      person_id: use.personId ?? null,
      delivery_id: use.deliveryId ?? null,
      subject: use.subject ?? null,
      ip: use.visitor.ip,
      user_agent: use.visitor.userAgent.slice(0, 400),
      language: use.visitor.language.slice(0, 40),
    })
    .execute();
}

/** The day after the last on which it is kept, clamped to the end of the month. */
function leastDay(from: Temporal.PlainDate): Temporal.PlainDate {
  return from.add({ months: MONTHS_KEPT }).add({ days: 1 });
}
