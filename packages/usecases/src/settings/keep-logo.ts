// The logo of an account: taken, shown to its own members, taken away.

import { createHash } from "node:crypto";
import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse } from "../record/log-use.ts";
import { requireChangeable, type SettingsAct } from "./settings-holder.ts";

/** Draws an uploaded picture anew, or says why it is none; `fault` is the code of a field error. */
export interface LogoPort {
  encode(file: Uint8Array): Promise<
    | {
        readonly ok: true;
        readonly logo: {
          readonly mediaType: "image/png";
          readonly width: number;
          readonly height: number;
          readonly bytes: Uint8Array;
        };
      }
    | { readonly ok: false; readonly fault: string }
  >;
}

/** Durable on return. Errors: as `requireChangeable`; bad_request `settings_invalid` with field `logo`. */
export async function changeLogo(
  ctx: Context,
  port: LogoPort,
  file: Uint8Array,
  { holder, visitor, arrivedAt: at }: SettingsAct,
): Promise<void> {
  requireChangeable(holder);
  const made = await port.encode(file);
  if (!made.ok)
    throw new AppError("bad_request", "settings_invalid", { fields: [{ path: "logo", code: made.fault }] });
  const { mediaType, width, height, bytes } = made.logo;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const logo = { media_type: mediaType, width, height, sha256, bytes, changed_at: at };
  await transact(ctx.db, { accountId: holder.accountId }, async (trx) => {
    await trx
      .insertInto("account_logo")
      .values({ account_id: holder.accountId, ...logo })
      .onConflict((conflict) => conflict.column("account_id").doUpdateSet(logo))
      .execute();
    await logUse(trx, ctx, {
      act: "logo_changed",
      at,
      visitor,
      accountId: holder.accountId,
      personId: holder.personId,
    });
  });
}

/** Nothing where there was none. Errors: as `requireChangeable`. */
export async function removeLogo(
  ctx: Context,
  { holder, visitor, arrivedAt: at }: SettingsAct,
): Promise<void> {
  requireChangeable(holder);
  await transact(ctx.db, { accountId: holder.accountId }, async (trx) => {
    await trx.deleteFrom("account_logo").where("account_id", "=", holder.accountId).execute();
    await logUse(trx, ctx, {
      act: "logo_removed",
      at,
      visitor,
      accountId: holder.accountId,
      personId: holder.personId,
    });
  });
}

/** Of one's own account. Throws not_found `logo_not_found`. */
export async function fetchOwnLogo(
  ctx: Context,
  accountId: string,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  return transact(ctx.db, { accountId }, async (trx) => {
    const logo = await trx
      .selectFrom("account_logo")
      .select(["bytes", "sha256"])
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    if (!logo) throw new AppError("not_found", "logo_not_found");
    return logo;
  });
}
