// Gives a passkey another name, so that its holder knows which device it is on.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type PasskeyHolder, type PasskeyVisit, scopeOf } from "./holder.ts";
import { logPasskeyAct } from "./log-passkey-act.ts";
import { parsePasskeyName } from "./name-passkey.ts";

/** Errors: bad_request `passkey_name_invalid` with the field `name`; not_found `passkey_unknown`, also for somebody else's. */
export async function renamePasskey(
  ctx: Context,
  input: Omit<PasskeyVisit, "browserHash"> & {
    readonly holder: PasskeyHolder;
    readonly passkeyId: string;
    readonly name: string;
  },
): Promise<void> {
  const { holder, passkeyId } = input;
  const name = parsePasskeyName(input.name);
  await transact(ctx.db, scopeOf(holder), async (trx) => {
    const renamed = await trx
      .updateTable("passkey")
      .set({ name })
      .where("id", "=", passkeyId)
      .where("holder_kind", "=", holder.kind)
      .where("holder_id", "=", holder.id)
      .where("removed_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!renamed) throw new AppError("not_found", "passkey_unknown");
    const { visitor, arrivedAt: at } = input;
    const done = { kind: holder.kind, holderId: holder.id, passkeyId, visitor, at };
    await logPasskeyAct(trx, ctx, "passkey_renamed", done);
  });
}
