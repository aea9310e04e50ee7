// The log of an account's use as a whole, read piece by piece so that no length of it fills the memory.

import { transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { requireHolder, type SettingsHolder } from "../settings/settings-holder.ts";
import { type AccessLine, type AccessQuery, readPage } from "./read-access-log.ts";

const PIECE = 1000;

/**
 * Every line that the filter lets through, the latest first; the export itself is logged before its first line. Errors,
 * before anything is read: forbidden `not_an_admin`.
 */
export async function exportAccessLog(
  ctx: Context,
  input: {
    readonly holder: Pick<SettingsHolder, "accountId" | "personId" | "role">;
    readonly query: Omit<AccessQuery, "cursor">;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<AsyncIterable<AccessLine>> {
  const { holder, query } = input;
  requireHolder(holder);
  await transact(ctx.db, { accountId: holder.accountId }, (trx) =>
    logUse(trx, ctx, {
      act: "access_log_exported",
      at: input.arrivedAt,
      visitor: input.visitor,
      accountId: holder.accountId,
      personId: holder.personId,
    }),
  );
  return readOn(ctx, holder.accountId, query);
}

async function* readOn(
  ctx: Context,
  accountId: string,
  query: Omit<AccessQuery, "cursor">,
): AsyncGenerator<AccessLine> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const from = cursor;
    const page = await transact(ctx.db, { accountId }, (trx) =>
      readPage(trx, accountId, { ...query, cursor: from }, PIECE),
    );
    yield* page.lines;
    cursor = page.next;
  }
}
