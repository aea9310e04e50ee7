// Tells both sides 60 and 14 days before evidence falls (R9): the sender in one mail a day for all of it, each addressee in his own.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { FALLING_DAYS } from "./list-falling.ts";

/** Accounts a pass. */
const ACCOUNTS = 50;
/** Deliveries a transaction. */
const BATCH = 500;

/**
 * Idempotent, found by index: a delivery is told of once 60 and once 14 days ahead; where the first was missed for so long that the second is
 * due it is told once. What a hold keeps does not fall, and nobody is told. Returns how many deliveries were told of.
 */
export async function tellFalling(ctx: Context): Promise<number> {
  const accounts = await transact(ctx.db, {}, async (trx) => {
    const { rows } = await sql<{ account_id: string }>`
      SELECT DISTINCT account_id FROM (${due(BATCH)}) d JOIN account a ON a.id = d.account_id
      WHERE a.falling_told_on IS DISTINCT FROM retention.today() LIMIT ${sql.lit(ACCOUNTS)}`.execute(trx);
    return rows.map((row) => row.account_id);
  });
  let told = 0;
  for (const accountId of accounts) told += await tellAccount(ctx, accountId);
  return told;
}

/** What is due to be told: two looks into two indexes. What should have fallen already is not told of any more. */
function due(limit: number, accountId: string | null = null) {
  const look = (told: number, days: number) => sql`
    (SELECT d.id, d.account_id, d.final_at FROM delivery d
      WHERE d.final_at IS NOT NULL AND d.falling_told = ${sql.lit(told)}
        AND d.final_at < ((SELECT retention.cutoff('R9', retention.today() + ${sql.lit(days)})) + 1)::timestamp AT TIME ZONE 'Europe/Brussels'
        AND d.final_at >= ((SELECT retention.cutoff('R9', retention.today())) + 1)::timestamp AT TIME ZONE 'Europe/Brussels'
        AND (${accountId}::text IS NULL OR d.account_id = ${accountId})
        AND retention.falls_on('R9', retention.day_of(d.final_at), d.account_id) <= retention.today() + ${sql.lit(days)}
        AND NOT EXISTS (SELECT FROM retention.held_until(ARRAY[d.id]))
      ORDER BY d.final_at, d.id LIMIT ${sql.lit(limit)})`;
  return sql`${look(0, FALLING_DAYS.first)} UNION ALL ${look(FALLING_DAYS.first, FALLING_DAYS.last)}`;
}

interface Told {
  readonly id: string;
  readonly falls_on: Temporal.PlainDate;
  readonly last: boolean;
  readonly standing: boolean;
}

async function tellAccount(ctx: Context, accountId: string): Promise<number> {
  return transact(ctx.db, {}, async (trx) => {
    // Of two workers the second waits here, and finds that it was told today.
    const account = await trx
      .selectFrom("account")
      .select(["status", "kind", "name"])
      .where("id", "=", accountId)
      .where(sql<boolean>`falling_told_on IS DISTINCT FROM retention.today()`)
      .forUpdate()
      .executeTakeFirst();
    if (!account) return 0;
    const told: Told[] = [];
    for (;;) {
      const some = await markTold(trx, accountId);
      told.push(...some);
      if (some.length < BATCH) break;
    }
    const [first] = told.toSorted((a, b) => Temporal.PlainDate.compare(a.falls_on, b.falls_on));
    if (first === undefined) return 0;
    const at = await clockNow(trx);
    for (const { id, last, standing } of told) {
      const days = String(last ? FALLING_DAYS.last : FALLING_DAYS.first);
      if (standing) await oweErrand(trx, ctx, id, "evidence_falling", days, at);
    }
    await sql`UPDATE account SET falling_told_on = retention.today() WHERE id = ${accountId}`.execute(trx);
    if (account.status !== "erased")
      await tellSender(trx, ctx, { id: accountId, ...account }, { told, first: first.falls_on, at });
    return told.length;
  });
}

/** Locks them in the order of the erasing; what is locked by somebody else is told of another day. */
async function markTold(trx: Transaction, accountId: string): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    WITH locked AS MATERIALIZED (SELECT d.id FROM delivery d WHERE d.id IN (SELECT id FROM (${due(BATCH, accountId)}) found)
      ORDER BY d.id FOR UPDATE SKIP LOCKED)
    UPDATE delivery d SET falling_told = CASE WHEN f.falls_on <= retention.today() + ${sql.lit(FALLING_DAYS.last)}
        THEN ${sql.lit(FALLING_DAYS.last)} ELSE ${sql.lit(FALLING_DAYS.first)} END
      FROM (SELECT x.id, retention.falls_on('R9', retention.day_of(x.final_at), x.account_id) AS falls_on
        FROM delivery x JOIN locked ON locked.id = x.id) f
      WHERE d.id = f.id
      RETURNING d.id, f.falls_on, d.falling_told = ${sql.lit(FALLING_DAYS.last)} AS last, d.notified_at IS NOT NULL AS standing`.execute(
    trx,
  );
  return rows;
}

/** Whoever runs the account, and the one member of a private one. */
async function tellSender(
  trx: Transaction,
  ctx: Context,
  account: { readonly id: string; readonly kind: "private" | "company"; readonly name: string },
  falling: {
    readonly told: readonly Told[];
    readonly first: Temporal.PlainDate;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const last = falling.told.filter((one) => one.last).length;
  const sixty = falling.told.length - last;
  const facts = {
    ...(account.kind === "company" ? { company: account.name } : {}),
    ...(sixty === 0 ? {} : { sixty: String(sixty) }),
    ...(last === 0 ? {} : { fourteen: String(last) }),
    first: falling.first.toString(),
    page: "falling",
  };
  const admins = await trx
    .selectFrom("member")
    .select("person_id")
    .where("account_id", "=", account.id)
    .where("left_at", "is", null)
    .where("role", "=", "admin")
    .execute();
  for (const { person_id: personId } of admins)
    await owePersonErrand(trx, ctx, personId, "evidence_falling", facts, falling.at);
}
