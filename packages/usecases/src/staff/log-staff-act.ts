// Logs what staff did or looked at, with who, why and from where (domain rules R19, "every look is logged").

import { transact, type Transaction } from "@posthorn/db";
import type { StaffAct } from "@posthorn/domain";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { Context } from "../context.ts";
import type { Visitor } from "../record/log-use.ts";

export interface StaffLogEntry {
  readonly act: StaffAct;
  readonly at: Temporal.Instant;
  readonly visitor: Visitor;
  /** Absent where nobody was signed in, and for acts of the operator. */
  readonly staffId?: string;
  /** Id of what it was about, a route pattern, or what was asked for; never a name or a secret. */
  readonly subject?: string;
  /** In the words of who acted. */
  readonly reason?: string;
}

const SUBJECT_LONGEST = 200;

/** In the caller's transaction: the act stands exactly when its entry does. */
export async function logStaffAct(trx: Transaction, entry: StaffLogEntry): Promise<void> {
  const { browser, os } = readUserAgent(entry.visitor.userAgent);
  await trx
    .insertInto("staff_log")
    .values({
      happened_at: entry.at,
      staff_id: entry.staffId ?? null,
      act: entry.act,
      subject: entry.subject?.slice(0, SUBJECT_LONGEST) ?? null,
      reason: entry.reason ?? null,
      ip: entry.visitor.ip,
      browser,
      os,
      language: entry.visitor.language.slice(0, 40),
    })
    .execute();
}

/** A look that no verb stands for: durable before the page is shown. */
export async function logStaffLook(ctx: Context, entry: StaffLogEntry): Promise<void> {
  await transact(ctx.db, {}, (trx) => logStaffAct(trx, entry));
}
