// When a sealed document needs its next archive timestamp: well before the certificate of the newest one ends.

import { type ArchiveKind, sql, type Transaction } from "@posthorn/db";

/** Renewed this long before the end, so that weeks of failures endanger nothing. */
export const RENEW_BEFORE = Temporal.Duration.from({ hours: 90 * 24 });

/** For certificates that live shorter than twice that: at half of what is left. */
export function renewAt(now: Temporal.Instant, verifiesUntil: Temporal.Instant): Temporal.Instant {
  const early = verifiesUntil.subtract(RENEW_BEFORE);
  const half = now.add({
    milliseconds: Math.max(0, Math.floor(verifiesUntil.since(now).total("milliseconds") / 2)),
  });
  return Temporal.Instant.compare(early, half) > 0 ? early : half;
}

/** Sets the timer of a document that was archived now. */
export async function renewLater(
  trx: Transaction,
  which: { readonly kind: ArchiveKind; readonly ref: string },
  now: Temporal.Instant,
  verifiesUntil: Temporal.Instant,
): Promise<void> {
  const due = renewAt(now, verifiesUntil);
  await sql`
    INSERT INTO archive_timer (kind, ref, due_at) VALUES (${which.kind}, ${which.ref}, ${due})
    ON CONFLICT (kind, ref) DO UPDATE SET due_at = excluded.due_at, attempts = 0`.execute(trx);
}
