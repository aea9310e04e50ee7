// Logs an act with a passkey where its holder's acts are logged: the platform's log of uses, or the staff log.

import type { HolderKind, Transaction } from "@posthorn/db";
import type { StaffAct } from "@posthorn/domain";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

type PasskeyAct = Extract<StaffAct, `passkey_${string}` | "sign_in_refused">;

export async function logPasskeyAct(
  trx: Transaction,
  ctx: Context,
  act: PasskeyAct,
  done: {
    readonly kind: HolderKind;
    /** Absent where nobody knows whose it is. */
    readonly holderId?: string;
    readonly passkeyId?: string;
    readonly visitor: Visitor;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { kind, holderId, visitor, at } = done;
  if (kind === "person") {
    await logUse(trx, ctx, {
      act: act === "sign_in_refused" ? "sign_in_failed" : act,
      at,
      visitor,
      ...(holderId === undefined ? {} : { personId: holderId }),
    });
    return;
  }
  const { browser, os } = readUserAgent(visitor.userAgent);
  await trx
    .insertInto("staff_log")
    .values({
      happened_at: at,
      staff_id: holderId ?? null,
      act,
      subject: done.passkeyId ?? null,
      reason: null,
      ip: visitor.ip,
      browser,
      os,
      language: visitor.language.slice(0, 40),
    })
    .execute();
}
