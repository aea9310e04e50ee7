// Says since when archiving fails, so that it can be seen; it holds nothing up but proofs.

import { type ArchiveKind, sql, type Transaction } from "@posthorn/db";

/** `failures` of a batch; none ends the failing. */
export async function noteArchiving(
  trx: Transaction,
  now: Temporal.Instant,
  failures: readonly unknown[],
): Promise<void> {
  if (failures.length === 0) {
    await sql`UPDATE sealing_state SET archive_failing_since = NULL, archive_failure = NULL
      WHERE archive_failing_since IS NOT NULL`.execute(trx);
    return;
  }
  const code = (failures[0] as { code?: string } | undefined)?.code ?? "unknown";
  await sql`UPDATE sealing_state SET archive_failing_since = coalesce(archive_failing_since, ${now}),
    archive_failure = ${code}`.execute(trx);
}

/** They come after the others the next time. */
export async function countArchiveAttempts(
  trx: Transaction,
  kind: ArchiveKind,
  refs: readonly string[],
): Promise<void> {
  if (refs.length === 0) return;
  await trx
    .updateTable("archive_timer")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("kind", "=", kind)
    .where("ref", "in", refs)
    .execute();
}
