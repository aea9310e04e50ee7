// Notes that addressees accepted electronic registered mail: one statement for all, nothing where a consent stands already.

import { sql, type Transaction } from "@posthorn/db";
import { type Addressee, brusselsDay, contactKey } from "@posthorn/domain";
import type { Context } from "../context.ts";

export interface ConsentEntry {
  readonly email: string;
  readonly name: string;
  readonly firstNames?: string;
  readonly basis: "clause" | "earlier_consent" | "registration";
  readonly statedOn: Temporal.PlainDate | null;
  readonly words: string | null;
}

export interface ConsentNote {
  readonly accountId: string;
  readonly memberId: string | null;
  readonly at: Temporal.Instant;
  readonly source: "sender" | "import" | "addressee";
  readonly deliveryId?: string;
  readonly entries: readonly ConsentEntry[];
}

/**
 * Returns how many were new. What has no day was stated on the day it is noted. A consent that was withdrawn does not come
 * back by itself: it takes one that says a later day than that of the withdrawal; one of a day to come is not noted. The addressee's own word always counts. Of who
 * has had the processing of his data restricted nothing is noted.
 */
export async function noteConsents(trx: Transaction, ctx: Context, note: ConsentNote): Promise<number> {
  const { at } = note;
  const today = brusselsDay(at);
  // Of a day to come nobody has said anything yet; it would outlast every withdrawal.
  const entries = note.entries.filter(({ statedOn }) => !isAfter(statedOn, today));
  if (entries.length === 0) return 0;
  const column = (of: (entry: ConsentEntry) => string | null) => sql`${entries.map(of)}::text[]`;
  const ids = entries.map(() => ctx.newId("cns", at));
  const { numAffectedRows } = await sql`
    WITH given AS MATERIALIZED (
      -- Folded here: what a function makes of a row is not looked up in an index under row-level security.
      SELECT *, lower(email) AS email_key
      FROM unnest(${ids}::text[], ${column(({ email }) => email)}, ${column(({ name }) => name)}, ${column((entry) => entry.firstNames ?? null)},
        ${column(contactKey)}, ${column(({ basis }) => basis)}, ${column(({ words }) => words)},
        ${column(({ statedOn }) => statedOn?.toString() ?? null)})
        AS row (id, email, name, first_names, sort_name, basis, words, stated_on))
    INSERT INTO addressee_consent (id, account_id, email, name, first_names, sort_name, basis, words, stated_on, source,
      delivery_id, recorded_by, recorded_at)
    SELECT id, ${note.accountId}, email, name, first_names, sort_name, basis, words, coalesce(stated_on::date, ${today.toString()}::date),
      ${note.source}, ${note.deliveryId ?? null}, ${note.memberId}, ${at}::timestamptz
    FROM given
    WHERE ${note.source} = 'addressee' OR NOT is_restricted_addressee(given.email, given.sort_name) AND NOT EXISTS (
      SELECT FROM addressee_consent past WHERE past.account_id = ${note.accountId}
        AND past.email_key = given.email_key AND past.sort_name = given.sort_name AND past.withdrawn_at IS NOT NULL
        AND (given.stated_on IS NULL OR (past.withdrawn_at AT TIME ZONE 'Europe/Brussels')::date >= given.stated_on::date))
    ON CONFLICT DO NOTHING`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

export function isAfter(day: Temporal.PlainDate | null | undefined, today: Temporal.PlainDate): boolean {
  return day !== null && day !== undefined && Temporal.PlainDate.compare(day, today) > 0;
}

/**
 * What a message that is being accepted says of its addressees, in the same transaction. The whole account reads the ledger: to
 * whom a team writes whose messages only the team sees does not come into it; the message's own evidence says it all the same.
 */
export async function noteStatedConsents(
  trx: Transaction,
  ctx: Context,
  given: {
    readonly accountId: string;
    readonly memberId: string;
    readonly teamId?: string;
    readonly at: Temporal.Instant;
    readonly addressees: readonly Addressee[];
  },
): Promise<void> {
  if (given.teamId !== undefined && (await isForTeamAlone(trx, given.teamId))) return;
  const entries = given.addressees.flatMap((addressee): readonly ConsentEntry[] => {
    const { basis, statedOn, words } = addressee.consent;
    if (basis !== "clause" && basis !== "earlier_consent") return [];
    return [{ ...addressee, basis, statedOn: statedOn ?? null, words: words ?? null }];
  });
  await noteConsents(trx, ctx, { ...given, source: "sender", entries });
}

async function isForTeamAlone(trx: Transaction, teamId: string): Promise<boolean> {
  const team = await trx
    .selectFrom("team")
    .select("messages_visible_to")
    .where("id", "=", teamId)
    .executeTakeFirst();
  return team?.messages_visible_to !== "account";
}
