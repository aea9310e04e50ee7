// Knows the browsers that somebody signs in from by a cookie of theirs: account holders and staff alike.

import type { HolderKind, Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { readUserAgent } from "./read-user-agent.ts";

export interface TouchedDevice {
  readonly id: string;
  readonly browser: string;
  readonly os: string;
  /** `first` of all, a `further` one, or `known` from before. */
  readonly standing: "first" | "further" | "known";
}

export async function touchDevice(
  trx: Transaction,
  ctx: Pick<Context, "newId">,
  seen: {
    readonly holder: { readonly kind: HolderKind; readonly id: string };
    readonly deviceHash: string;
    readonly userAgent: string;
  },
  at: Temporal.Instant,
): Promise<TouchedDevice> {
  const { browser, os } = readUserAgent(seen.userAgent);
  const known = await trx
    .updateTable("device")
    .set({ browser, os, last_seen_at: at })
    .where("holder_kind", "=", seen.holder.kind)
    .where("holder_id", "=", seen.holder.id)
    .where("token_hash", "=", seen.deviceHash)
    .returning("id")
    .executeTakeFirst();
  if (known) return { id: known.id, browser, os, standing: "known" };
  const earlier = await trx
    .selectFrom("device")
    .select("id")
    .where("holder_kind", "=", seen.holder.kind)
    .where("holder_id", "=", seen.holder.id)
    .executeTakeFirst();
  const id = ctx.newId("dev", at);
  await trx
    .insertInto("device")
    .values({
      id,
      holder_kind: seen.holder.kind,
      holder_id: seen.holder.id,
      token_hash: seen.deviceHash,
      browser,
      os,
      first_seen_at: at,
      last_seen_at: at,
    })
    .execute();
  return { id, browser, os, standing: earlier ? "further" : "first" };
}
