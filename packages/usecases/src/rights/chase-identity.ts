// Who asked by letter and does not show who he is is reminded halfway; after the term the request is closed, with a letter that says so (GDPR art. 12(6)).

import { sql, type Transaction } from "@posthorn/db";
import {
  brusselsDay,
  IDENTITY_DAYS,
  IDENTITY_REMINDER_DAYS,
  identityAskedUntil,
  type RightsGround,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { DeskRequest } from "./desk-act.ts";
import { type LetterContent, letterTo, mailLetter } from "./owe-letter.ts";

/**
 * In the worker's transaction; a hundred of each at most. A request that was never asked about is left alone, and so is one whose paper
 * lies unjudged. Returns how many were reminded or closed.
 */
export async function chaseIdentity(trx: Transaction, ctx: Context, at: Temporal.Instant): Promise<number> {
  const reminded = await sql<DeskRequest>`
    SELECT * FROM remind_unidentified(${at}, ${IDENTITY_REMINDER_DAYS})`.execute(trx);
  for (const row of reminded.rows)
    await write(trx, ctx, row, at, "identity_reminded", {
      letter: "identity_reminder",
      until: lastDay(row, at).toString(),
    });
  const closed = await sql<DeskRequest>`
    SELECT * FROM close_unidentified(${at}, ${IDENTITY_DAYS}, ${IDENTITY_REMINDER_DAYS})`.execute(trx);
  for (const row of closed.rows)
    await write(trx, ctx, row, at, "closed_unidentified", {
      letter: "answer",
      answer: "refused",
      grounds: row.grounds as readonly RightsGround[],
    });
  return reminded.rows.length + closed.rows.length;
}

/** Of the term that was told, and of the days that a reminder leaves, the later. */
function lastDay(row: DeskRequest, at: Temporal.Instant): Temporal.PlainDate {
  const since = [row.identity_asked_at, row.identified_at]
    .filter((each) => each !== null)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  const left = brusselsDay(at).add({ days: IDENTITY_REMINDER_DAYS });
  const told = since === undefined ? left : identityAskedUntil(since);
  return Temporal.PlainDate.compare(told, left) > 0 ? told : left;
}

/** Mailed where an address is proven; else owed until an officer has saved it, to post it. */
async function write(
  trx: Transaction,
  ctx: Context,
  row: DeskRequest,
  at: Temporal.Instant,
  event: string,
  content: LetterContent,
): Promise<void> {
  const letter = letterTo(row, content, at);
  const mailed = await mailLetter(trx, ctx, row, letter, at);
  await sql`SELECT rights_keep_letter(${row.id}, ${at}, ${event}, ${JSON.stringify(letter)}, ${!mailed})`.execute(
    trx,
  );
}
