// Makes the proofs of submission of whole messages that were asked for, once every delivery's record is sealed.

import { clockNow, transact } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { ProofPort } from "../sealing/ports.ts";
import { renewLater } from "../sealing/renew-later.ts";
import { waitsForLog } from "./wait-for-log.ts";
import { loadSealed } from "./load-sealed.ts";

const BATCH = 4;

/** Makes what can be made; returns how many. Those whose records still wait stay asked for. */
export async function makeMessageProofs(ctx: Context, port: ProofPort): Promise<number> {
  const wanted = await transact(ctx.db, {}, (trx) =>
    trx
      .selectFrom("message_proof")
      .select(["message_id", "language", "wanted_at"])
      .where("pdf", "is", null)
      .orderBy("attempts")
      .orderBy("wanted_at")
      .limit(BATCH)
      .execute(),
  );
  const failures: unknown[] = [];
  let made = 0;
  for (const proof of wanted) {
    try {
      if (await makeOne(ctx, port, proof)) made += 1;
      else await countAttempt(ctx, proof);
    } catch (error) {
      failures.push(error);
      await countAttempt(ctx, proof);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} proofs could not be made`);
  return made;
}

interface WantedProof {
  readonly message_id: string;
  readonly language: string;
  readonly wanted_at: Temporal.Instant;
}

async function makeOne(ctx: Context, port: ProofPort, proof: WantedProof): Promise<boolean> {
  const records = await transact(ctx.db, {}, (trx) => loadSealed(trx, { messageId: proof.message_id }));
  const at = await clockNow(ctx.db);
  if (!records || waitsForLog(records, proof.wanted_at, at)) return false;
  const {
    document: pdf,
    page,
    verifiesUntil,
  } = await port.makeForMessage({
    messageId: proof.message_id,
    language: proof.language as Language,
    records,
    at,
  });
  await transact(ctx.db, {}, async (trx) => {
    await trx
      .updateTable("message_proof")
      .set({ pdf, page, made_at: at, verifies_until: verifiesUntil })
      .where("message_id", "=", proof.message_id)
      .where("language", "=", proof.language)
      .where("pdf", "is", null)
      .execute();
    const ref = `${proof.message_id} ${proof.language}`;
    await renewLater(trx, { kind: "message_proof", ref }, at, verifiesUntil);
  });
  return true;
}

/** Comes after the others the next time: one that waits or cannot be made must not keep others waiting. */
async function countAttempt(ctx: Context, proof: WantedProof): Promise<void> {
  await transact(ctx.db, {}, (trx) =>
    trx
      .updateTable("message_proof")
      .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
      .where("message_id", "=", proof.message_id)
      .where("language", "=", proof.language)
      .execute(),
  );
}
