// The identified addressee accepts: dated when his request arrived, evidence first, content only after its stamp.

import { clockNow, type DeliveryRow, snapshotOf, transact, type Transaction } from "@posthorn/db";
import { decide, type Language, type RefusalReason } from "@posthorn/domain";
import type { ContentPort, Context, KeyUnwrapping } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { refuseLate } from "../record/refuse-late.ts";
import { lockForSession } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";
import { keepArtifact } from "../record/keep-artifact.ts";
import { proveReadable, unlockParts } from "./unlock-parts.ts";

/** The decision page exactly as it was shown. */
export interface DecisionPage {
  readonly html: string;
  readonly language: Language;
  readonly version: string;
}

export interface DecisionInput {
  readonly door: Presented;
  readonly arrivedAt: Temporal.Instant;
  readonly visitor: Visitor;
  readonly page: DecisionPage;
}

export type Decided =
  /** Booked now, or before by the same addressee (another browser, a repeated click). */
  | { readonly kind: "collected"; readonly deliveryId: string }
  | { readonly kind: "closed"; readonly reason: RefusalReason };

/**
 * Durable on return. Errors: unauthenticated `collect_session_ended`; internal `content_damaged` (the state stays);
 * unavailable `took_too_long`. A legal "no" is `closed` with its reason.
 */
export async function acceptMessage(
  ctx: Context,
  ports: { readonly content: ContentPort; readonly keys: KeyUnwrapping },
  input: DecisionInput,
): Promise<Decided> {
  await proveContentReadable(ctx, ports, input);
  return transact(ctx.db, input.door, async (trx) => {
    const { row, collector, sessionHash } = await lockForSession(trx, input.door, input.arrivedAt);
    const now = await clockNow(trx);
    if (row.state === "collected") return { kind: "collected", deliveryId: row.id };
    const decision = decide(snapshotOf(row), { kind: "accept", arrivedAt: input.arrivedAt });
    if (decision.kind === "refused") {
      return decision.reason === "already_collected"
        ? { kind: "collected", deliveryId: row.id }
        : { kind: "closed", reason: decision.reason };
    }
    if (decision.kind === "nothing") return { kind: "collected", deliveryId: row.id };
    const page = await keepDecisionPage(trx, row, input.page, now);
    await applyDecision(trx, ctx, {
      row,
      message: await loadMessageFacts(trx, row.message_id),
      decision,
      recordedAt: now,
      events: { ConsignmentAcceptance: { collector, decision_page: page } },
      columns: { collected_at: input.arrivedAt, collector, accepted_by_session: sessionHash },
    });
    await logUse(trx, ctx, {
      act: "accepted",
      at: input.arrivedAt,
      visitor: input.visitor,
      deliveryId: row.id,
    });
    refuseLate(input.arrivedAt, await clockNow(trx));
    return { kind: "collected", deliveryId: row.id };
  });
}

export async function keepDecisionPage(
  trx: Transaction,
  row: DeliveryRow,
  page: DecisionPage,
  at: Temporal.Instant,
) {
  const sha256 = await keepArtifact(trx, {
    deliveryId: row.id,
    kind: "decision_page",
    mediaType: "text/html; charset=utf-8",
    bytes: Buffer.from(page.html, "utf8"),
    at,
  });
  return { language: page.language, version: page.version, sha256 };
}

/** Before accepting, every part is opened and its first chunk authenticated, else the state stays. */
async function proveContentReadable(
  ctx: Context,
  ports: { readonly content: ContentPort; readonly keys: KeyUnwrapping },
  input: DecisionInput,
): Promise<void> {
  const unlocked = await transact(ctx.db, input.door, async (trx) => {
    const { row } = await lockForSession(trx, input.door, input.arrivedAt);
    // What cannot be accepted any more needs no key: its wrap may be gone already.
    if (decide(snapshotOf(row), { kind: "accept", arrivedAt: input.arrivedAt }).kind !== "done") return null;
    return unlockParts(trx, ctx, ports.keys, {
      messageId: row.message_id,
      holder: row.id,
      purpose: "prove_readable",
      at: input.arrivedAt,
    });
  });
  if (unlocked) await proveReadable(ports.content, unlocked.contentKey, unlocked.parts);
}
