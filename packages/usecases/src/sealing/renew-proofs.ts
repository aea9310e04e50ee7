// Renews the archive timestamp of proofs in time: an incremental update, so that the older file is the beginning of the newer.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { countArchiveAttempts, noteArchiving } from "./note-archiving.ts";
import type { ArchivePort } from "./ports.ts";
import { renewLater } from "./renew-later.ts";

const BATCH = 8;

type Kind = "proof" | "message_proof";

/** Renews one batch of what is due; returns how many. What fails comes later; its error is thrown once the others are booked. */
export async function renewProofs(ctx: Context, port: ArchivePort): Promise<number> {
  const now = await clockNow(ctx.db);
  const due = await transact(ctx.db, {}, (trx) =>
    trx
      .selectFrom("archive_timer")
      .select(["kind", "ref"])
      .where("kind", "in", ["proof", "message_proof"])
      .where("due_at", "<=", now)
      .orderBy("attempts")
      .orderBy("due_at")
      .limit(BATCH)
      .execute(),
  );
  const failures: unknown[] = [];
  for (const { kind, ref } of due) {
    try {
      await renewOne(ctx, port, { kind: kind as Kind, ref }, now);
    } catch (error) {
      failures.push(error);
      await transact(ctx.db, {}, (trx) => countArchiveAttempts(trx, kind, [ref]));
    }
  }
  if (due.length > 0) await transact(ctx.db, {}, (trx) => noteArchiving(trx, now, failures));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} proofs could not be renewed`);
  return due.length;
}

async function renewOne(ctx: Context, port: ArchivePort, which: Which, now: Temporal.Instant): Promise<void> {
  const old = await transact(ctx.db, {}, (trx) => readProof(trx, which));
  if (!old) {
    await transact(ctx.db, {}, (trx) =>
      trx.deleteFrom("archive_timer").where("kind", "=", which.kind).where("ref", "=", which.ref).execute(),
    );
    return;
  }
  const { document, verifiesUntil } = await port.archiveProof(old);
  await transact(ctx.db, {}, async (trx) => {
    await saveProof(trx, which, document, verifiesUntil);
    await renewLater(trx, which, now, verifiesUntil);
  });
}

interface Which {
  readonly kind: Kind;
  /** Number of the proof; or message id, a space, and the language. */
  readonly ref: string;
}

async function readProof(trx: Transaction, { kind, ref }: Which): Promise<Uint8Array | null> {
  const { rows } = await (
    kind === "proof"
      ? sql<{ pdf: Uint8Array | null }>`SELECT pdf FROM proof WHERE id = ${Number(ref)}`
      : sql<{ pdf: Uint8Array | null }>`SELECT pdf FROM message_proof
        WHERE message_id = split_part(${ref}, ' ', 1) AND language = split_part(${ref}, ' ', 2)`
  ).execute(trx);
  return rows[0]?.pdf ?? null;
}

async function saveProof(
  trx: Transaction,
  { kind, ref }: Which,
  pdf: Uint8Array,
  verifiesUntil: Temporal.Instant,
): Promise<void> {
  if (kind === "proof") {
    await sql`UPDATE proof SET pdf = ${pdf}, verifies_until = ${verifiesUntil} WHERE id = ${Number(ref)}`.execute(
      trx,
    );
    return;
  }
  const [messageId, language] = ref.split(" ");
  await sql`UPDATE message_proof SET pdf = ${pdf}, verifies_until = ${verifiesUntil}
    WHERE message_id = ${messageId} AND language = ${language}`.execute(trx);
}
