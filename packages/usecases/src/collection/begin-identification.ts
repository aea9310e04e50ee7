// The addressee sets out to identify himself with itsme or a card: the use of the notice is booked first, then the try.

import { clockNow, type DeliveryRow, transact } from "@posthorn/db";
import { AppError, type Language, type RefusalReason } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type AttemptMethod, beginAttempt } from "../identification/begin-attempt.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { refuseLate } from "../record/refuse-late.ts";
import type { Presented } from "./ports.ts";
import { useNotice } from "./use-notice.ts";

export type IdentificationBegun =
  | { readonly kind: "begun"; readonly deliveryId: string; readonly expiresAt: Temporal.Instant }
  /** A legal "no": refused, expired, unreachable, or on its way as a letter. */
  | { readonly kind: "closed"; readonly reason: RefusalReason };

export interface IdentificationTry {
  readonly door: Presented;
  readonly method: AttemptMethod;
  /** Digest of the browser's cookie. */
  readonly browserHash: string;
  /** Digest of what comes back with the answer. */
  readonly stateHash: string;
  readonly nonce: string;
  readonly codeVerifier?: string;
  readonly language: Language;
  readonly arrivedAt: Temporal.Instant;
  readonly visitor: Visitor;
}

/**
 * Whatever the message asks, this is the stronger way. Errors: not_found `link_unknown`; conflict
 * `organisation_not_identifiable` (no enterprise number was given); unavailable `took_too_long`.
 */
export async function beginIdentification(
  ctx: Context,
  input: IdentificationTry,
): Promise<IdentificationBegun> {
  const { door, arrivedAt, visitor, ...facts } = input;
  return transact(ctx.db, door, async (trx) => {
    const used = await useNotice(trx, ctx, door, arrivedAt, requireIdentifiable);
    if (used.kind === "closed") return used;
    const { row } = used;
    const { expiresAt } = await beginAttempt(trx, ctx, {
      ...facts,
      service: "collect",
      purpose: "collect",
      delivery: { id: row.id, linkGeneration: row.link_generation },
      at: arrivedAt,
    });
    await logUse(trx, ctx, {
      act: `identification_asked_${facts.method}`,
      at: arrivedAt,
      visitor,
      deliveryId: row.id,
    });
    refuseLate(arrivedAt, await clockNow(trx));
    return { kind: "begun", deliveryId: row.id, expiresAt };
  });
}

/** Whom an organisation's member would stand for must be known. */
function requireIdentifiable(row: DeliveryRow): void {
  if (row.kind === "organisation" && row.enterprise_number === null)
    throw new AppError("conflict", "organisation_not_identifiable");
}
