// Makes the PDF proofs that were asked for, from sealed records only; those whose records still wait stay asked for.

import { clockNow, type ProofTable, type Selectable, transact, type Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { ProofPort } from "../sealing/ports.ts";
import { renewLater } from "../sealing/renew-later.ts";
import { waitsForLog } from "./wait-for-log.ts";
import { loadSealed } from "./load-sealed.ts";

const BATCH = 16;

/** Makes what can be made; returns how many. `deliveryId` limits it to one delivery. */
export async function makeProofs(ctx: Context, port: ProofPort, deliveryId?: string): Promise<number> {
  const wanted = await transact(ctx.db, {}, (trx) => listWanted(trx, deliveryId));
  // Side by side: each waits for revocation answers that are younger than its own timestamp.
  const outcomes = await Promise.allSettled(wanted.map((proof) => makeOne(ctx, port, proof)));
  const failures: unknown[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const proof = wanted[index];
    if (outcome.status === "fulfilled" || !proof) continue;
    failures.push(outcome.reason);
    // One that cannot be made must not keep others waiting: it comes after them the next time.
    await transact(ctx.db, {}, (trx) =>
      trx
        .updateTable("proof")
        .set({ attempts: proof.attempts + 1 })
        .where("id", "=", proof.id)
        .execute(),
    );
  }
  const made = outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value).length;
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} proofs could not be made`);
  return made;
}

type WantedProof = Omit<Selectable<ProofTable>, "pdf" | "page" | "verifies_until">;

async function makeOne(ctx: Context, port: ProofPort, proof: WantedProof): Promise<boolean> {
  const records = await transact(ctx.db, {}, (trx) =>
    loadSealed(trx, { deliveryId: proof.delivery_id, upTo: proof.up_to_seq }),
  );
  const at = await clockNow(ctx.db);
  if (!records || waitsForLog(records, proof.wanted_at, at)) return false;
  const {
    document: pdf,
    page,
    verifiesUntil,
  } = await port.make({
    kind: proof.kind,
    language: proof.language as Language,
    records,
    at,
  });
  await transact(ctx.db, {}, async (trx) => {
    await trx
      .updateTable("proof")
      .set({ pdf, page, made_at: at, verifies_until: verifiesUntil })
      .where("id", "=", proof.id)
      .where("pdf", "is", null)
      .execute();
    await renewLater(trx, { kind: "proof", ref: String(proof.id) }, at, verifiesUntil);
  });
  return true;
}

/** Those whose records are all stamped and sealed; the least tried first. */
async function listWanted(trx: Transaction, deliveryId: string | undefined): Promise<readonly WantedProof[]> {
  const now = await clockNow(trx);
  let query = trx
    .selectFrom("proof")
    .select([
      "id",
      "delivery_id",
      "account_id",
      "kind",
      "language",
      "up_to_seq",
      "wanted_at",
      "made_at",
      "attempts",
    ])
    .where("pdf", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("seal_work")
            .innerJoin("evidence_record", "evidence_record.id", "seal_work.record_id")
            .select("seal_work.record_id")
            .whereRef("evidence_record.delivery_id", "=", "proof.delivery_id")
            .whereRef("evidence_record.seq", "<=", "proof.up_to_seq")
            .where("seal_work.stage", "in", ["stamp", "seal"]),
        ),
      ),
    )
    // A proof carries its records at level B-LTA.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("archive_timer")
            .innerJoin("evidence_record", "evidence_record.id", "archive_timer.ref")
            .select("archive_timer.ref")
            .whereRef("evidence_record.delivery_id", "=", "proof.delivery_id")
            .whereRef("evidence_record.seq", "<=", "proof.up_to_seq")
            .where("archive_timer.kind", "=", "seal")
            .where("archive_timer.due_at", "<=", now),
        ),
      ),
    )
    .orderBy("attempts")
    .orderBy("id")
    .limit(BATCH);
  if (deliveryId) query = query.where("delivery_id", "=", deliveryId);
  return query.execute();
}
