// Answers a request: granted, in part or refused on grounds, by a letter that says so, what is kept until when, and where to complain.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  brusselsDay,
  codePoints,
  type FieldError,
  groundsOf,
  mayBecome,
  RIGHTS_ANSWERS,
  type RightsAnswer,
  type RightsGround,
  type RightsKind,
  type RightsState,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { type DeskRequest, lockRequest, noteDeskAct } from "./desk-act.ts";
import { findChosen, type FoundDelivery } from "./find-subject.ts";
import { removeDocuments } from "./identify-requester.ts";
import { type LetterContent, oweLetter } from "./owe-letter.ts";

export interface TypedAnswer {
  readonly requestId: string;
  readonly answer: string;
  readonly grounds: readonly string[];
  readonly words: string;
}

export const ANSWER_WORDS_LONGEST = 4_000;

/** What touches a delivery, and so waits until those on their way have come to their end (domain rules, "Rights and duties"). */
const WAITS_FOR_DELIVERIES: readonly RightsKind[] = ["erasure", "objection", "rectification"];
/** A request whose sender could not be told who asks is refused for that, before its month began. */
const BEFORE_IDENTITY: readonly RightsGround[] = ["not_identified", "no_authority", "excessive"];

/**
 * The letter is owed when this returns. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `rights_answer_invalid` with
 * fields; not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_senders_not_told`, `rights_senders_undecided`.
 */
export async function answerRequest(ctx: Context, reader: StaffReader, typed: TypedAnswer): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, typed.requestId, ["identity", "open"]);
    const { answer, grounds, words } = parseAnswer(typed, row.kind);
    if (
      row.state === "identity" &&
      !(answer === "refused" && grounds.every((each) => BEFORE_IDENTITY.includes(each)))
    )
      throw new AppError("conflict", "rights_request_state");
    const now = await clockNow(trx);
    if (row.state === "open" && answer !== "refused") await requireDecisions(trx, row, now);
    const chosen = await findChosen(trx, row.id);
    const flying =
      answer === "refused" || !WAITS_FOR_DELIVERIES.includes(row.kind)
        ? []
        : chosen.filter(({ finalAt }) => finalAt === null);
    const waitsUntil = lastOf(flying.map(({ finalBy }) => finalBy));
    const keptUntil = keepsEvidence(row.kind, answer, grounds) ? lastOf(chosen.flatMap(evidenceDay)) : null;
    const next: RightsState = answer === "refused" ? "refused" : waitsUntil === null ? "answered" : "waiting";
    if (!mayBecome(row.state, next)) throw new AppError("conflict", "rights_request_state");
    await trx
      .updateTable("rights_request")
      .set({
        state: next,
        waiting_for: waitsUntil?.toString() ?? null,
        answered_at: now,
        answer,
        answer_words: words,
        grounds: [...grounds],
        kept_until: keptUntil,
        handled_by: reader.staff.staffId,
        // A complaint is answered by its answer; nothing is left to be done.
        ...(row.kind === "complaint" && answer !== "refused" ? { carried_out_at: now } : {}),
      })
      .where("id", "=", row.id)
      .execute();
    await removeDocuments(trx, row.id);
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: "answered",
      at: now,
      words: [answer, ...grounds].join(" "),
    });
    const content: LetterContent = {
      letter: "answer",
      answer,
      grounds,
      ...(words === null ? {} : { words }),
      ...(keptUntil === null ? {} : { keptUntil: keptUntil.toString() }),
      ...(waitsUntil === null ? {} : { waitsUntil: waitsUntil.toString() }),
      // His account he closes himself, in his own session; the letter says where.
      ...(row.kind === "erasure" && row.person_id !== null && answer !== "refused"
        ? { holdsAccount: true as const }
        : {}),
    };
    await oweLetter(trx, ctx, reader, row, content, now);
  });
}

/** He takes it back: by letter or telephone call, as the officer notes. Errors: as `answerRequest`. */
export async function bookWithdrawal(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["identity", "open"]);
    const now = await clockNow(trx);
    await trx.updateTable("rights_request").set({ state: "withdrawn" }).where("id", "=", row.id).execute();
    await removeDocuments(trx, row.id);
    await noteDeskAct(trx, reader, { requestId: row.id, event: "withdrawn", at: now });
  });
}

/** Every sender of a chosen letter was told, and has decided or let his time pass. */
async function requireDecisions(trx: Transaction, row: DeskRequest, now: Temporal.Instant): Promise<void> {
  if (row.kind === "complaint") return;
  const { rows } = await sql<{ untold: boolean; undecided: boolean }>`
    SELECT bool_or(t.account_id IS NULL) AS untold,
      bool_or(t.decision IS NULL AND t.decide_by >= ${brusselsDay(now)}) AS undecided
    FROM rights_senders(${row.id}) s LEFT JOIN rights_request_sender t ON t.request_id = ${row.id} AND t.account_id = s.account_id`.execute(
    trx,
  );
  if (rows[0]?.untold === true) throw new AppError("conflict", "rights_senders_not_told");
  if (rows[0]?.undecided === true) throw new AppError("conflict", "rights_senders_undecided");
}

function keepsEvidence(kind: RightsKind, answer: RightsAnswer, grounds: readonly RightsGround[]): boolean {
  return kind === "erasure" && answer !== "granted" && grounds.some((ground) => ground.startsWith("legal_"));
}

/** Its evidence; of what is on its way the day is known once it is final. */
function evidenceDay({ evidenceUntil }: FoundDelivery): readonly Temporal.PlainDate[] {
  return evidenceUntil === null ? [] : [evidenceUntil];
}

function lastOf(days: readonly Temporal.PlainDate[]): Temporal.PlainDate | null {
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? null;
}

function parseAnswer(
  typed: TypedAnswer,
  kind: RightsKind,
): {
  readonly answer: RightsAnswer;
  readonly grounds: readonly RightsGround[];
  readonly words: string | null;
} {
  const errors: FieldError[] = [];
  const answer = RIGHTS_ANSWERS.find((each) => each === typed.answer);
  if (answer === undefined) errors.push({ path: "answer", code: "required" });
  const offered = groundsOf(kind);
  const grounds = offered.filter((ground) => typed.grounds.includes(ground));
  if (answer !== undefined && answer !== "granted" && grounds.length === 0)
    errors.push({ path: "grounds", code: "required" });
  if (answer === "granted" && grounds.length > 0) errors.push({ path: "grounds", code: "not_a_choice" });
  const words = typed.words.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();
  if (codePoints(words) > ANSWER_WORDS_LONGEST)
    errors.push({ path: "words", code: "too_long", params: { max: ANSWER_WORDS_LONGEST } });
  if (!words.isWellFormed() || words.includes("\0")) errors.push({ path: "words", code: "not_well_formed" });
  if (kind === "complaint" && words === "") errors.push({ path: "words", code: "required" });
  if (answer === undefined || errors.length > 0)
    throw new AppError("bad_request", "rights_answer_invalid", { fields: errors });
  return { answer, grounds, words: words === "" ? null : words };
}
