// Logs one use of the platform: who, what, from where (kept 24 months, domain rules R6).

import type { Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";

/** What the request tells of its sender; personal data, never in evidence. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
  readonly language: string;
}

const MONTHS_KEPT = 24;

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
  await trx
    .insertInto("use_log")
    .values({
      used_at: use.at,
      falls_on: use.at
        .toZonedDateTimeISO("Europe/Brussels")
        .toPlainDate()
        .add({ months: MONTHS_KEPT, days: 1 }),
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
