// Does what was granted, once nothing about it is on its way: erases what senders let go, restricts, notes beside the evidence, and tells.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, contactKey, emailKey, isBlank } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { type DeskRequest, lockRequest, noteDeskAct } from "./desk-act.ts";
import { findChosen, type FoundDelivery } from "./describe-deliveries.ts";
import { oweLetter } from "./owe-letter.ts";

/** Also a check of the table. */
export const NOTE_LONGEST = 2_000;

/**
 * `note`: what stands beside the evidence of the chosen letters from now on, for a rectification. Errors: forbidden `staff_role_missing`,
 * `staff_not_fresh`; bad_request `rights_note_invalid` with the field `note`; not_found `rights_request_unknown`; conflict
 * `rights_request_state`, `rights_still_waits`, `rights_carried_out`, `rights_not_exported`, `rights_nobody_chosen`; `rights_still_held` where all was granted and
 * a hold names a part: the letter would say what is not so, and it is carried out once the hold has ended.
 */
export async function carryOutRequest(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string; readonly note: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, ["waiting", "answered"]);
    if (row.carried_out_at !== null) throw new AppError("conflict", "rights_carried_out");
    const chosen = await findChosen(trx, row.id);
    if (row.state === "waiting" && chosen.some(({ finalAt }) => finalAt === null))
      throw new AppError("conflict", "rights_still_waits");
    const now = await clockNow(trx);
    const done = await actOn(trx, ctx, reader, row, { note: asked.note, at: now });
    const addresses = row.kind === "restriction" && row.person_id === null ? addressesOf(chosen) : [];
    await trx
      .updateTable("rights_request")
      .set({ state: "answered", waiting_for: null, carried_out_at: now })
      .where("id", "=", row.id)
      .execute();
    await noteDeskAct(trx, reader, { requestId: row.id, event: "carried_out", at: now, words: done });
    const content = { letter: "carried_out", ...(addresses.length === 0 ? {} : { addresses }) } as const;
    await oweLetter(trx, ctx, reader, row, content, now);
  });
}

interface Doing {
  readonly note: string;
  readonly at: Temporal.Instant;
}

/** Returns what was done, for the history. */
async function actOn(
  trx: Transaction,
  ctx: Context,
  reader: StaffReader,
  row: DeskRequest,
  doing: Doing,
): Promise<string | null> {
  switch (row.kind) {
    case "access":
    case "portability":
      await requireExport(trx, row.id);
      return null;
    case "erasure":
      return eraseGranted(trx, row);
    case "restriction":
      await restrict(trx, ctx, reader, row, doing.at);
      return null;
    case "rectification":
      return noteRectification(trx, ctx, reader, row, doing);
    case "objection":
    case "withdrawal":
    case "complaint":
      return null;
  }
}

async function requireExport(trx: Transaction, requestId: string): Promise<void> {
  const exported = await trx
    .selectFrom("rights_request_event")
    .select("id")
    .where("request_id", "=", requestId)
    .where("event", "=", "exported")
    .limit(1)
    .executeTakeFirst();
  if (!exported) throw new AppError("conflict", "rights_not_exported");
}

/** What the senders let go; the database rechecks decision, end and hold. Ids alone. */
async function eraseGranted(trx: Transaction, { id, answer }: DeskRequest): Promise<string> {
  const { rows } = await sql<{ ids: string[] }>`SELECT erase_granted_addressees(${id}) AS ids`.execute(trx);
  const erased = rows[0]?.ids ?? [];
  if (answer === "granted") {
    const senders = await trx
      .selectFrom("rights_request_sender")
      .select("delivery_ids")
      .where("request_id", "=", id)
      .where("decision", "=", "granted")
      .execute();
    const granted = new Set(senders.flatMap(({ delivery_ids }) => delivery_ids));
    const left = await findChosen(trx, id);
    // Erased, by this act or by its sender before, is whose name is gone.
    if (left.some((letter) => granted.has(letter.id) && letter.name !== ""))
      throw new AppError("conflict", "rights_still_held");
  }
  return erased.join(" ");
}

/** Whom a sender had erased has no address left. Each once, as the letters have them. */
function addressesOf(chosen: readonly FoundDelivery[]): readonly string[] {
  const emails = chosen.map(({ email }) => email).filter((email) => email !== "");
  return [...new Map(emails.map((email) => [emailKey(email), email])).values()];
}

/** As the database folds an address that it compares: its domain as people write it, not as mail servers do. */
function storedKey(email: string): string {
  return email.toLowerCase();
}

/**
 * Of an account holder the person; of who has none the addresses of his letters, each with the name that its letter bears: of who else reads
 * that mailbox nothing is restricted. One that stands already stays.
 */
async function restrict(
  trx: Transaction,
  ctx: Context,
  reader: StaffReader,
  row: DeskRequest,
  at: Temporal.Instant,
): Promise<void> {
  const letters = (await findChosen(trx, row.id)).filter(({ email }) => email !== "");
  const subjects =
    row.person_id === null
      ? letters.map((letter) => ({
          person_id: null,
          email_key: storedKey(letter.email),
          name_key: contactKey({ name: letter.familyName, firstNames: letter.firstNames ?? "" }),
        }))
      : [{ person_id: row.person_id, email_key: null, name_key: null }];
  if (subjects.length === 0) throw new AppError("conflict", "rights_nobody_chosen");
  await trx
    .insertInto("processing_restriction")
    .values(
      subjects.map((subject) => ({
        ...subject,
        id: ctx.newId("prs", at),
        request_id: row.id,
        since: at,
        placed_by: reader.staff.staffId,
      })),
    )
    .onConflict((same) => same.doNothing())
    .execute();
}

async function noteRectification(
  trx: Transaction,
  ctx: Context,
  reader: StaffReader,
  row: DeskRequest,
  { note, at }: Doing,
): Promise<string | null> {
  const chosen = await findChosen(trx, row.id);
  if (chosen.length === 0) return null;
  const words = note.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();
  if (isBlank(words))
    throw new AppError("bad_request", "rights_note_invalid", {
      fields: [{ path: "note", code: "required" }],
    });
  if (words.length > NOTE_LONGEST || words.includes("\0") || !words.isWellFormed())
    throw new AppError("bad_request", "rights_note_invalid", {
      fields: [{ path: "note", code: "too_long", params: { max: NOTE_LONGEST } }],
    });
  await trx
    .insertInto("rectification_note")
    .values(
      chosen.map(({ id }) => ({
        id: ctx.newId("rno", at),
        delivery_id: id,
        request_id: row.id,
        words,
        noted_by: reader.staff.staffId,
        noted_at: at,
      })),
    )
    .execute();
  return words;
}
