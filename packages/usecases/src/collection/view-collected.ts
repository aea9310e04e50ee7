// What the identified addressee sees: where his delivery stands, and once consigned its parts.

import { clockNow, transact } from "@posthorn/db";
import { brusselsDay, type CollectorFacts, type PartFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type Rectification, readRectifications } from "../delivery/show-delivery.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { readForSession } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";
import { noticeOf, type NoticeView } from "./view-notice.ts";

export interface CollectedView {
  readonly notice: NoticeView;
  /** Who acts in this session, as evidence of what he does will say it. */
  readonly collector: CollectorFacts;
  /** Null before consignment: subject and file names are content. */
  readonly content: {
    readonly subject: string;
    readonly parts: readonly PartFacts[];
    readonly collectedAt: Temporal.Instant;
    /** Last day of access. */
    readonly keptUntil: Temporal.PlainDate;
  } | null;
  /** What rectifies the evidence, beside it; the oldest first. */
  readonly rectifications: readonly Rectification[];
  /** Closed by a failure to consign. */
  readonly failed: boolean;
}

/** Throws unauthenticated `collect_session_ended`. */
export async function viewCollected(ctx: Context, door: Presented): Promise<CollectedView> {
  return transact(ctx.db, door, async (trx) => {
    const { row, collector } = await readForSession(trx, door, await clockNow(trx));
    const notice = await noticeOf(trx, row);
    const failed = row.state === "collected" && row.chain_closed && !row.consigned_at;
    const rectifications = await readRectifications(trx, row.id);
    if (!row.consigned_at || !row.collected_at || !row.final_at)
      return { notice, collector, content: null, rectifications, failed };
    const message = await loadMessageFacts(trx, row.message_id);
    return {
      notice,
      collector,
      rectifications,
      failed,
      content: {
        subject: message.subject,
        parts: message.parts,
        collectedAt: row.collected_at,
        keptUntil: notice.kept.until ?? brusselsDay(row.final_at),
      },
    };
  });
}

export type Consignment = "not_collected" | "waiting" | "consigned" | "failed";

/** How far the content is on its way to the identified addressee; cheap enough to be asked several times a second. */
export async function readConsignment(ctx: Context, door: Presented): Promise<Consignment> {
  return transact(ctx.db, door, async (trx) => {
    const { row } = await readForSession(trx, door, await clockNow(trx));
    if (row.state !== "collected") return "not_collected";
    if (row.consigned_at) return "consigned";
    return row.chain_closed ? "failed" : "waiting";
  });
}
