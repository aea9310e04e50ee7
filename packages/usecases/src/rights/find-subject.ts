// Finds whom a request is about: account holders and addressees, each shown by what tells him from others; the officer chooses, nothing is merged.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  emailKey,
  type FieldError,
  foldName,
  isBlank,
  parseEmail,
  parseLine,
  parseMobile,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { type DeskRequest, lockRequest, noteDeskAct } from "./desk-act.ts";
import { nameOf } from "./owe-letter.ts";

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Temporal.Instant;
  readonly identifiedAt: Temporal.Instant | null;
  /** "private: Sofie Ooms, company: Bakkerij Ooms". */
  readonly accounts: string | null;
}

export interface FoundDelivery {
  readonly id: string;
  readonly sender: string;
  readonly name: string;
  readonly familyName: string;
  readonly firstNames: string | null;
  readonly email: string;
  readonly mobile: string | null;
  /** In one line; null where none was given. */
  readonly address: string | null;
  readonly birthDate: string | null;
  readonly state: string;
  readonly acceptedAt: Temporal.Instant;
  readonly finalAt: Temporal.Instant | null;
  readonly finalBy: Temporal.PlainDate;
  /** Last day on which its evidence is kept; null while it is on its way. */
  readonly evidenceUntil: Temporal.PlainDate | null;
}

export interface SubjectTerms {
  readonly email: string;
  readonly mobile: string;
  readonly name: string;
  readonly postcode: string;
}

export interface FoundSubjects {
  readonly people: readonly FoundPerson[];
  readonly deliveries: readonly FoundDelivery[];
}

const SHOWN = 100;

/**
 * By exact e-mail address, exact mobile number, or family name (of an addressee: with the postcode). The look is logged, found or not; of
 * what was looked for only the kinds. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found `rights_request_unknown`; conflict
 * `rights_request_state`; bad_request `rights_search_invalid` with fields.
 */
export async function findSubjects(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string; readonly terms: SubjectTerms },
): Promise<FoundSubjects> {
  requireFreshOfficer(reader, "privacy_officer");
  const terms = parseTerms(asked.terms);
  return transact(ctx.db, {}, async (trx) => {
    await lockRequest(trx, asked.requestId, ["identity", "open"]);
    await logStaffAct(trx, {
      act: "rights_person_looked_up",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: asked.requestId,
      reason: Object.entries(terms)
        .flatMap(([kind, value]) => (value === null ? [] : [kind]))
        .join(" + "),
    });
    const people = await sql<PersonRow>`
      SELECT * FROM rights_find_people(${terms.email}, ${terms.name}, ${SHOWN})`.execute(trx);
    const { rows: ids } = await sql<{ id: string }>`
      SELECT id FROM rights_find_deliveries(${terms.email}, ${terms.mobile}, ${terms.name}, ${terms.postcode}, ${SHOWN}) AS id`.execute(
      trx,
    );
    return {
      people: people.rows.map((row) => ({
        id: row.id,
        name: `${row.first_names} ${row.family_name}`.trim(),
        email: row.email,
        createdAt: row.created_at,
        identifiedAt: row.identified_at,
        accounts: row.accounts,
      })),
      deliveries: await describe(
        trx,
        ids.map(({ id }) => id),
      ),
    };
  });
}

interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly family_name: string;
  readonly first_names: string;
  readonly created_at: Temporal.Instant;
  readonly identified_at: Temporal.Instant | null;
  readonly accounts: string | null;
}

/**
 * Adds to what is about who asks; null leaves the account holder as he is. Who bears another name is taken only where the officer says that
 * he has checked it; so is who is written to at another address, where a code to the address is all that shows who asks. Errors: forbidden
 * `staff_role_missing`, `staff_not_fresh`; not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_senders_were_told`,
 * `rights_names_differ`, `rights_subject_gone`.
 */
export async function chooseSubject(
  ctx: Context,
  reader: StaffReader,
  chosen: {
    readonly requestId: string;
    readonly personId: string | null;
    readonly deliveryIds: readonly string[];
    readonly otherNames: boolean;
  },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const ids = [...new Set(chosen.deliveryIds)];
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockChoice(trx, chosen.requestId);
    const found = await describe(trx, ids);
    if (found.length !== ids.length) throw new AppError("conflict", "rights_subject_gone");
    const now = await clockNow(trx);
    const { staffId } = reader.staff;
    if (ids.length > 0)
      await trx
        .insertInto("rights_request_delivery")
        .values(
          ids.map((id) => ({ request_id: row.id, delivery_id: id, chosen_by: staffId, chosen_at: now })),
        )
        .onConflict((taken) => taken.doNothing())
        .execute();
    // Who asked in his account is who he is: another is not put in his place.
    const personId = row.channel === "account" ? null : chosen.personId;
    if (personId !== null && !(await isPerson(trx, personId)))
      throw new AppError("conflict", "rights_subject_gone");
    await trx
      .updateTable("rights_request")
      .set({ ...(personId === null ? {} : { person_id: personId }), handled_by: staffId })
      .where("id", "=", row.id)
      .execute();
    const person = personId === null ? null : await findPerson(trx, row.id);
    const all = person === null ? found : [...found, person];
    if (!chosen.otherNames && all.some((one) => differs(row, one)))
      throw new AppError("conflict", "rights_names_differ");
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: "subject_chosen",
      at: now,
      words: [personId, ...ids].filter((id) => id !== null).join(" "),
    });
  });
}

