// Where a request stands, for who has no account: by the link of the mail, as often as he likes, and how he takes it back.

import { transact, type Transaction, widen } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { readMailedLink } from "../mailed-link/use-link.ts";
import { logUse } from "../record/log-use.ts";
import { withdrawRequest } from "./ask-request.ts";
import type { PublicAct } from "./ask-publicly.ts";
import { type OwnRequest, ownRequestOf } from "./list-own-requests.ts";

interface Presented {
  /** Digest of the link's token. */
  readonly presentedLink: string;
  readonly arrivedAt: Temporal.Instant;
}

/** Looking changes nothing. Errors: not_found `link_unknown`; conflict `link_expired`. */
export async function followRequest(ctx: Context, presented: Presented): Promise<OwnRequest> {
  return transact(ctx.db, { presentedLink: presented.presentedLink }, (trx) => readFollowed(trx, presented));
}

/** Errors: as `followRequest`; conflict `rights_request_final`. */
export async function cancelFollowedRequest(ctx: Context, act: Presented & PublicAct): Promise<void> {
  const { presentedLink, visitor, arrivedAt: at } = act;
  await transact(ctx.db, { presentedLink }, async (trx) => {
    const { id } = await readFollowed(trx, act);
    if (!(await withdrawRequest(trx, id, { at }))) throw new AppError("conflict", "rights_request_final");
    await logUse(trx, ctx, { act: "rights_cancelled", at, visitor, subject: id });
  });
}

async function readFollowed(trx: Transaction, { presentedLink, arrivedAt }: Presented): Promise<OwnRequest> {
  const link = await readMailedLink(trx, presentedLink, "rights", arrivedAt);
  await widen(trx, { rightsRequest: link.subject_id });
  const row = await trx
    .selectFrom("rights_request")
    .selectAll()
    .where("id", "=", link.subject_id)
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "link_unknown");
  return ownRequestOf(row);
}
