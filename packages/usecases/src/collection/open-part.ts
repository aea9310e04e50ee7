// Hands one part, or all, to the identified addressee: decrypted on the way, each opening evidenced once a session.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { ContentPort, Context, KeyUnwrapping } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import { type IdentifiedAddressee, lockForSession, readForSession } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";
import { type PartRow, unlockParts } from "./unlock-parts.ts";

export interface OpenedPart {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  stream(): AsyncIterable<Uint8Array>;
}

interface PartsInput {
  readonly door: Presented;
  /** Null opens all parts. */
  readonly ordinal: number | null;
  readonly arrivedAt: Temporal.Instant;
  readonly visitor: Visitor;
}

/**
 * The opening is recorded once the content has been opened, before a byte of it leaves. Errors: unauthenticated
 * `collect_session_ended`; conflict `not_consigned`; not_found `part_not_found`, `content_erased`;
 * internal `content_damaged`, `content_missing`.
 */
export async function openParts(
  ctx: Context,
  ports: { readonly content: ContentPort; readonly keys: KeyUnwrapping },
  input: PartsInput,
): Promise<readonly OpenedPart[]> {
  const unlocked = await transact(ctx.db, input.door, (trx) => unlockForSession(trx, ctx, ports.keys, input));
  // Refused only now: the key has been used, and its log must not be rolled back.
  if (unlocked.parts.length === 0) throw new AppError("not_found", "part_not_found");
  const opened: OpenedPart[] = [];
  for (const part of unlocked.parts) {
    const blob = await ports.content.open(part.blob_id, unlocked.contentKey);
    opened.push({
      name: part.name,
      type: part.media_type,
      size: part.size,
      sha256: part.sha256,
      stream: () => blob.stream(),
    });
  }
  await transact(ctx.db, input.door, async (trx) => {
    const who = await lockForSession(trx, input.door, input.arrivedAt);
    await recordOpenings(trx, ctx, who, unlocked.parts, input.arrivedAt);
    await logUse(trx, ctx, {
      act: "content_opened",
      at: input.arrivedAt,
      visitor: input.visitor,
      deliveryId: who.row.id,
    });
  });
  return opened;
}

async function unlockForSession(
  trx: Transaction,
  ctx: Context,
  keys: KeyUnwrapping,
  input: PartsInput,
): Promise<{ readonly contentKey: Uint8Array; readonly parts: readonly PartRow[] }> {
  const { row } = await readForSession(trx, input.door, input.arrivedAt);
  if (!row.consigned_at) throw new AppError("conflict", "not_consigned");
  const { contentKey, parts } = await unlockParts(trx, ctx, keys, {
    messageId: row.message_id,
    holder: row.id,
    purpose: "hand_over",
    at: input.arrivedAt,
  });
  const wanted = parts.filter((part) => input.ordinal === null || part.ordinal === input.ordinal);
  return { contentKey, parts: wanted };
}

async function recordOpenings(
  trx: Transaction,
  ctx: Context,
  who: IdentifiedAddressee,
  parts: readonly PartRow[],
  arrivedAt: Temporal.Instant,
): Promise<void> {
  const fresh = parts.filter((part) => !who.opened.includes(part.name));
  if (fresh.length === 0) return;
  const now = await clockNow(trx);
  const message = await loadMessageFacts(trx, who.row.message_id);
  let row = who.row;
  for (const part of fresh) {
    const written = await writeRecord(
      trx,
      ctx,
      row,
      message,
      {
        type: "ContentAccessTracking",
        eventAt: arrivedAt,
        part: { name: part.name, sha256: part.sha256 },
        ...(row.collector ? { collector: row.collector } : {}),
      },
      now,
    );
    row = written.row;
  }
  await saveChain(trx, row);
  await trx
    .updateTable("collect_session")
    .set({ opened: [...who.opened, ...fresh.map((part) => part.name)] })
    .where("token_hash", "=", who.sessionHash)
    .execute();
}
