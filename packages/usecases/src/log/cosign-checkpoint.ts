// Has a witness cosign the newest checkpoint, with the proof that nothing it saw before was changed (C2SP tlog-witness).

import { clockNow } from "@posthorn/db";
import { AppError, askConsistency } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { answerFromTiles } from "./load-tiles.ts";
import type { WitnessPort } from "./ports.ts";

/**
 * Answers 1 when the witness cosigned, 0 when there was nothing to cosign. Checkpoints it missed are not made up for: a newer
 * one says more. Errors: internal `log_witness_ahead` when the witness knows a larger tree than ours; `log_witness_refuses` when
 * it keeps naming another size. Throws what the port throws.
 */
export async function cosignCheckpoint(ctx: Context, witness: WitnessPort): Promise<number> {
  const { db } = ctx;
  const newest = await db
    .selectFrom("log_checkpoint")
    .select(["size", "note"])
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  const last = await db
    .selectFrom("log_cosignature")
    .select("size")
    .where("witness", "=", witness.name)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest || last?.size === newest.size) return 0;
  const ask = async (oldSize: number) =>
    witness.cosign({
      oldSize,
      proof: await answerFromTiles(db, askConsistency(oldSize, newest.size)),
      note: newest.note,
    });
  let answer = await ask(last?.size ?? 0);
  if ("knownSize" in answer) {
    const { knownSize } = answer;
    if (knownSize > newest.size)
      throw new AppError("internal", "log_witness_ahead", {
        detail: `${witness.name} has seen ${knownSize} leaves, the log has ${newest.size}`,
      });
    answer = await ask(knownSize);
  }
  if ("knownSize" in answer)
    throw new AppError("internal", "log_witness_refuses", {
      detail: `${witness.name} does not take the log of ${newest.size} leaves for what it saw with ${answer.knownSize}`,
    });
  await db
    .insertInto("log_cosignature")
    .values({
      size: newest.size,
      witness: witness.name,
      line: answer.line,
      cosigned_at: answer.cosignedAt,
      received_at: await clockNow(db),
    })
    .onConflict((conflict) => conflict.columns(["size", "witness"]).doNothing())
    .execute();
  return 1;
}
