// Invites somebody to the provider's staff, or anew who lost his keys: the operator's act, by a one-time address that opens the registration of a passkey.

import { randomBytes } from "node:crypto";
import { clockNow, isUniqueViolation, transact, type Transaction } from "@posthorn/db";
import {
  AppError,
  type FieldError,
  isLanguage,
  isStaffRole,
  type Language,
  parseEmail,
  type StaffRole,
} from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import { endStaffAccess } from "./end-staff-access.ts";
import { logOperatorAct } from "./log-operator-act.ts";
import type { StaffOperator } from "./operator.ts";

/** A one-time address is good for so long. */
export const INVITATION_HOURS = 72;

const HANDLE_BYTES = 32;
const NAME_LONGEST = 100;

export interface NewStaff {
  readonly email: string;
  readonly familyName: string;
  readonly firstNames: string;
  readonly language: string;
  readonly roles: readonly string[];
}

export interface Invited {
  readonly staffId: string;
  /** For the address; only its digest is kept. */
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

/** As the owner role. Errors: bad_request `staff_invalid` with fields; conflict `staff_email_taken`. */
export async function inviteStaff(
  ctx: StaffOperator,
  tokens: SessionTokens,
  given: NewStaff,
): Promise<Invited> {
  const staff = parseNewStaff(given);
  try {
    return await transact(ctx.db, {}, async (trx) => {
      const now = await clockNow(trx);
      const staffId = ctx.newId("stf", now);
      await trx
        .insertInto("staff")
        .values({
          id: staffId,
          email: staff.email,
          family_name: staff.familyName,
          first_names: staff.firstNames,
          language: staff.language,
          roles: [...staff.roles],
          webauthn_handle: randomBytes(HANDLE_BYTES).toString("base64url"),
          created_at: now,
          left_at: null,
        })
        .execute();
      const invited = await writeInvitation(trx, tokens, staffId, now);
      await logOperatorAct(trx, { act: "invited", subject: staffId, reason: staff.roles.join(" "), at: now });
      return invited;
    });
  } catch (error) {
    if (isUniqueViolation(error, "staff_email")) throw new AppError("conflict", "staff_email_taken");
    throw error;
  }
}

/**
 * Somebody has lost his keys, or his address was not used in time: every passkey of his is removed, every session ended, every
 * earlier address voided. As the owner role. Errors: not_found `staff_unknown`, also who has left.
 */
export async function inviteStaffAgain(
  ctx: StaffOperator,
  tokens: SessionTokens,
  staffId: string,
): Promise<Invited> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    await lockStaff(trx, staffId);
    await endStaffAccess(trx, staffId, "revoked", now);
    const invited = await writeInvitation(trx, tokens, staffId, now);
    await logOperatorAct(trx, { act: "invited_again", subject: staffId, at: now });
    return invited;
  });
}

/** Errors: not_found `staff_unknown`, also who has left. */
export async function lockStaff(trx: Transaction, staffId: string): Promise<void> {
  const found = await trx
    .selectFrom("staff")
    .select("id")
    .where("id", "=", staffId)
    .where("left_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new AppError("not_found", "staff_unknown");
}

/** Errors: bad_request `staff_invalid`. */
export function parseRoles(given: readonly string[]): readonly StaffRole[] {
  const roles = given.filter(isStaffRole);
  if (roles.length === 0 || roles.length < given.length)
    throw new AppError("bad_request", "staff_invalid", { fields: [{ path: "roles", code: "not_a_choice" }] });
  return Array.from(new Set(roles));
}

async function writeInvitation(
  trx: Transaction,
  tokens: SessionTokens,
  staffId: string,
  now: Temporal.Instant,
): Promise<Invited> {
  const { token, hash } = tokens.newToken();
  const expiresAt = now.add({ hours: INVITATION_HOURS });
  await trx
    .insertInto("staff_invitation")
    .values({ token_hash: hash, staff_id: staffId, made_at: now, expires_at: expiresAt, used_at: null })
    .execute();
  return { staffId, token, expiresAt };
}

interface ParsedStaff {
  readonly email: string;
  readonly familyName: string;
  readonly firstNames: string;
  readonly language: Language;
  readonly roles: readonly StaffRole[];
}

function parseNewStaff(given: NewStaff): ParsedStaff {
  const email = parseEmail("email", given.email);
  const fields: FieldError[] = email.ok ? [] : [...email.errors];
  if (email.ok && email.value === null) fields.push({ path: "email", code: "required" });
  const familyName = given.familyName.normalize("NFC").trim();
  const firstNames = given.firstNames.normalize("NFC").trim();
  if (!isName(familyName)) fields.push({ path: "name", code: "required" });
  if (!isName(firstNames)) fields.push({ path: "first-names", code: "required" });
  if (!isLanguage(given.language)) fields.push({ path: "language", code: "not_a_choice" });
  if (fields.length > 0 || !email.ok || email.value === null || !isLanguage(given.language))
    throw new AppError("bad_request", "staff_invalid", { fields });
  const roles = parseRoles(given.roles);
  return { email: email.value, familyName, firstNames, language: given.language, roles };
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= NAME_LONGEST && !/\p{Control}/u.test(name);
}
