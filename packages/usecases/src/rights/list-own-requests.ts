// A person's own requests, the latest first, each with its clock, its history and the answer; and whether he is restricted.

import { transact, type Transaction } from "@posthorn/db";
import type { RightsIdentity, RightsKind, RightsState } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { RightsRequestRow } from "./ask-request.ts";
import { findOwnRestriction } from "./restricted.ts";

export interface OwnRequest {
  readonly id: string;
  readonly number: number;
  readonly kind: RightsKind;
  readonly state: RightsState;
  readonly identity: RightsIdentity;
  readonly words: string | null;
  readonly onBehalfOf: string | null;
  readonly receivedAt: Temporal.Instant;
  readonly completeAt: Temporal.Instant | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly extended: { readonly at: Temporal.Instant; readonly reason: string | null } | null;
  /** Why it waits, in the desk's words. */
  readonly waitingFor: string | null;
  readonly answer: {
    readonly at: Temporal.Instant;
    /** Ground or outcome as the desk names it. */
    readonly code: string | null;
    readonly words: string | null;
  } | null;
  readonly carriedOutAt: Temporal.Instant | null;
}

export interface OwnRequests {
  readonly requests: readonly OwnRequest[];
  /** Since when the processing of his data is restricted; null where it is not. */
  readonly restrictedSince: Temporal.Instant | null;
}

/** More than anybody has within the five years that they are kept (R14). */
const SHOWN = 50;

export async function listOwnRequests(ctx: Context, personId: string): Promise<OwnRequests> {
  return transact(ctx.db, { personId }, async (trx) => {
    const rows = await trx
      .selectFrom("rights_request")
      .selectAll()
      .where("person_id", "=", personId)
      .orderBy("received_at", "desc")
      .orderBy("id", "desc")
      .limit(SHOWN)
      .execute();
    return { requests: rows.map(ownRequestOf), restrictedSince: await findOwnRestriction(trx, personId) };
  });
}

/** One of his own; undefined for every other. */
export async function findOwnRequest(
  ctx: Context,
  personId: string,
  requestId: string,
): Promise<OwnRequest | undefined> {
  const row = await transact(ctx.db, { personId }, (trx: Transaction) =>
    trx
      .selectFrom("rights_request")
      .selectAll()
      .where("id", "=", requestId)
      .where("person_id", "=", personId)
      .executeTakeFirst(),
  );
  return row && ownRequestOf(row);
}

export function ownRequestOf(row: RightsRequestRow): OwnRequest {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    identity: row.identity,
    words: row.words,
    onBehalfOf: row.on_behalf_name,
    receivedAt: row.received_at,
    completeAt: row.complete_at,
    dueOn: row.due_on,
    extended: row.extended_at ? { at: row.extended_at, reason: row.extension_reason } : null,
    waitingFor: row.waiting_for,
    answer: row.answered_at ? { at: row.answered_at, code: row.answer, words: row.answer_words } : null,
    carriedOutAt: row.carried_out_at,
  };
}
