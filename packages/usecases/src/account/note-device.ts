// Knows the browsers a person signs in from by a cookie of theirs; the first time of a further one is told by mail.

import type { Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import type { Visitor } from "../record/log-use.ts";
import { owePersonErrand } from "./owe-person-errand.ts";
import { readUserAgent } from "./read-user-agent.ts";

export interface NotedDevice {
  readonly id: string;
  readonly browser: string;
  readonly os: string;
}

export async function noteDevice(
  trx: Transaction,
  ctx: Context,
  seen: { readonly personId: string; readonly deviceHash: string; readonly visitor: Visitor },
  at: Temporal.Instant,
): Promise<NotedDevice> {
  const { browser, os } = readUserAgent(seen.visitor.userAgent);
  const known = await trx
    .updateTable("device")
    .set({ browser, os, last_seen_at: at })
    .where("holder_kind", "=", "person")
    .where("holder_id", "=", seen.personId)
    .where("token_hash", "=", seen.deviceHash)
    .returning("id")
    .executeTakeFirst();
  if (known) return { id: known.id, browser, os };
  const earlier = await trx
    .selectFrom("device")
    .select("id")
    .where("holder_kind", "=", "person")
    .where("holder_id", "=", seen.personId)
    .executeTakeFirst();
  const id = ctx.newId("dev", at);
  await trx
    .insertInto("device")
    .values({
      id,
      holder_kind: "person",
      holder_id: seen.personId,
      token_hash: seen.deviceHash,
      browser,
      os,
      first_seen_at: at,
      last_seen_at: at,
    })
    .execute();
  // The first browser of all is the one the account was opened with.
  if (earlier) await owePersonErrand(trx, ctx, seen.personId, "new_device", { browser, os }, at);
  return { id, browser, os };
}
