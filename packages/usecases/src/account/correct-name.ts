// The holder of a private account corrects how his name is written, as long as nothing has shown who he is.

import { transact } from "@posthorn/db";
import { AppError, type FieldError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { lockPerson, writeName } from "../identification/write-identified.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { SessionMember } from "./load-session.ts";

const LONGEST = 100;

/**
 * Errors: bad_request `name_invalid` with fields; conflict `already_identified`; forbidden `name_of_member` in a company, whose
 * administrators say who its members are.
 */
export async function correctName(
  ctx: Context,
  input: {
    readonly member: Pick<SessionMember, "personId" | "accountId" | "accountKind">;
    readonly firstNames: string;
    readonly familyName: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  const { member } = input;
  const { accountId, personId } = member;
  if (member.accountKind !== "private") throw new AppError("forbidden", "name_of_member");
  const firstNames = cleanName(input.firstNames);
  const familyName = cleanName(input.familyName);
  const fields = [...faultsOfName("first_names", firstNames), ...faultsOfName("family_name", familyName)];
  if (fields.length > 0) throw new AppError("bad_request", "name_invalid", { fields });
  await transact(ctx.db, { accountId }, async (trx) => {
    const person = await lockPerson(trx, personId);
    if (person.identified_at !== null) throw new AppError("conflict", "already_identified");
    await writeName(trx, member, { familyName, firstNames });
    const { arrivedAt: at, visitor } = input;
    await logUse(trx, ctx, { act: "name_corrected", at, visitor, accountId, personId });
  });
}

/** In NFC, blanks as one. */
export function cleanName(name: string): string {
  return name.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/** Codes `required`, `too_long`, `invalid`; `name` is clean. */
export function faultsOfName(path: string, name: string): readonly FieldError[] {
  if (name === "") return [{ path, code: "required" }];
  if (name.length > LONGEST) return [{ path, code: "too_long", params: { max: LONGEST } }];
  return /^[\p{L}\p{M}\p{P}\p{Zs}]+$/u.test(name) && /\p{L}/u.test(name) ? [] : [{ path, code: "invalid" }];
}
