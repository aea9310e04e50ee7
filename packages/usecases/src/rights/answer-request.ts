// Answers a request: granted, in part or refused on grounds, by a letter that says so, what is kept until when, and where to complain.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  brusselsDay,
  codePoints,
  concernsSenders,
  type FieldError,
  groundsOf,
  mayBecome,
  RIGHTS_ANSWERS,
  type RightsAnswer,
  type RightsGround,
  type RightsLetter,
  type RightsKind,
  type RightsState,
  type SenderDecision,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { type DeskRequest, lockRequest, noteDeskAct } from "./desk-act.ts";
import { findChosen, type FoundDelivery } from "./describe-deliveries.ts";
import { removeDocuments } from "./identify-requester.ts";
import { type LetterContent, oweLetter } from "./owe-letter.ts";
import { requirePerson } from "./require-person.ts";

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
 * fields; not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_senders_not_told`,
 * `rights_senders_undecided`, `rights_senders_not_granted`, `rights_person_not_chosen`.
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
    const senders = row.state === "open" ? await sendersOf(trx, row) : [];
    const today = brusselsDay(now);
    if (answer !== "refused") {
      requireDecisions(senders, answer, today);
      // Once a sender was told the choice stands, and it was asked then.
      if (senders.every(({ told }) => !told)) await requirePerson(trx, row);
    }
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
    const undecided = undecidedOf(senders, today);
    const content: LetterContent = {
      letter: "answer",
      answer,
      grounds,
      ...(words === null ? {} : { words }),
      ...(undecided.length === 0 ? {} : { senders: undecided }),
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

interface SenderOfChosen {
  readonly name: string;
  readonly gone: boolean;
  readonly told: boolean;
  readonly decide_by: Temporal.PlainDate | null;
  readonly decision: SenderDecision | null;
}

/** Those of the chosen letters; none for a complaint, which is about ourselves. */
async function sendersOf(trx: Transaction, row: DeskRequest): Promise<readonly SenderOfChosen[]> {
  if (!concernsSenders(row.kind)) return [];
  const { rows } = await sql<SenderOfChosen>`
    SELECT s.name, s.gone, t.account_id IS NOT NULL AS told, t.decide_by, t.decision
    FROM rights_senders(${row.id}) s LEFT JOIN rights_request_sender t ON t.request_id = ${row.id} AND t.account_id = s.account_id
    ORDER BY s.name, s.account_id`.execute(trx);
  return rows;
}

/**
 * Every sender was told, and has decided or let his time pass; whose account is closed is neither told nor waited for. What one has not let
 * go is not granted: neither silence nor a closed account is a yes.
 */
function requireDecisions(
  senders: readonly SenderOfChosen[],
  answer: RightsAnswer,
  today: Temporal.PlainDate,
): void {
  const waited = senders.filter(({ gone, decision }) => !gone && decision === null);
  if (waited.some(({ told }) => !told)) throw new AppError("conflict", "rights_senders_not_told");
  if (waited.some(({ decide_by: by }) => by !== null && Temporal.PlainDate.compare(by, today) >= 0))
    throw new AppError("conflict", "rights_senders_undecided");
  if (answer === "granted" && senders.some(({ decision }) => decision === null || decision === "refused"))
    throw new AppError("conflict", "rights_senders_not_granted");
}

/** Who was asked in vain, and who is there no more, as the letter tells it. */
function undecidedOf(
  senders: readonly SenderOfChosen[],
  today: Temporal.PlainDate,
): NonNullable<RightsLetter["senders"]> {
  return senders.flatMap(({ name, gone, decide_by: by, decision }): NonNullable<RightsLetter["senders"]> => {
    if (decision !== null) return [];
    if (gone) return [{ name, is: "gone" }];
    const passed = by !== null && Temporal.PlainDate.compare(by, today) < 0;
    return passed ? [{ name, is: "silent", by: by.toString() }] : [];
  });
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
