// A company of its own for tests of who runs it: an account with as many admins and users as asked for.

import { randomBytes } from "node:crypto";
import type { VerbBench } from "@posthorn/testkit";

export interface TestMember {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly publicId: string;
  readonly email: string;
}

const VISITOR = { ip: "192.0.2.7", userAgent: "test", language: "nl" };

export function now(): Temporal.Instant {
  return Temporal.Now.instant().round("millisecond");
}

/** What a verb is given when this member acts now. */
export function actOf(actor: TestMember) {
  return { actor, visitor: VISITOR, arrivedAt: now() };
}

export function createCompanies(bench: VerbBench) {
  const owner = () => bench.context("owner").db;
  const code = () => randomBytes(6).toString("hex").toUpperCase();

  async function account(kind: "company" | "private" = "company"): Promise<string> {
    const id = `acc_${code()}`;
    await owner()
      .insertInto("account")
      .values({ id, kind, name: "Veld & Co", language: "nl", email: "post@veld.example", created_at: now() })
      .execute();
    return id;
  }

  /** A new person, or one who is a member elsewhere. */
  async function join(
    accountId: string,
    role: "admin" | "user",
    known?: Pick<TestMember, "personId" | "email">,
  ): Promise<TestMember> {
    const suffix = code();
    const personId = known?.personId ?? `per_${suffix}`;
    const email = known?.email ?? `${suffix.toLowerCase()}@veld.example`;
    if (!known)
      await owner()
        .insertInto("person")
        .values({
          id: personId,
          email,
          family_name: "Wouters",
          first_names: "An",
          language: "nl",
          password_hash: "hash",
          identified_method: "itsme",
          identified_level: "high",
          identified_issuer: "itsme",
          identified_at: now(),
          created_at: now(),
        })
        .execute();
    const memberId = `mem_${suffix}`;
    const publicId = `M-${suffix}`;
    await owner()
      .insertInto("member")
      .values({
        id: memberId,
        account_id: accountId,
        person_id: personId,
        role,
        public_id: publicId,
        joined_at: now(),
        left_at: null,
      })
      .execute();
    return { accountId, memberId, personId, publicId, email };
  }

  async function sessionOf(member: TestMember): Promise<string> {
    const token = `hash of ${code()}`;
    const at = now();
    await owner()
      .insertInto("session")
      .values({
        token_hash: token,
        id: `ses_${code()}`,
        person_id: member.personId,
        member_id: member.memberId,
        account_id: member.accountId,
        method: "passkey",
        authenticated_at: at,
        last_used_at: at,
        fresh_at: at,
        expires_at: at.add({ hours: 12 }),
        ended_at: null,
        browser: "Firefox",
        ip: "192.0.2.7",
      })
      .execute();
    return token;
  }

  return { account, join, sessionOf };
}
