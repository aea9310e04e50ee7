// Makes the evidence bundles that were asked for; those whose records or proofs still wait stay asked for.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { waitsForLog } from "../proof/wait-for-log.ts";
import { loadBundled, type WantedBundle } from "./load-bundled.ts";
import type { BundlePort } from "./ports.ts";

const BATCH = 4;

/** How long a bundle waits for the next checkpoint of the log before it is made without proofs from it. */
const LOG_PATIENCE = { seconds: 90 } as const;

interface WantedRow extends WantedBundle {
  readonly id: number;
  readonly wanted_at: Temporal.Instant;
  readonly attempts: number;
}

/** Makes what can be made; returns how many. One that cannot be made comes after the others the next time. */
export async function makeBundles(ctx: Context, port: BundlePort): Promise<number> {
  const wanted = await transact(ctx.db, {}, listWanted);
  const failures: unknown[] = [];
  let made = 0;
  for (const bundle of wanted) {
    try {
      if (await makeOne(ctx, port, bundle)) made += 1;
      else await countAttempt(ctx, bundle);
    } catch (error) {
      failures.push(error);
      await countAttempt(ctx, bundle);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} bundles could not be made`);
  return made;
}

async function makeOne(ctx: Context, port: BundlePort, bundle: WantedRow): Promise<boolean> {
  // Before the reading: a seal renewed in between then counts as later, and the bundle is made anew when asked for.
  const at = await clockNow(ctx.db);
  const content = await transact(ctx.db, {}, (trx) => loadBundled(trx, bundle));
  if (!content) return false;
  if (waitsForLog(content.records, bundle.wanted_at, at, LOG_PATIENCE)) return false;
  const file = await port.make(content, at);
  const complete = content.records.some(({ facts }) => facts.closing !== undefined);
  await transact(ctx.db, {}, async (trx) => {
    await trx
      .updateTable("bundle")
      .set({ file, complete, made_at: at })
      .where("id", "=", bundle.id)
      .execute();
    // A shorter chain's copy is never given out again.
    await trx
      .deleteFrom("bundle")
      .where("delivery_id", "=", bundle.delivery_id)
      .where("for_side", "=", bundle.for_side)
      .where("language", "=", bundle.language)
      .where("up_to_seq", "<", bundle.up_to_seq)
      .execute();
  });
  return true;
}

async function countAttempt(ctx: Context, { id, attempts }: WantedRow): Promise<void> {
  await transact(ctx.db, {}, (trx) =>
    trx
      .updateTable("bundle")
      .set({ attempts: attempts + 1 })
      .where("id", "=", id)
      .execute(),
  );
}

/** Those whose records are all stamped and sealed; the least tried first. */
async function listWanted(trx: Transaction): Promise<readonly WantedRow[]> {
  return trx
    .selectFrom("bundle")
    .select(["id", "delivery_id", "for_side", "language", "up_to_seq", "wanted_at", "attempts"])
    .where((eb) => eb.or([eb("file", "is", null), eb("made_at", "<", eb.ref("wanted_at"))]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("seal_work")
            .innerJoin("evidence_record", "evidence_record.id", "seal_work.record_id")
            .select("seal_work.record_id")
            .whereRef("evidence_record.delivery_id", "=", "bundle.delivery_id")
            .whereRef("evidence_record.seq", "<=", "bundle.up_to_seq")
            .where("seal_work.stage", "in", ["stamp", "seal"]),
        ),
      ),
    )
    .orderBy("attempts")
    .orderBy("id")
    .limit(BATCH)
    .execute();
}
