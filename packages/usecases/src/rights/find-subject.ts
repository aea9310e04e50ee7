// Finds whom a request is about: account holders and addressees, each shown by what tells him from others; the officer chooses, nothing is merged.

import { sql, transact } from "@posthorn/db";
import { AppError, type FieldError, isBlank, parseEmail, parseLine, parseMobile } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { describeDeliveries, type FoundDelivery } from "./describe-deliveries.ts";
import { lockRequest } from "./desk-act.ts";

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Temporal.Instant;
  readonly identifiedAt: Temporal.Instant | null;
  /** "private: Sofie Ooms, company: Bakkerij Ooms". */
  readonly accounts: string | null;
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
      deliveries: await describeDeliveries(
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
