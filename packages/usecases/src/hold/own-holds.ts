// The holds of an account as its members see them: what was asked, what was decided, and until when what is kept.

import { type LegalHoldTable, type Selectable, sql, transact, type Transaction } from "@posthorn/db";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { cutPage } from "../paging/cut-page.ts";
import { readPlaceCursor, writePlaceCursor } from "../paging/place-cursor.ts";

export interface OwnHold {
  readonly id: string;
  readonly scope: LegalHoldTable["scope"];
  readonly scopeId: string;
  readonly ground: LegalHoldTable["ground"];
  readonly state: LegalHoldTable["state"];
  /** As the account gave it; null where the provider placed the hold himself: his reason is not told. */
  readonly reason: string | null;
  /** Of the officer who decided, for the one who asked. */
  readonly words: string | null;
  readonly askedAt: Temporal.Instant;
  readonly endsOn: Temporal.PlainDate | null;
}

export interface OwnHoldPage {
  readonly holds: readonly OwnHold[];
  readonly previous: string | null;
  readonly next: string | null;
}

const PAGE = 50;
/** On the page of one message; more there are not but by mistake. */
const SHOWN = 20;

/** Of the whole account, those a member may not see left out; the newest first. Errors: bad_request `cursor_invalid`. */
export async function listOwnHolds(
  ctx: Context,
  reader: AccountReader,
  query: { readonly cursor?: string },
): Promise<OwnHoldPage> {
  const cursor = query.cursor === undefined ? null : readPlaceCursor(query.cursor, "hld");
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const back = cursor?.backwards === true;
    const rows = await trx
      .selectFrom("legal_hold")
      .selectAll()
      .where("account_id", "=", reader.accountId)
      .$if(cursor !== null, (some) =>
        some.where(
          sql<boolean>`(asked_at, id) ${sql.raw(back ? ">" : "<")} (${cursor?.at ?? null}, ${cursor?.id ?? null})`,
        ),
      )
      .orderBy("asked_at", back ? "asc" : "desc")
      .orderBy("id", back ? "asc" : "desc")
      .limit(sql.lit(PAGE + 1))
      .execute();
    const { page, before, after } = cutPage(rows, PAGE, cursor);
    return {
      holds: page.map(ownHold),
      previous: before && writePlaceCursor({ backwards: true, at: before.asked_at, id: before.id }),
      next: after && writePlaceCursor({ backwards: false, at: after.asked_at, id: after.id }),
    };
  });
}

/** What waits or holds of a message and of one or all of its deliveries, and of the account; in the caller's scope. */
export async function holdsUpon(
  trx: Transaction,
  of: {
    readonly accountId: string;
    readonly messageId: string;
    readonly deliveryIds: readonly string[];
  },
): Promise<readonly OwnHold[]> {
  const rows = await trx
    .selectFrom("legal_hold")
    .selectAll()
    .where("account_id", "=", of.accountId)
    .where((eb) =>
      eb.or([
        eb("state", "=", "asked"),
        eb.and([eb("state", "=", "placed"), eb("ends_on", ">=", sql<Temporal.PlainDate>`retention.today()`)]),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb("scope", "=", "account"),
        eb.and([eb("scope", "=", "message"), eb("scope_id", "=", of.messageId)]),
        eb.and([eb("scope", "=", "delivery"), eb("scope_id", "in", [...of.deliveryIds, ""])]),
      ]),
    )
    .orderBy("asked_at", "desc")
    .limit(SHOWN)
    .execute();
  return rows.map(ownHold);
}

function ownHold(row: Selectable<LegalHoldTable>): OwnHold {
  return {
    id: row.id,
    scope: row.scope,
    scopeId: row.scope_id,
    ground: row.ground,
    state: row.state,
    reason: row.asked_by === null ? null : row.reason,
    words: row.decision_words,
    askedAt: row.asked_at,
    endsOn: row.ends_on,
  };
}
