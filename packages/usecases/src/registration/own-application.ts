// A company's application as its administrators see it, and the row behind it, locked for whoever changes it.

import { type CompanyApplicationTable, type Selectable, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { lockAccount } from "../member/lock-account.ts";
import { requireAdminRole } from "../account/require-admin-role.ts";

export type ApplicationRow = Selectable<CompanyApplicationTable>;
export const DOCUMENT_KINDS = ["approval_form", "kbo_extract", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface OwnDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly uploadedAt: Temporal.Instant;
  /** A form that was signed before what it says was changed. */
  readonly outdated: boolean;
}

export interface OwnApplication {
  readonly state: ApplicationRow["state"];
  readonly round: number;
  /** Column by column; null what was not filled in yet. */
  readonly row: ApplicationRow;
  /** Once everything about the company is filled in. */
  readonly form: { readonly number: string; readonly madeAt: Temporal.Instant } | null;
  readonly documents: readonly OwnDocument[];
}

export type Applicant = Pick<
  SessionMember,
  "accountId" | "memberId" | "personId" | "personName" | "personEmail" | "role" | "language"
>;

/** Errors: forbidden `not_an_admin`; not_found `application_unknown` where the account never applied. */
export async function viewOwnApplication(ctx: Context, applicant: Applicant): Promise<OwnApplication> {
  requireAdminRole(applicant);
  return transact(ctx.db, scopeOf(applicant), async (trx) => {
    const row = await findApplication(trx, applicant.accountId);
    return {
      state: row.state,
      round: row.round,
      row,
      form: formOf(row),
      documents: await listDocuments(trx, row),
    };
  });
}

export function scopeOf({ accountId, memberId, personId }: Applicant): {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
} {
  return { accountId, memberId, personId };
}

/**
 * Waits for whoever changes it, or closes its account, at this moment. Errors: not_found `application_unknown`; conflict
 * `application_submitted` while staff have it, and after they approved; forbidden `account_closed` where nobody waits for it.
 */
export async function lockApplication(trx: Transaction, accountId: string): Promise<ApplicationRow> {
  const { status } = await lockAccount(trx, accountId);
  if (status === "closed" || status === "erased") throw new AppError("forbidden", "account_closed");
  const row = await findApplication(trx, accountId, { lock: true });
  if (row.state === "submitted" || row.state === "approved")
    throw new AppError("conflict", "application_submitted");
  return row;
}

async function findApplication(
  trx: Transaction,
  accountId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<ApplicationRow> {
  const query = trx.selectFrom("company_application").selectAll().where("account_id", "=", accountId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new AppError("not_found", "application_unknown");
  return row;
}

export function formOf(row: ApplicationRow): OwnApplication["form"] {
  return row.form_number !== null && row.form_made_at !== null
    ? { number: row.form_number, madeAt: row.form_made_at }
    : null;
}

/** The oldest first; those that were taken out are not told. */
export async function listDocuments(
  trx: Transaction,
  application: ApplicationRow,
): Promise<readonly OwnDocument[]> {
  const rows = await trx
    .selectFrom("application_document")
    .select(["id", "kind", "name", "size", "uploaded_at"])
    .where("application_id", "=", application.id)
    .where("removed_at", "is", null)
    .orderBy("uploaded_at")
    .orderBy("id")
    .execute();
  const madeAt = application.form_made_at;
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    size: Number(row.size),
    uploadedAt: row.uploaded_at,
    outdated:
      row.kind === "approval_form" &&
      madeAt !== null &&
      Temporal.Instant.compare(row.uploaded_at, madeAt) < 0,
  }));
}

/** Whether another account has been verified for this number: what the public register says of its companies is no secret. */
export async function isNumberTaken(
  trx: Transaction,
  accountId: string,
  enterpriseNumber: string,
): Promise<boolean> {
  const taken = await trx
    .selectFrom("account")
    .select("id")
    .where("enterprise_number", "=", enterpriseNumber)
    .where("enterprise_verified_at", "is not", null)
    .where("status", "in", ["active", "closing"])
    .where("id", "<>", accountId)
    .executeTakeFirst();
  return taken !== undefined;
}
