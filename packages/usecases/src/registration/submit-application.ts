// Hands an application to the staff's desk once nothing is missing; after a refusal as another round of the same.

import { transact } from "@posthorn/db";
import { type FieldError, isIdentificationCurrent } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { bookAccepted } from "./finish-registration.ts";
import { factsOf } from "./keep-application.ts";
import {
  type Applicant,
  type OwnDocument,
  type ApplicationRow,
  isNumberTaken,
  listDocuments,
  lockApplication,
  scopeOf,
} from "./own-application.ts";
import type { AcceptedWords } from "./ports.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

/**
 * Returns what is missing, nothing where it was submitted. Paths and codes: `identity` `identify_first`, `company`
 * `application_incomplete`, `enterprise_number` `enterprise_number_taken`, `approval_form` `form_missing` or `form_outdated`,
 * `kbo_extract` `extract_missing`, `processor_agreement` `must_accept`. Errors: forbidden `not_an_admin`; not_found
 * `application_unknown`; conflict `application_submitted`.
 */
export async function submitApplication(
  ctx: Context,
  input: {
    readonly applicant: Applicant;
    /** The processor agreement, in the name of the company; null where it was not accepted. */
    readonly accepted: AcceptedWords | null;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<readonly FieldError[]> {
  const { applicant, accepted, visitor, arrivedAt: at } = input;
  requireAdminRole(applicant);
  return transact(ctx.db, scopeOf(applicant), async (trx) => {
    const { accountId, personId } = applicant;
    const row = await lockApplication(trx, accountId);
    const person = await trx
      .selectFrom("person")
      .select("identified_at")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    const { identified_at: identifiedAt } = person;
    const { reidentifyDays } = ctx.settings;
    const identified = identifiedAt !== null && isIdentificationCurrent(identifiedAt, reidentifyDays, at);
    const errors = [
      ...(identified ? [] : [{ path: "identity", code: "identify_first" }]),
      ...faultsOf(row, await listDocuments(trx, row)),
      ...(accepted ? [] : [{ path: "processor_agreement", code: "must_accept" }]),
    ];
    const number = row.enterprise_number;
    if (identified && number !== null && (await isNumberTaken(trx, accountId, number)))
      errors.push({ path: "enterprise_number", code: "enterprise_number_taken" });
    if (errors.length > 0 || !accepted) return errors;
    await trx
      .updateTable("company_application")
      .set({
        state: "submitted",
        submitted_at: at,
        changed_at: at,
        round: row.state === "refused" ? row.round + 1 : row.round,
      })
      .where("id", "=", row.id)
      .execute();
    await bookAccepted(trx, ctx, { ...accepted, personId, accountId, at });
    await owePersonErrand(
      trx,
      ctx,
      personId,
      "application_received",
      { company: row.company_name ?? "" },
      at,
    );
    await logUse(trx, ctx, {
      act: "application_submitted",
      at,
      visitor,
      accountId,
      personId,
      subject: row.id,
    });
    return [];
  });
}

function faultsOf(row: ApplicationRow, documents: readonly OwnDocument[]): readonly FieldError[] {
  const signed = documents.filter(({ kind }) => kind === "approval_form");
  return [
    ...(factsOf(row) === null ? [{ path: "company_name", code: "application_incomplete" }] : []),
    ...(signed.length === 0 ? [{ path: "approval_form", code: "form_missing" }] : []),
    ...(signed.length > 0 && signed.every(({ outdated }) => outdated)
      ? [{ path: "approval_form", code: "form_outdated" }]
      : []),
    ...(documents.some(({ kind }) => kind === "kbo_extract")
      ? []
      : [{ path: "kbo_extract", code: "extract_missing" }]),
  ];
}
