// A sender, as controller, decides what becomes of what he entrusted about somebody who asks for his rights; we assist (GDPR art. 28(3)(e)).

import { sql, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  brusselsDay,
  endShown,
  parseChoice,
  type RightsKind,
  type RightsState,
  SENDER_DECISIONS,
  type SenderDecision,
} from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { errorsOf, noteRequestEvent, parseRequestWords } from "./ask-request.ts";

type Reader = Pick<SessionMember, "accountId" | "memberId">;

export interface AskedOfSender {
  readonly requestId: string;
  readonly number: number;
  readonly kind: RightsKind;
  readonly person: string;
  readonly letters: number;
  readonly toldAt: Temporal.Instant;
  readonly decideBy: Temporal.PlainDate;
  readonly decision: SenderDecision | null;
  /** Whether it is still his to decide: not once the request was taken back or answered without him. */
  readonly waits: boolean;
}

export interface AskedLetter {
  readonly id: string;
  readonly subject: string;
  readonly addressee: string;
  readonly email: string;
  readonly acceptedAt: Temporal.Instant;
  /** Of a window or term that passed its last day. Null while it is on its way: nothing is done to it before its end. */
  readonly endedOn: Temporal.PlainDate | null;
}

export interface AskedOfSenderView extends AskedOfSender {
  readonly words: string | null;
  readonly lettersShown: readonly AskedLetter[];
  readonly answer: { readonly words: string | null; readonly at: Temporal.Instant } | null;
  readonly carriedOutAt: Temporal.Instant | null;
}

/** Open ones are few, and the answered are kept five years: more than anybody is asked. */
const SHOWN = 100;
/** Letters of one request that are named. */
const LETTERS_SHOWN = 50;

const WAITS = sql<boolean>`(decision IS NULL AND rights_request.state IN ('open', 'waiting'))`;

/** Those that wait for a decision first, by the day they are due; then the latest told. In the scope of the account. */
export async function listAskedOfSender(ctx: Context, reader: Reader): Promise<readonly AskedOfSender[]> {
  const { accountId, memberId } = reader;
  const rows = await transact(ctx.db, { accountId, memberId }, (trx) =>
    asked(trx, accountId)
      .orderBy(sql`${WAITS} DESC`)
      .orderBy(sql`CASE WHEN ${WAITS} THEN decide_by END`)
      .orderBy("rights_request_sender.told_at", "desc")
      .limit(SHOWN)
      .execute(),
  );
  return rows.map(lineOf);
}

/** How many wait: a request that was taken back or answered waits for nobody. For the frame of every page of an admin, counted up to 99. */
export async function countAskedOfSender(trx: Transaction, accountId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`SELECT count(*)::int AS open FROM (
    SELECT FROM rights_request_sender s JOIN rights_request r ON r.id = s.request_id AND r.state IN ('open', 'waiting')
    WHERE s.account_id = ${accountId} AND s.decision IS NULL LIMIT 99) AS waiting`.execute(trx);
  return rows[0]?.open ?? 0;
}

/** Errors: not_found `rights_request_unknown`, also for one that another account was told of. */
export async function viewAskedOfSender(
  ctx: Context,
  reader: Reader,
  requestId: string,
): Promise<AskedOfSenderView> {
  const { accountId, memberId } = reader;
  return transact(ctx.db, { accountId, memberId }, async (trx) => {
    const row = await asked(trx, accountId).where("request_id", "=", requestId).executeTakeFirst();
    if (!row) throw new AppError("not_found", "rights_request_unknown");
    const letters = await trx
      .selectFrom("delivery")
      .innerJoin("message", "message.id", "delivery.message_id")
      .select([
        "delivery.id",
        "message.subject",
        "delivery.name",
        "delivery.first_names",
        "delivery.email",
        "delivery.accepted_at",
        "delivery.final_at",
        "delivery.state",
      ])
      .where("delivery.id", "in", row.delivery_ids.slice(0, LETTERS_SHOWN))
      .where("delivery.account_id", "=", accountId)
      .orderBy("delivery.accepted_at", "desc")
      .execute();
    return {
      ...lineOf(row),
      words: row.request_words,
      lettersShown: letters.map((letter) => ({
        id: letter.id,
        subject: letter.subject,
        addressee: `${letter.first_names ?? ""} ${letter.name}`.trim(),
        email: letter.email,
        acceptedAt: letter.accepted_at,
        endedOn: letter.final_at && brusselsDay(endShown(letter.state, letter.final_at)),
      })),
      answer: row.decided_at ? { words: row.words, at: row.decided_at } : null,
      carriedOutAt: row.carried_out_at,
    };
  });
}

