// Everything the registration desk needs to judge whether somebody may send for a company: who, which company, by which papers, what was decided before.

import { transact, type Transaction } from "@posthorn/db";
import { type ApplicationRefusal, AppError, isEnterpriseNumber, type Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import type { ApplicationState } from "./list-applications.ts";

export interface ApplicationView {
  readonly id: string;
  readonly state: ApplicationState;
  readonly round: number;
  readonly submittedAt: Temporal.Instant | null;
  /** When anything of it was last changed: a decision names the state that was seen by it. */
  readonly changedAt: Temporal.Instant;
  readonly company: {
    readonly name: string;
    readonly enterpriseNumber: string;
    /** Whether the number's check digits are right. */
    readonly numberFits: boolean;
    readonly legalForm: string;
    readonly vatLiable: boolean;
    readonly office: Office | null;
  };
  readonly applicant: Applicant | null;
  readonly representative: {
    readonly name: string | null;
    readonly function: string | null;
    readonly email: string | null;
  };
  /** As last generated: what was signed is compared with it. */
  readonly form: {
    readonly number: string | null;
    readonly sha256: string | null;
    readonly madeAt: Temporal.Instant | null;
  };
  readonly documents: readonly ApplicationDocument[];
  readonly decisions: readonly ApplicationDecision[];
  /** Other applications that name the same number, the newest first. */
  readonly sameNumber: readonly SameNumber[];
  readonly account: {
    readonly status: string;
    readonly name: string;
    readonly registerNumbersSince: Temporal.Instant | null;
  };
}

export interface Office {
  readonly street: string;
  readonly number: string;
  readonly box: string | null;
  readonly postcode: string;
  readonly town: string;
}

interface Applicant {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly identifiedBy: string | null;
  readonly level: string | null;
  readonly issuer: string | null;
  readonly identifiedAt: Temporal.Instant | null;
}

export interface ApplicationDocument {
  readonly id: string;
  readonly kind: "approval_form" | "kbo_extract" | "other";
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: Temporal.Instant;
}

export interface ApplicationDecision {
  readonly round: number;
  readonly outcome: "approved" | "refused";
  readonly reason: ApplicationRefusal | null;
  readonly words: string | null;
  readonly by: string;
  readonly at: Temporal.Instant;
}

export interface SameNumber {
  readonly id: string;
  readonly companyName: string;
  readonly state: ApplicationState;
  readonly submittedAt: Temporal.Instant | null;
}

const OTHERS_SHOWN = 20;

/** The look is logged. Errors: forbidden `staff_role_missing`; not_found `application_unknown`. */
export async function viewApplication(
  ctx: Context,
  reader: StaffReader,
  applicationId: string,
): Promise<ApplicationView> {
  requireReader(reader.staff, "registration_officer");
  return transact(ctx.db, {}, async (trx) => {
    const row = await trx
      .selectFrom("company_application")
      .innerJoin("account", "account.id", "company_application.account_id")
      .selectAll("company_application")
      .select([
        "account.status as account_status",
        "account.name as account_name",
        "account.register_number_authorised_at",
      ])
      .where("company_application.id", "=", applicationId)
      .executeTakeFirst();
    if (!row || row.state === "draft") throw new AppError("not_found", "application_unknown");
    await logStaffAct(trx, {
      act: "application_viewed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: applicationId,
    });
    const number = row.enterprise_number ?? "";
    return {
      id: row.id,
      state: row.state,
      round: row.round,
      submittedAt: row.submitted_at,
      changedAt: row.changed_at,
      company: {
        // Of an account that was erased its number here alone is left.
        name: row.company_name ?? row.id,
        enterpriseNumber: number,
        numberFits: isEnterpriseNumber(number),
        legalForm: row.legal_form ?? "",
        vatLiable: row.vat_liable === true,
        office: officeOf(row),
      },
      applicant: await findApplicant(trx, row.applicant_member_id),
      representative: {
        name: row.representative_name,
        function: row.representative_function,
        email: row.representative_email,
      },
      form: { number: row.form_number, sha256: row.form_sha256, madeAt: row.form_made_at },
      documents: await listDocuments(trx, applicationId),
      decisions: await listDecisions(trx, applicationId),
      sameNumber: await findSameNumber(trx, applicationId, number),
      account: {
        status: row.account_status,
        name: row.account_name,
        registerNumbersSince: row.register_number_authorised_at,
      },
    };
  });
}

/** Null where the address is not complete. */
export function officeOf(row: {
  readonly street: string | null;
  readonly number: string | null;
  readonly box: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
}): Office | null {
  const { street, number, box, postcode, town } = row;
  if (street === null || number === null || postcode === null || town === null) return null;
  return { street, number, box, postcode, town };
}

async function findApplicant(trx: Transaction, memberId: string): Promise<Applicant | null> {
  const row = await trx
    .selectFrom("member")
    .innerJoin("person", "person.id", "member.person_id")
    .select([
      "person.first_names",
      "person.family_name",
      "person.email",
      "person.language",
      "person.identified_method",
      "person.identified_level",
      "person.identified_issuer",
      "person.identified_at",
    ])
    .where("member.id", "=", memberId)
    .executeTakeFirst();
  if (!row) return null;
  const name = `${row.first_names} ${row.family_name}`.trim();
  // Who was erased has none.
  if (name === "") return null;
  return {
    name,
    email: row.email,
    language: row.language as Language,
    identifiedBy: row.identified_method,
    level: row.identified_level,
    issuer: row.identified_issuer,
    identifiedAt: row.identified_at,
  };
}

async function listDocuments(
  trx: Transaction,
  applicationId: string,
): Promise<readonly ApplicationDocument[]> {
  const rows = await trx
    .selectFrom("application_document")
    .select(["id", "kind", "name", "media_type", "size", "sha256", "uploaded_at"])
    .where("application_id", "=", applicationId)
    .where("removed_at", "is", null)
    .orderBy("uploaded_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    type: row.media_type,
    size: Number(row.size),
    sha256: row.sha256,
    uploadedAt: row.uploaded_at,
  }));
}

async function listDecisions(
  trx: Transaction,
  applicationId: string,
): Promise<readonly ApplicationDecision[]> {
  const rows = await trx
    .selectFrom("application_decision")
    .innerJoin("staff", "staff.id", "application_decision.decided_by")
    .select(["round", "outcome", "reason", "words", "decided_at", "staff.first_names", "staff.family_name"])
    .where("application_id", "=", applicationId)
    .orderBy("round", "desc")
    .execute();
  return rows.map((row) => ({
    round: row.round,
    outcome: row.outcome,
    reason: row.reason,
    words: row.words,
    by: `${row.first_names} ${row.family_name}`,
    at: row.decided_at,
  }));
}

async function findSameNumber(
  trx: Transaction,
  applicationId: string,
  enterpriseNumber: string,
): Promise<readonly SameNumber[]> {
  if (enterpriseNumber === "") return [];
  const rows = await trx
    .selectFrom("company_application")
    .select(["id", "company_name", "state", "submitted_at"])
    .where("enterprise_number", "=", enterpriseNumber)
    .where("id", "<>", applicationId)
    // As the index has it; others are not shown to staff anyway.
    .where("state", "<>", "draft")
    .orderBy("submitted_at", "desc")
    .limit(OTHERS_SHOWN)
    .execute();
  return rows.flatMap(({ id, company_name, state, submitted_at }) =>
    state === "draft" ? [] : [{ id, companyName: company_name ?? id, state, submittedAt: submitted_at }],
  );
}
