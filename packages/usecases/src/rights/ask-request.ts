// Writes a request of a person about his data, with the first entry of its history; the month runs from the complete request (GDPR art. 12(3)).

import type { RightsRequestTable, Selectable, Transaction } from "@posthorn/db";
import { failed, type FieldError, type Parsed, type RightsKind, requestDueOn } from "@posthorn/domain";
import type { Context } from "../context.ts";

export type RightsRequestRow = Selectable<RightsRequestTable>;

/** In code points. */
export const RIGHTS_WORDS_MAX = 4_000;

/** Kinds that say nothing without words: what is wrong, what is objected to, what is complained of. */
const NEEDS_WORDS: readonly RightsKind[] = ["rectification", "objection", "complaint"];

/** Text of several lines, trimmed. Errors: `required` where the kind says nothing without words, `too_long`, `not_well_formed`. */
export function parseRequestWords(kind: RightsKind | null, value: unknown): Parsed<string | null> {
  if (typeof value !== "string" || value.trim() === "")
    return kind !== null && NEEDS_WORDS.includes(kind)
      ? failed("words", "required")
      : { ok: true, value: null };
  if (!value.isWellFormed() || value.includes("\0")) return failed("words", "not_well_formed");
  const words = value.normalize("NFC").trim();
  if (Array.from(words).length > RIGHTS_WORDS_MAX)
    return failed("words", "too_long", { max: RIGHTS_WORDS_MAX });
  return { ok: true, value: words };
}

export interface RequestFacts extends Pick<
  RightsRequestRow,
  "id" | "kind" | "channel" | "name" | "first_names" | "email" | "language" | "words"
> {
  readonly person_id?: string;
  readonly on_behalf_name?: string | null;
  readonly on_behalf_authority?: string | null;
  readonly letter_code?: string | null;
  readonly by_code?: boolean;
  /** `account`: who asks has just shown who he is; the request is complete. */
  readonly identity: "account" | "open";
  readonly at: Temporal.Instant;
  readonly memberId?: string;
}

/** In a transaction that sees the request: by its person, or by `rightsRequest`. Returns the row as it stands. */
export async function writeRequest(trx: Transaction, facts: RequestFacts): Promise<RightsRequestRow> {
  const { at, memberId, identity, ...columns } = facts;
  const complete = identity === "account";
  const row = await trx
    .insertInto("rights_request")
    .values({
      ...columns,
      identity,
      received_at: at,
      state: complete ? "open" : "identity",
      ...(complete ? { identified_at: at, complete_at: at, due_on: requestDueOn(at) } : {}),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteRequestEvent(trx, { requestId: row.id, at, event: "asked", ...(memberId && { memberId }) });
  return row;
}

export async function noteRequestEvent(
  trx: Transaction,
  noted: {
    readonly requestId: string;
    readonly at: Temporal.Instant;
    readonly event: string;
    readonly memberId?: string;
    readonly words?: string;
  },
): Promise<void> {
  await trx
    .insertInto("rights_request_event")
    .values({
      request_id: noted.requestId,
      at: noted.at,
      event: noted.event,
      member_id: noted.memberId ?? null,
      words: noted.words ?? null,
    })
    .execute();
}

/** Locks it and takes it back where it is not answered yet; whether it was. */
export async function withdrawRequest(
  trx: Transaction,
  requestId: string,
  act: { readonly at: Temporal.Instant; readonly memberId?: string },
): Promise<boolean> {
  const row = await trx
    .updateTable("rights_request")
    .set({ state: "withdrawn" })
    .where("id", "=", requestId)
    .where("state", "in", ["identity", "open"])
    .returning("id")
    .executeTakeFirst();
  if (!row) return false;
  await noteRequestEvent(trx, { requestId, event: "withdrawn", ...act });
  return true;
}

export function newRequestId(ctx: Context, at: Temporal.Instant): string {
  return ctx.newId("rrq", at);
}

export function errorsOf(parsed: readonly Parsed<unknown>[]): readonly FieldError[] {
  return parsed.flatMap((each) => (each.ok ? [] : each.errors));
}
