// What we hold about a person, counted and listed for his own page; the whole of it is in the export.

import { sql, transact, type Transaction } from "@posthorn/db";
import type { AssuranceLevel, Language } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { type AcceptanceLine, listAcceptances } from "./list-acceptances.ts";

export interface MyData {
  readonly person: {
    readonly email: string;
    readonly emailVerifiedAt: Temporal.Instant | null;
    readonly familyName: string;
    readonly firstNames: string;
    readonly language: Language;
    readonly since: Temporal.Instant;
  };
  readonly identification: {
    readonly method: "itsme" | "eid";
    readonly level: AssuranceLevel | null;
    readonly at: Temporal.Instant;
  } | null;
  /** A link to this address waits to be used. */
  readonly pendingEmail: { readonly email: string; readonly until: Temporal.Instant } | null;
  readonly acceptances: readonly AcceptanceLine[];
  readonly counts: Readonly<Record<MyDataCount, number>>;
  /** Of a private account: its holder's address. Null in a company, where no member has one. */
  readonly address: string | null;
}

export type MyDataCount =
  | "identities"
  | "passkeys"
  | "sessions"
  | "devices"
  | "records"
  | "uses"
  | "received"
  | "contacts"
  | "messages";

/** Counting stops here: "more than". */
export const COUNTED = 1_000;

export async function viewMyData(
  ctx: Context,
  member: Pick<SessionMember, "personId" | "accountId" | "memberId" | "accountKind">,
  at: Temporal.Instant,
): Promise<MyData> {
  const { personId, accountId, memberId } = member;
  return transact(ctx.db, { personId, accountId, memberId }, async (trx) => {
    const row = await trx
      .selectFrom("person")
      .selectAll()
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    return {
      person: {
        email: row.email,
        emailVerifiedAt: row.email_verified_at,
        familyName: row.family_name,
        firstNames: row.first_names,
        language: row.language as Language,
        since: row.created_at,
      },
      identification:
        row.identified_at && row.identified_method
          ? {
              method: row.identified_method as "itsme" | "eid",
              level: row.identified_level as AssuranceLevel | null,
              at: row.identified_at,
            }
          : null,
      pendingEmail: await findPendingEmail(trx, personId, at),
      acceptances: await listAcceptances(trx, personId),
      counts: await count(trx, personId, accountId),
      address: member.accountKind === "private" ? await addressOf(trx, accountId) : null,
    };
  });
}

async function findPendingEmail(
  trx: Transaction,
  personId: string,
  at: Temporal.Instant,
): Promise<MyData["pendingEmail"]> {
  const link = await trx
    .selectFrom("mailed_link")
    .select(["email", "expires_at"])
    .where("purpose", "=", "email_change")
    .where("subject_id", "=", personId)
    .where("used_at", "is", null)
    .where("voided_at", "is", null)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return link ? { email: link.email, until: link.expires_at } : null;
}

async function count(trx: Transaction, personId: string, accountId: string): Promise<MyData["counts"]> {
  const of = (rows: ReturnType<typeof sql>) =>
    sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${rows} LIMIT ${COUNTED + 1}) AS counted)`;
  const { rows } = await sql<MyData["counts"]>`SELECT
    ${of(sql`person_identity WHERE person_id = ${personId}`)} AS identities,
    ${of(sql`passkey WHERE holder_kind = 'person' AND holder_id = ${personId} AND removed_at IS NULL`)} AS passkeys,
    ${of(sql`session WHERE person_id = ${personId}`)} AS sessions,
    ${of(sql`device WHERE holder_kind = 'person' AND holder_id = ${personId}`)} AS devices,
    ${of(sql`identification_record WHERE person_id = ${personId}`)} AS records,
    ${of(sql`use_log WHERE person_id = ${personId}`)} AS uses,
    ${of(sql`inbox_entry WHERE person_id = ${personId} AND ended_at IS NULL`)} AS received,
    ${of(sql`contact WHERE account_id = ${accountId}`)} AS contacts,
    ${of(sql`message WHERE account_id = ${accountId}`)} AS messages`.execute(trx);
  const [counts] = rows;
  if (!counts) throw new Error("a row was expected");
  return counts;
}

async function addressOf(trx: Transaction, accountId: string): Promise<string | null> {
  const row = await trx
    .selectFrom("account")
    .select(["street", "number", "box", "postcode", "town"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  if (!row?.street) return null;
  const line = [row.street, row.number, row.box].filter((part) => part !== null && part !== "").join(" ");
  return `${line}, ${[row.postcode, row.town].filter((part) => part !== null).join(" ")}`;
}
