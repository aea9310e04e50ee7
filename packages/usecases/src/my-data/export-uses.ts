// The log of use as lines: of a person, or of an account.

import { transact } from "@posthorn/db";
import type { Context } from "../context.ts";

const PAGE = 1_000;

/** The latest first. */
export async function* exportUses(
  ctx: Context,
  of: { readonly personId: string } | { readonly accountId: string },
): AsyncGenerator<readonly object[]> {
  let before: number | null = null;
  for (;;) {
    const rows = await readPage(ctx, of, before);
    const last = rows.at(-1);
    if (last === undefined) return;
    before = last.id;
    yield rows.map(({ id: _, ...line }) => line);
  }
}

function readPage(
  ctx: Context,
  of: { readonly personId: string } | { readonly accountId: string },
  before: number | null,
) {
  return transact(ctx.db, of, (trx) =>
    trx
      .selectFrom("use_log")
      .select([
        "id",
        "used_at",
        "service",
        "act",
        "account_id",
        "person_id",
        "delivery_id",
        "subject",
        "ip",
        "user_agent",
        "language",
        "falls_on as erased_on",
      ])
      .$if("personId" in of, (uses) => uses.where("person_id", "=", "personId" in of ? of.personId : ""))
      .$if("accountId" in of, (uses) => uses.where("account_id", "=", "accountId" in of ? of.accountId : ""))
      .$if(before !== null, (uses) => uses.where("id", "<", before))
      .orderBy("id", "desc")
      .limit(PAGE)
      .execute(),
  );
}
