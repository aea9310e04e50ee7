// The receipts of what was erased, the newest first: that and when, in digests alone, each sealed once the sealer has come to it.

import type { Queryable } from "@posthorn/db";

export interface ErasureReceipt {
  readonly id: string;
  readonly runId: string;
  readonly rule: string;
  readonly madeAt: Temporal.Instant;
  readonly sealedAt: Temporal.Instant | null;
  /** The sealed XML; null while it waits. */
  readonly sealed: string | null;
}

export const RECEIPTS_AT_ONCE = 100;

/** Of one run, or one receipt, where named; `before` is the id of the last of the page before. */
export async function listReceipts(
  db: Queryable,
  wanted: {
    readonly id?: string | undefined;
    readonly runId?: string | undefined;
    readonly before?: string | undefined;
  } = {},
): Promise<readonly ErasureReceipt[]> {
  let query = db
    .selectFrom("erasure_receipt")
    .select(["id", "run_id as runId", "rule", "made_at as madeAt", "sealed_at as sealedAt", "sealed"])
    .orderBy("id", "desc")
    .limit(RECEIPTS_AT_ONCE);
  if (wanted.id !== undefined) query = query.where("id", "=", wanted.id);
  if (wanted.runId !== undefined) query = query.where("run_id", "=", wanted.runId);
  if (wanted.before !== undefined) query = query.where("id", "<", wanted.before);
  return query.execute();
}
