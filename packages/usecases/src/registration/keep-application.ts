// Keeps what an applicant says of his company, and makes the form that its representative is to sign anew where that changed.

import { createHash } from "node:crypto";
import { transact, type Transaction } from "@posthorn/db";
import { AppError, type FieldError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import {
  type Applicant,
  type ApplicationRow,
  isNumberTaken,
  lockApplication,
  scopeOf,
  viewOwnApplication,
} from "./own-application.ts";
import type { ApplicationFacts } from "./parse-application.ts";
import type { ApprovalForm, ApprovalFormPort } from "./ports.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

/**
 * Returns what is wrong: `enterprise_number_taken`, told to identified people alone, others learn it when they submit. Errors:
 * forbidden `not_an_admin`; not_found `application_unknown`; conflict `application_submitted`.
 */
export async function keepApplication(
  ctx: Context,
  ports: { readonly approvalForm: ApprovalFormPort },
  input: {
    readonly applicant: Applicant & { readonly identified: boolean };
    readonly facts: ApplicationFacts;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<readonly FieldError[]> {
  const { applicant, facts, visitor, arrivedAt: at } = input;
  requireAdminRole(applicant);
  const number = newFormNumber(ctx, at);
  const pdf = await ports.approvalForm.render(formFrom(ctx, applicant, facts, { number, madeAt: at }));
  return transact(ctx.db, scopeOf(applicant), async (trx) => {
    const row = await lockApplication(trx, applicant.accountId);
    const { accountId, personId } = applicant;
    if (applicant.identified && (await isNumberTaken(trx, accountId, facts.enterpriseNumber)))
      return [{ path: "enterprise_number", code: "enterprise_number_taken" }];
    const stays = row.form_number !== null && saysTheSame(row, facts);
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    await trx
      .updateTable("company_application")
      .set({
        ...columnsOf(facts),
        ...(stays ? {} : { form_number: number, form_sha256: sha256, form_made_at: at }),
        changed_at: at,
      })
      .where("id", "=", row.id)
      .execute();
    await nameAccount(trx, accountId, facts);
    await logUse(trx, ctx, { act: "application_kept", at, visitor, accountId, personId, subject: row.id });
    return [];
  });
}

/** The form as it was made last. Errors: those of `viewOwnApplication`; not_found `form_missing` before there is one. */
export async function renderOwnForm(
  ctx: Context,
  ports: { readonly approvalForm: ApprovalFormPort },
  applicant: Applicant,
): Promise<{ readonly number: string; readonly pdf: Uint8Array }> {
  const { form, row } = await viewOwnApplication(ctx, applicant);
  const facts = factsOf(row);
  if (!form || !facts) throw new AppError("not_found", "form_missing");
  const pdf = await ports.approvalForm.render(formFrom(ctx, applicant, facts, form));
  return { number: form.number, pdf };
}

/** Null where something is missing. */
export function factsOf(row: ApplicationRow): ApplicationFacts | null {
  const { company_name: companyName, enterprise_number: enterpriseNumber, vat_liable: vatLiable } = row;
  const { street, number, postcode, town, representative_name: name, representative_email: email } = row;
  if (companyName === null || enterpriseNumber === null || vatLiable === null) return null;
  if (street === null || number === null || postcode === null || town === null) return null;
  if (name === null || email === null || row.representative_function === null || row.legal_form === null)
    return null;
  return {
    companyName,
    enterpriseNumber,
    legalForm: row.legal_form as ApplicationFacts["legalForm"],
    vatLiable,
    office: {
      street,
      number,
      ...(row.box === null ? {} : { box: row.box }),
      postcode,
      town,
      country: "BE",
    },
    representative: { name, function: row.representative_function, email },
  };
}

function columnsOf({ office, representative, ...facts }: ApplicationFacts) {
  return {
    company_name: facts.companyName,
    enterprise_number: facts.enterpriseNumber,
    legal_form: facts.legalForm,
    vat_liable: facts.vatLiable,
    street: office.street,
    number: office.number,
    box: office.box ?? null,
    postcode: office.postcode,
    town: office.town,
    representative_name: representative.name,
    representative_function: representative.function,
    representative_email: representative.email,
  };
}

function saysTheSame(row: ApplicationRow, facts: ApplicationFacts): boolean {
  return Object.entries(columnsOf(facts)).every(
    ([column, value]) => row[column as keyof ApplicationRow] === value,
  );
}

/** So that the applicant's own pages name it; staff set what holds for others when they approve. */
async function nameAccount(trx: Transaction, accountId: string, facts: ApplicationFacts): Promise<void> {
  await trx
    .updateTable("account")
    .set({ name: facts.companyName })
    .where("id", "=", accountId)
    .where("status", "=", "applying")
    .execute();
}

function formFrom(
  ctx: Context,
  applicant: Applicant,
  facts: ApplicationFacts,
  form: { readonly number: string; readonly madeAt: Temporal.Instant },
): ApprovalForm {
  const { name, function: role } = facts.representative;
  return {
    ...form,
    language: applicant.language,
    provider: ctx.settings.issuer.name,
    company: {
      name: facts.companyName,
      enterpriseNumber: facts.enterpriseNumber,
      legalForm: facts.legalForm,
      vatNumber: facts.vatLiable ? `BE${facts.enterpriseNumber}` : null,
      office: facts.office,
    },
    applicant: { name: applicant.personName, email: applicant.personEmail },
    representative: { name, function: role },
  };
}

/** `K7QM-4RTX-92VB`: short enough to be compared by eye. */
function newFormNumber(ctx: Context, at: Temporal.Instant): string {
  const random = ctx.newId("x", at).slice(-12);
  return [random.slice(0, 4), random.slice(4, 8), random.slice(8)].join("-");
}
