// Register numbers in drafts: once typed right they are sealed for their draft, and no page shows them again.

import { AppError, parseRegisterNumber } from "@posthorn/domain";
import type { IdentityKeysPort, Sealed } from "../identification/ports.ts";
import type { DraftAddressee, DraftForm } from "./draft-form.ts";

const TYPED = "identification.national_register_number";

/** Field of a row that stands for a number given earlier: sealed, it may travel in the form. */
export const GIVEN_NUMBER_FIELD = "identification.register_number_given";
/** Field of a row that takes the earlier number away: `true`. */
export const REMOVED_NUMBER_FIELD = "identification.register_number_removed";

/** What is no register number stays as typed, to be mended; what is typed takes the place of what was given earlier. */
export function hideRegisterNumbers(keys: IdentityKeysPort, draftId: string, form: DraftForm): DraftForm {
  return { ...form, addressees: form.addressees.map((row) => hideNumber(keys, draftId, row)) };
}

function hideNumber(keys: IdentityKeysPort, draftId: string, row: DraftAddressee): DraftAddressee {
  const {
    [TYPED]: typed = "",
    [GIVEN_NUMBER_FIELD]: given = "",
    [REMOVED_NUMBER_FIELD]: removed,
    ...rest
  } = row;
  if (typed.trim() === "")
    return given === "" || removed === "true" ? rest : { ...rest, [GIVEN_NUMBER_FIELD]: given };
  const number = parseRegisterNumber(typed);
  if (!number) return { ...rest, [TYPED]: typed };
  const { keyVersion, bytes } = keys.seal(contextOf(draftId), number.digits);
  return {
    ...rest,
    [GIVEN_NUMBER_FIELD]: `${keyVersion}.${Buffer.from(bytes).toString("base64url")}`,
  };
}

/** The row as it is parsed: what was typed, else the number given earlier; what does not open is no number. */
export function revealRegisterNumber(
  keys: IdentityKeysPort,
  draftId: string,
  row: DraftAddressee,
): DraftAddressee {
  const { [GIVEN_NUMBER_FIELD]: given = "", [REMOVED_NUMBER_FIELD]: removed, ...rest } = row;
  const typed = rest[TYPED] ?? "";
  if (typed.trim() !== "" || given === "" || removed === "true") return rest;
  return { ...rest, [TYPED]: openNumber(keys, draftId, given) ?? "?" };
}

function openNumber(keys: IdentityKeysPort, draftId: string, given: string): string | null {
  const sealed = readSealed(given);
  if (!sealed) return null;
  try {
    return keys.open(contextOf(draftId), sealed);
  } catch (error) {
    if (error instanceof AppError && error.code === "identity_damaged") return null;
    throw error;
  }
}

function readSealed(given: string): Sealed | null {
  const [, version, bytes] = /^(\d{1,9})\.([A-Za-z0-9_-]{1,200})$/.exec(given) ?? [];
  if (version === undefined || bytes === undefined) return null;
  return { keyVersion: Number(version), bytes: Buffer.from(bytes, "base64url") };
}

function contextOf(draftId: string): string {
  return `register number in ${draftId}`;
}
