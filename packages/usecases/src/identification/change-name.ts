// Changes the name of an account holder to the one under which his own itsme account or card now identifies him, after he has said so.

import { clockNow, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { findPersonIdentity } from "./find-person-identity.ts";
import { dropHeldAnswer, type HeldAnswer, readHeldAnswer } from "./held-answer.ts";
import { keepIdentification } from "./keep-identification.ts";
import type { IdentityKeysPort } from "./ports.ts";
import { bookIdentified, lockPerson } from "./write-identified.ts";

/** Errors: forbidden `identification_try_unknown`, also where the means was unlinked since. */
export async function changeName(
  ctx: Context,
  keys: IdentityKeysPort,
  input: Omit<HeldAnswer, "personId"> & {
    readonly member: Pick<SessionMember, "personId" | "accountId" | "accountKind">;
    readonly visitor: Visitor;
  },
): Promise<void> {
  const { member } = input;
  const { personId, accountId } = member;
  await transact(ctx.db, { accountId, personId, presentedState: input.returnHash }, async (trx) => {
    const now = await clockNow(trx);
    const before = await lockPerson(trx, personId);
    const { attempt, identity } = await readHeldAnswer(trx, keys, { ...input, personId });
    await dropHeldAnswer(trx, attempt.id);
    if ((await findPersonIdentity(trx, keys, identity, now)) !== personId)
      throw new AppError("forbidden", "identification_try_unknown");
    const purpose = before.identified_at === null ? "activate" : "identify_again";
    await keepIdentification(trx, ctx, keys, { identity, purpose, personId, at: now });
    await bookIdentified(trx, member, identity);
    await logUse(trx, ctx, {
      act: "name_changed",
      at: input.arrivedAt,
      visitor: input.visitor,
      accountId,
      personId,
    });
    const facts = {
      method: identity.method,
      old_name: `${before.first_names} ${before.family_name}`.trim(),
      new_name: `${identity.givenNames ?? ""} ${identity.familyName}`.trim(),
    };
    await owePersonErrand(trx, ctx, personId, "name_changed", facts, now);
  });
}