/**
 * Decided once, in words where it is refused. What is granted is carried out by the desk; where erasure is, the addressee's data of what
 * has come to its end goes in the same transaction, and of what is on its way when it has. The caller asks for an admin. Errors:
 * bad_request `sender_decision_invalid` with fields `decision` and `words`; not_found `rights_request_unknown`; conflict
 * `sender_has_decided`, `rights_request_final`.
 */
export async function decideAsSender(
  ctx: Context,
  act: {
    readonly member: Pick<SessionMember, "accountId" | "memberId" | "personId">;
    readonly requestId: string;
    readonly decision: unknown;
    readonly words: unknown;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<SenderDecision> {
  const { member, requestId, visitor, arrivedAt: at } = act;
  const { accountId, memberId, personId } = member;
  const decision = parseChoice("decision", act.decision, SENDER_DECISIONS);
  const words = parseRequestWords(
    decision.ok && decision.value === "refused" ? "objection" : null,
    act.words,
  );
  if (!decision.ok || !words.ok)
    throw new AppError("bad_request", "sender_decision_invalid", { fields: errorsOf([decision, words]) });
  return transact(ctx.db, { accountId, memberId }, async (trx) => {
    const state = await lockTold(trx, requestId);
    const row = await asked(trx, accountId).where("request_id", "=", requestId).executeTakeFirst();
    if (!row || state === null) throw new AppError("not_found", "rights_request_unknown");
    if (row.decision === null && !mayDecide(state)) throw new AppError("conflict", "rights_request_final");
    const written = await trx
      .updateTable("rights_request_sender")
      .set({ decision: decision.value, words: words.value, decided_by: memberId, decided_at: at })
      .where("request_id", "=", requestId)
      .where("account_id", "=", accountId)
      .where("decision", "is", null)
      .returning("request_id")
      .executeTakeFirst();
    if (!written) throw new AppError("conflict", "sender_has_decided");
    await noteRequestEvent(trx, { requestId, at, event: `sender_${decision.value}`, memberId });
    if (decision.value === "granted" && row.kind === "erasure")
      await sql`SELECT erase_own_granted_addressees(${requestId})`.execute(trx);
    await logUse(trx, ctx, { act: "rights_decided", at, visitor, accountId, personId, subject: requestId });
    return decision.value;
  });
}

/** Its state; of a decision and a withdrawal at once the second waits here. Null where this account was not told of it. */
async function lockTold(trx: Transaction, requestId: string): Promise<RightsState | null> {
  const { rows } = await sql<{
    state: RightsState | null;
  }>`SELECT lock_told_request(${requestId}) AS state`.execute(trx);
  return rows[0]?.state ?? null;
}

function mayDecide(state: RightsState): boolean {
  return state === "open" || state === "waiting";
}

function asked(trx: Transaction, accountId: string) {
  return trx
    .selectFrom("rights_request_sender")
    .innerJoin("rights_request", "rights_request.id", "rights_request_sender.request_id")
    .select([
      "rights_request_sender.request_id",
      "rights_request.number",
      "rights_request.kind",
      "rights_request.state",
      "rights_request.name",
      "rights_request.first_names",
      "rights_request.words as request_words",
      "rights_request_sender.delivery_ids",
      "rights_request_sender.told_at",
      "rights_request_sender.decide_by",
      "rights_request_sender.decision",
      "rights_request_sender.words",
      "rights_request_sender.decided_at",
      "rights_request_sender.carried_out_at",
    ])
    .where("rights_request_sender.account_id", "=", accountId);
}

function lineOf(
  row: Awaited<ReturnType<ReturnType<typeof asked>["executeTakeFirstOrThrow"]>>,
): AskedOfSender {
  return {
    requestId: row.request_id,
    number: row.number,
    kind: row.kind,
    person: `${row.first_names ?? ""} ${row.name}`.trim(),
    letters: row.delivery_ids.length,
    toldAt: row.told_at,
    decideBy: row.decide_by,
    decision: row.decision,
    waits: row.decision === null && mayDecide(row.state),
  };
}
