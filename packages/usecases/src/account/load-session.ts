// Who is behind a session cookie, and touches the session; an idle or ended one is nobody, one in another browser ends.

import { clockNow, sql, transact, type Transaction } from "@posthorn/db";
import type { AssuranceLevel, AuthenticationFacts, IdentificationMethod, Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { Visitor } from "../record/log-use.ts";
import { endStolenSession } from "./end-stolen-session.ts";
import { IDLE_MINUTES } from "./open-session.ts";

export type AccountStatus = "applying" | "active" | "closing" | "closed" | "erased";

export interface SessionMember {
  readonly tokenHash: string;
  /** Names the session in its owner's list; opens nothing. */
  readonly sessionId: string;
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly role: "admin" | "user";
  readonly personName: string;
  readonly personEmail: string;
  readonly accountName: string;
  readonly accountKind: "private" | "company";
  readonly language: Language;
  readonly identified: boolean;
  /** `applying`: nothing can be sent yet; `closing` and `closed`: nothing any more. */
  readonly accountStatus: AccountStatus;
  /** Of a closed account: the day, in Brussels, before whose end it is erased. */
  readonly eraseBy?: Temporal.PlainDate;
  /** He has had the processing of his data restricted (GDPR art. 18): nothing but his own data and rights is open. */
  readonly restricted: boolean;
  /** Whether there is another account that this person can switch to. */
  readonly severalAccounts: boolean;
  readonly contentRetentionDays: number;
  readonly authentication: AuthenticationFacts;
  /** When it was last proven in full who sits there. */
  readonly freshAt: Temporal.Instant;
  /** Whether more than a password was shown in this session. */
  readonly strong: boolean;
}

/** The cookies a browser presents, as digests, and where it is. */
export interface PresentedSession {
  readonly tokenHash: string;
  /** Of the device cookie; absent where the browser has none. */
  readonly deviceHash?: string;
  readonly visitor: Visitor;
}

/** Null for unknown, ended, expired and idle sessions, for a member who has left, and for a browser the session was not opened in. */
export async function loadSession(ctx: Context, presented: PresentedSession): Promise<SessionMember | null> {
  const { tokenHash } = presented;
  return transact(ctx.db, { presentedSession: tokenHash }, async (trx) => {
    const now = await clockNow(trx);
    const row = await findSession(trx, tokenHash);
    if (!row) return null;
    const idleEnd = row.last_used_at.add({ minutes: IDLE_MINUTES });
    if (Temporal.Instant.compare(now, row.expires_at) >= 0 || Temporal.Instant.compare(now, idleEnd) >= 0)
      return null;
    // Both are digests of 256 random bits: how long their comparison takes tells nothing that could be used.
    if (row.device_hash !== null && row.device_hash !== presented.deviceHash) {
      await endStolenSession(trx, ctx, { ...row, tokenHash }, presented.visitor, now);
      return null;
    }
    // Once a minute is enough to tell idleness, and spares a write per page.
    if (now.since(row.last_used_at).total("seconds") > 60) {
      await trx
        .updateTable("session")
        .set({ last_used_at: now })
        .where("token_hash", "=", tokenHash)
        .execute();
    }
    return {
      tokenHash,
      sessionId: row.session_id,
      accountId: row.account_id,
      memberId: row.member_id,
      personId: row.person_id,
      role: row.role,
      personName: `${row.first_names} ${row.family_name}`,
      personEmail: row.email,
      accountName: row.name,
      accountKind: row.kind,
      accountStatus: row.status,
      ...(row.erase_by ? { eraseBy: row.erase_by } : {}),
      restricted: row.restricted,
      severalAccounts: row.several_accounts,
      language: row.language as Language,
      identified: row.identified_at !== null,
      contentRetentionDays: row.content_retention_days,
      authentication: {
        method: row.method as IdentificationMethod,
        ...(row.level ? { level: row.level as AssuranceLevel } : {}),
        ...(row.issuer ? { issuer: row.issuer } : {}),
        at: row.authenticated_at.toString({ smallestUnit: "millisecond" }),
      },
      freshAt: row.fresh_at,
      strong: row.strong_at !== null,
    };
  });
}

function findSession(trx: Transaction, tokenHash: string) {
  return trx
    .selectFrom("session")
    .innerJoin("member", "member.id", "session.member_id")
    .innerJoin("person", "person.id", "session.person_id")
    .innerJoin("account", "account.id", "session.account_id")
    .leftJoin("device", "device.id", "session.device_id")
    .select([
      "session.id as session_id",
      "session.account_id",
      "session.member_id",
      "session.person_id",
      "session.method",
      "session.level",
      "session.issuer",
      "session.authenticated_at",
      "session.fresh_at",
      "session.strong_at",
      "session.last_used_at",
      "session.expires_at",
      "device.token_hash as device_hash",
      "member.role",
      "person.first_names",
      "person.family_name",
      "person.email",
      "person.language",
      "person.identified_at",
      "account.name",
      "account.kind",
      "account.status",
      "account.erase_by",
      "account.content_retention_days",
      sql<boolean>`is_restricted_person(session.person_id)`.as("restricted"),
      (eb) =>
        eb
          .exists(
            eb
              .selectFrom("member as other")
              .innerJoin("account as elsewhere", "elsewhere.id", "other.account_id")
              .select("other.id")
              .whereRef("other.person_id", "=", "session.person_id")
              .whereRef("other.id", "<>", "session.member_id")
              .where("other.left_at", "is", null)
              .where("elsewhere.status", "<>", "erased"),
          )
          .$castTo<boolean>()
          .as("several_accounts"),
    ])
    .where("session.token_hash", "=", tokenHash)
    .where("session.ended_at", "is", null)
    .where("member.left_at", "is", null)
    .where("account.status", "<>", "erased")
    .executeTakeFirst();
}
