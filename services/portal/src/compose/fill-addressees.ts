// Rows of the compose form out of contacts and files: in place of rows left open, with what the ledger knows of their consent.

import {
  type ConsentLine,
  type Context,
  type DraftAddressee,
  type DraftForm,
  findConsents,
} from "@posthorn/usecases";

/** The form with these addressees behind those that are typed; null where together there would be more than `most`. */
export function withAddressees(
  form: DraftForm,
  added: readonly DraftAddressee[],
  most: number,
): DraftForm | null {
  const typed = form.addressees.filter((row) => !isOpen(row));
  if (typed.length + added.length > most) return null;
  return added.length === 0 ? form : { ...form, addressees: [...typed, ...added] };
}

/** What the ledger says of each row, in their order. */
export function consentsOfRows(
  ctx: Context,
  accountId: string,
  rows: readonly DraftAddressee[],
): Promise<readonly (ConsentLine | null)[]> {
  return findConsents(
    ctx,
    accountId,
    rows.map((row) => {
      const firstNames = row["kind"] === "organisation" ? "" : (row["first_names"] ?? "").trim();
      return {
        email: row["email"] ?? "",
        name: (row["name"] ?? "").trim(),
        ...(firstNames === "" ? {} : { firstNames }),
      };
    }),
  );
}

/** Rows without a stated consent get the one that stands. */
export async function withStandingConsents(
  ctx: Context,
  accountId: string,
  rows: readonly DraftAddressee[],
): Promise<readonly DraftAddressee[]> {
  const consents = await consentsOfRows(ctx, accountId, rows);
  return rows.map((row, index) => {
    const standing = consents[index];
    return standing && standing.withdrawn === null && !statesConsent(row) ? withConsent(row, standing) : row;
  });
}

export function withConsent(row: DraftAddressee, consent: ConsentLine): DraftAddressee {
  return {
    ...row,
    "addressee_consent.basis": "earlier_consent",
    "addressee_consent.stated_on": consent.statedOn.toString(),
    ...(consent.words !== null && { "addressee_consent.words": consent.words }),
  };
}

function statesConsent(row: DraftAddressee): boolean {
  return !["", "none_stated"].includes(row["addressee_consent.basis"] ?? "");
}

function isOpen(row: DraftAddressee): boolean {
  return ["name", "first_names", "email", "mobile"].every((field) => (row[field] ?? "").trim() === "");
}
