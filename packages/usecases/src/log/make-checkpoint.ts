// Makes a checkpoint of the log: the root of all leaves so far, signed by the log and time-stamped (C2SP tlog-checkpoint).

import { clockNow, transact } from "@posthorn/db";
import { AppError, askRoot } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { readTreeSize } from "./grow-tree.ts";
import { answerFromTiles } from "./load-tiles.ts";
import type { CheckpointPort } from "./ports.ts";
import { sha256 } from "./sha256.ts";

/**
 * Answers 1 when it made one, 0 when nothing was appended since the last or `everySeconds` have not passed since it. No lock is
 * held while the authority is asked: of two at once the first to book wins. Errors: internal `log_forked` when the tree no longer
 * has what the last checkpoint says; nothing is signed then. Throws what the port throws; nothing is kept then.
 */
export async function makeCheckpoint(
  ctx: Context,
  port: CheckpointPort,
  everySeconds: number,
): Promise<number> {
  const head = await readHead(ctx, everySeconds);
  if (!head) return 0;
  const { text, note } = port.sign(head.size, head.root);
  const { token, genTime } = await port.stamp(sha256(Buffer.from(text, "utf8")));
  await ctx.db
    .insertInto("log_checkpoint")
    .values({ ...head, note, token, stamped_at: genTime, made_at: await clockNow(ctx.db) })
    .onConflict((conflict) => conflict.column("size").doNothing())
    .execute();
  return 1;
}

/** Undefined while no checkpoint is due. */
async function readHead(
  ctx: Context,
  everySeconds: number,
): Promise<{ readonly size: number; readonly root: Uint8Array } | undefined> {
  return transact(ctx.db, {}, async (trx) => {
    const last = await trx
      .selectFrom("log_checkpoint")
      .select(["size", "root", "made_at"])
      .orderBy("size", "desc")
      .limit(1)
      .executeTakeFirst();
    const size = await readTreeSize(trx);
    if (last && size < last.size) throw forked(`it has ${size} leaves, and had ${last.size}`);
    if (size === (last?.size ?? 0)) return undefined;
    if (last) {
      const due = last.made_at.add({ seconds: everySeconds });
      if (Temporal.Instant.compare(await clockNow(trx), due) < 0) return undefined;
      const [root] = await answerFromTiles(trx, askRoot(last.size));
      if (!root || Buffer.compare(root, last.root) !== 0)
        throw forked(`its first ${last.size} leaves are others than before`);
    }
    const [root] = await answerFromTiles(trx, askRoot(size));
    if (!root) throw forked("it has no root");
    return { size, root };
  });
}

function forked(detail: string): AppError {
  return new AppError("internal", "log_forked", {
    detail: `the tree does not fit its last checkpoint: ${detail}`,
  });
}
