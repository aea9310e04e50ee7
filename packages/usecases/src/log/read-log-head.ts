// The newest state of the log for people: how large, since when, and who confirmed it.

import type { Context } from "../context.ts";
import { readCosignatures } from "./read-log.ts";

export interface LogHead {
  readonly size: number;
  /** Lower-case hex. */
  readonly root: string;
  /** As published: with the log's signature and the cosignatures it has so far. */
  readonly note: string;
  /** Proved by the checkpoint's timestamp. */
  readonly stampedAt: Temporal.Instant;
  readonly witnesses: readonly { readonly name: string; readonly cosignedAt: Temporal.Instant }[];
}

/** Null before the first checkpoint. For anyone: the log says nothing about a person. */
export async function readLogHead(ctx: Context): Promise<LogHead | null> {
  const newest = await ctx.db
    .selectFrom("log_checkpoint")
    .select(["size", "root", "note", "stamped_at"])
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest) return null;
  const { size } = newest;
  const witnesses = await ctx.db
    .selectFrom("log_cosignature")
    .select(["witness", "cosigned_at"])
    .where("size", "=", size)
    .orderBy("witness")
    .execute();
  return {
    size,
    root: Buffer.from(newest.root).toString("hex"),
    note: newest.note + (await readCosignatures(ctx.db, size)),
    stampedAt: newest.stamped_at,
    witnesses: witnesses.map(({ witness, cosigned_at }) => ({ name: witness, cosignedAt: cosigned_at })),
  };
}