/**
 * One that was chosen is it no longer: a letter, or the account holder. Who asked in his account stays. Errors: forbidden
 * `staff_role_missing`, `staff_not_fresh`; not_found `rights_request_unknown`; conflict `rights_request_state`, `rights_senders_were_told`,
 * `rights_subject_gone`.
 */
export async function removeSubject(
  ctx: Context,
  reader: StaffReader,
  removed: { readonly requestId: string; readonly id: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockChoice(trx, removed.requestId);
    const { numDeletedRows } = await trx
      .deleteFrom("rights_request_delivery")
      .where("request_id", "=", row.id)
      .where("delivery_id", "=", removed.id)
      .executeTakeFirst();
    const isHolder = row.channel !== "account" && row.person_id === removed.id;
    if (numDeletedRows === 0n && !isHolder) throw new AppError("conflict", "rights_subject_gone");
    await trx
      .updateTable("rights_request")
      .set({ ...(isHolder ? { person_id: null } : {}), handled_by: reader.staff.staffId })
      .where("id", "=", row.id)
      .execute();
    await noteDeskAct(trx, reader, {
      requestId: row.id,
      event: "subject_removed",
      at: await clockNow(trx),
      words: removed.id,
    });
  });
}

/** Once a sender was told of it the choice stands. */
async function lockChoice(trx: Transaction, requestId: string): Promise<DeskRequest> {
  const row = await lockRequest(trx, requestId, ["identity", "open"]);
  const told = await trx
    .selectFrom("rights_request_sender")
    .select("request_id")
    .where("request_id", "=", row.id)
    .executeTakeFirst();
  if (told) throw new AppError("conflict", "rights_senders_were_told");
  return row;
}

async function isPerson(trx: Transaction, personId: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`SELECT rights_is_person(${personId}) AS known`.execute(trx);
  return rows[0]?.known === true;
}

/** The account holder whom the request names; null where it names none. */
async function findPerson(
  trx: Transaction,
  requestId: string,
): Promise<{ readonly name: string; readonly email: string } | null> {
  const { rows } = await sql<{ name: string; email: string }>`
    SELECT concat_ws(' ', p ->> 'first_names', p ->> 'family_name') AS name, p ->> 'email' AS email
    FROM (SELECT rights_export_person(${requestId}) -> 'person' AS p) held WHERE p IS NOT NULL`.execute(trx);
  return rows[0] ?? null;
}

/** A code shows that a mailbox is his, and neither the name that he typed nor any other address. */
function differs(row: DeskRequest, one: { readonly name: string; readonly email: string }): boolean {
  if (foldName(one.name) !== foldName(nameOf(row))) return true;
  const mailboxAlone = row.channel === "form" && (row.identity === "open" || row.identity === "codes");
  return mailboxAlone && row.email !== null && emailKey(one.email) !== emailKey(row.email);
}

/** The letters chosen for a request, the latest first. */
export async function findChosen(trx: Transaction, requestId: string): Promise<readonly FoundDelivery[]> {
  const rows = await trx
    .selectFrom("rights_request_delivery")
    .select("delivery_id")
    .where("request_id", "=", requestId)
    .execute();
  return describe(
    trx,
    rows.map(({ delivery_id }) => delivery_id),
  );
}

async function describe(trx: Transaction, ids: readonly string[]): Promise<readonly FoundDelivery[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<DeliveryRow>`SELECT * FROM rights_deliveries(${[...ids]})`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    sender: row.sender,
    name: `${row.first_names ?? ""} ${row.name}`.trim(),
    familyName: row.name,
    firstNames: row.first_names,
    email: row.email,
    mobile: row.mobile,
    address: addressOf(row),
    birthDate: row.birth_date,
    state: row.state,
    acceptedAt: row.accepted_at,
    finalAt: row.final_at,
    finalBy: row.final_by,
    evidenceUntil: row.evidence_until,
  }));
}

interface DeliveryRow {
  readonly id: string;
  readonly sender: string;
  readonly name: string;
  readonly first_names: string | null;
  readonly email: string;
  readonly mobile: string | null;
  readonly street: string | null;
  readonly number: string | null;
  readonly box: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly birth_date: string | null;
  readonly state: string;
  readonly accepted_at: Temporal.Instant;
  readonly final_at: Temporal.Instant | null;
  readonly final_by: Temporal.PlainDate;
  readonly evidence_until: Temporal.PlainDate | null;
}

function addressOf(row: DeliveryRow): string | null {
  if (row.street === null) return null;
  const box = row.box === null ? "" : ` / ${row.box}`;
  return `${row.street} ${row.number ?? ""}${box}, ${row.postcode ?? ""} ${row.town ?? ""}`.trim();
}

function parseTerms(typed: SubjectTerms): { readonly [Kind in keyof SubjectTerms]: string | null } {
  const errors: FieldError[] = [];
  const read = <T>(
    parsed:
      | { readonly ok: true; readonly value: T }
      | { readonly ok: false; readonly errors: readonly FieldError[] },
  ): T | null => {
    if (parsed.ok) return parsed.value;
    errors.push(...parsed.errors);
    return null;
  };
  const terms = {
    email: read(parseEmail("email", typed.email)),
    mobile: read(parseMobile("mobile", typed.mobile)),
    name: read(parseLine("name", typed.name, 200)),
    postcode: read(parseLine("postcode", typed.postcode, 12)),
  };
  if (errors.length === 0 && [typed.email, typed.mobile, typed.name].every(isBlank))
    errors.push({ path: "email", code: "required" });
  if (errors.length > 0) throw new AppError("bad_request", "rights_search_invalid", { fields: errors });
  return terms;
}
