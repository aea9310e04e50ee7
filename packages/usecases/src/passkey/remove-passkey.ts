// Removes a passkey for good; never the last means of signing in, of which nobody could be let in again.

import { clockNow, type Transaction, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import { readUserAgent } from "../account/read-user-agent.ts";
import type { Context } from "../context.ts";
import { lockPerson } from "../identification/write-identified.ts";
import { type PasskeyHolder, type PasskeyVisit, scopeOf } from "./holder.ts";
import { livingPasskeys } from "./living-passkeys.ts";
import { logPasskeyAct } from "./log-passkey-act.ts";

/**
 * The caller has made sure who asks, and lately. Errors: not_found `passkey_unknown`, also for somebody else's; conflict
 * `passkey_last` for the last one that counts of staff, or of a person with neither password nor linked identity.
 */
export async function removePasskey(
  ctx: Context,
  input: Omit<PasskeyVisit, "browserHash"> & {
    readonly holder: PasskeyHolder;
    readonly passkeyId: string;
  },
): Promise<void> {
  const { holder, passkeyId, visitor } = input;
  await transact(ctx.db, scopeOf(holder), async (trx) => {
    // All of them: of two removals at once the second sees what the first has left.
    const living = await livingPasskeys(trx, holder, "lock");
    const passkey = living.find(({ id }) => id === passkeyId);
    if (!passkey) throw new AppError("not_found", "passkey_unknown");
    // A suspected one opens nothing, so nothing is lost with it.
    if (!passkey.suspected) {
      const others = living.filter(({ id, suspected }) => id !== passkeyId && !suspected);
      if (others.length === 0 && !(await hasOtherMeans(trx, holder)))
        throw new AppError("conflict", "passkey_last");
    }
    const now = await clockNow(trx);
    const removed = await trx
      .updateTable("passkey")
      .set({ removed_at: now })
      .where("id", "=", passkeyId)
      .returning("name")
      .executeTakeFirstOrThrow();
    const done = { kind: holder.kind, holderId: holder.id, passkeyId, visitor, at: input.arrivedAt };
    await logPasskeyAct(trx, ctx, "passkey_removed", done);
    if (holder.kind !== "person") return;
    const facts = { name: removed.name, ...readUserAgent(visitor.userAgent) };
    await owePersonErrand(trx, ctx, holder.id, "passkey_removed", facts, now);
  });
}

async function hasOtherMeans(trx: Transaction, { kind, id }: PasskeyHolder): Promise<boolean> {
  if (kind === "staff") return false;
  // Asked after the lock: the last itsme or card may be unlinked at the same instant.
  await lockPerson(trx, id);
  const person = await trx
    .selectFrom("person")
    .select("id")
    .where("id", "=", id)
    .where((eb) =>
      eb.or([
        eb("password_hash", "is not", null),
        eb.exists(
          eb
            .selectFrom("person_identity")
            .select("subject_digest")
            .where("person_identity.person_id", "=", id),
        ),
      ]),
    )
    .executeTakeFirst();
  return person !== undefined;
}
