// Who is behind a session cookie, and touches the session; an idle or ended one is nobody.

import { clockNow, transact } from "@posthorn/db";
import type { AssuranceLevel, AuthenticationFacts, IdentificationMethod, Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { IDLE_MINUTES } from "./open-session.ts";

export interface SessionMember {
  readonly tokenHash: string;
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
  readonly contentRetentionDays: number;
  readonly authentication: AuthenticationFacts;
}

/** Null for unknown, ended, expired and idle sessions, and for a member who has left. */
export async function loadSession(ctx: Context, tokenHash: string): Promise<SessionMember | null> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const row = await trx
      .selectFrom("session")
      .innerJoin("member", "member.id", "session.member_id")
      .innerJoin("person", "person.id", "session.person_id")
      .innerJoin("account", "account.id", "session.account_id")
      .select([
        "session.account_id",
        "session.member_id",
        "session.person_id",
        "session.method",
        "session.level",
        "session.issuer",
        "session.authenticated_at",
        "session.last_used_at",
        "session.expires_at",
        "member.role",
        "person.first_names",
        "person.family_name",
        "person.email",
        "person.language",
        "person.identified_at",
        "account.name",
        "account.kind",
        "account.content_retention_days",
      ])
      .where("session.token_hash", "=", tokenHash)
      .where("session.ended_at", "is", null)
      .where("member.left_at", "is", null)
      .executeTakeFirst();
    if (!row) return null;
    const idleEnd = row.last_used_at.add({ minutes: IDLE_MINUTES });
    if (Temporal.Instant.compare(now, row.expires_at) >= 0 || Temporal.Instant.compare(now, idleEnd) >= 0)
      return null;
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
      accountId: row.account_id,
      memberId: row.member_id,
      personId: row.person_id,
      role: row.role,
      personName: `${row.first_names} ${row.family_name}`,
      personEmail: row.email,
      accountName: row.name,
      accountKind: row.kind,
      language: row.language as Language,
      identified: row.identified_at !== null,
      contentRetentionDays: row.content_retention_days,
      authentication: {
        method: row.method as IdentificationMethod,
        ...(row.level ? { level: row.level as AssuranceLevel } : {}),
        ...(row.issuer ? { issuer: row.issuer } : {}),
        at: row.authenticated_at.toString({ smallestUnit: "millisecond" }),
      },
    };
  });
}
