import { isoMillis, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { newApiKey, parseApiKey, sameHash } from "@posthorn/identity";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticateKey } from "../account/authenticate-key.ts";
import { loadSession } from "../account/load-session.ts";
import { changeRole } from "./change-role.ts";
import { actOf, createCompanies, now, type TestMember } from "./company.test-support.ts";
import { leaveAccount } from "./leave-account.ts";
import { removeMember } from "./remove-member.ts";
import { askEmailChange } from "../my-data/ask-email-change.ts";
import { registerCompany } from "../registration/register-company.ts";

const RACES = Number(process.env["TEST_RACES"] ?? 12);
const VISITOR = { ip: "192.0.2.7", userAgent: "test", language: "nl" };

let bench: VerbBench;
let company: ReturnType<typeof createCompanies>;

beforeAll(async () => {
  bench = await createVerbBench();
  company = createCompanies(bench);
});
afterAll(() => bench.close());

const portal = () => bench.context("portal");
const owner = () => bench.context("owner").db;
const leave = (who: TestMember) => leaveAccount(portal(), actOf(who));
const remove = (actor: TestMember, who: TestMember) =>
  removeMember(portal(), { ...actOf(actor), memberId: who.memberId });
const demote = (actor: TestMember, who: TestMember) =>
  changeRole(portal(), { ...actOf(actor), memberId: who.memberId, role: "user" });

function outcomeOf(work: Promise<string>): Promise<string> {
  return work.catch((error: unknown) => (error instanceof AppError ? error.code : String(error)));
}

const member = (who: TestMember) =>
  owner().selectFrom("member").selectAll().where("id", "=", who.memberId).executeTakeFirstOrThrow();
const person = (who: TestMember) =>
  owner().selectFrom("person").selectAll().where("id", "=", who.personId).executeTakeFirstOrThrow();

async function adminsLeft(accountId: string): Promise<number> {
  const rows = await owner()
    .selectFrom("member")
    .select("id")
    .where("account_id", "=", accountId)
    .where("role", "=", "admin")
    .where("left_at", "is", null)
    .execute();
  return rows.length;
}

async function pair(second: "admin" | "user" = "admin") {
  const accountId = await company.account();
  return [await company.join(accountId, "admin"), await company.join(accountId, second)] as const;
}

test("the only admin cannot leave or be demoted before another is named; then at once", async () => {
  const [admin, user] = await pair("user");
  expect(await leave(admin)).toBe("only_admin");
  expect(await demote(admin, admin)).toBe("only_admin");
  expect(await remove(admin, admin)).toBe("oneself");
  expect((await member(admin)).left_at).toBeNull();
  expect(await changeRole(portal(), { ...actOf(admin), memberId: user.memberId, role: "admin" })).toBe(
    "changed",
  );
  expect(await leave(admin)).toBe("left");
  expect(await member(admin)).toMatchObject({ left_because: "left" });
  expect((await person(admin)).erased_at).not.toBeNull();
  expect(await leave(user)).toBe("only_admin");
});

test("the holder of a private account closes it instead", async () => {
  const holder = await company.join(await company.account("private"), "admin");
  expect(await leave(holder)).toBe("private_account");
  expect(await demote(holder, holder)).toBe("private_account");
});

test("a user leaves at once, and the admins who stay are told", async () => {
  const [admin, user] = await pair("user");
  expect(await leave(user)).toBe("left");
  const told = await owner()
    .selectFrom("person_errand")
    .select(["kind", "facts"])
    .where("person_id", "=", admin.personId)
    .execute();
  expect(told).toEqual([{ kind: "member_left", facts: { company: "Veld & Co", name: "An Wouters" } }]);
  expect(await outcomeOf(leave(user))).toBe("not_a_member");
});

test("whoever is removed loses at once what only this membership kept, and the last mail is still owed", async () => {
  const [admin, user] = await pair("user");
  const token = await company.sessionOf(user);
  await giveMeans(user);
  const draftId = await draftOf(user);
  expect(await remove(admin, user)).toBe("removed");
  expect(await loadSession(portal(), { tokenHash: token, visitor: VISITOR })).toBeNull();
  expect(await member(user)).toMatchObject({ left_because: "removed" });
  const draft = await owner()
    .selectFrom("draft")
    .select("member_id")
    .where("id", "=", draftId)
    .executeTakeFirst();
  expect(draft?.member_id).toBe(admin.memberId);
  expect(await person(user)).toMatchObject({
    email: `erased:${user.personId}`,
    family_name: "",
    first_names: "",
    password_hash: null,
    webauthn_handle: null,
    identified_at: null,
  });
  expect(await meansOf(user)).toEqual({
    passkey: 0,
    person_identity: 0,
    totp: 0,
    recovery_code: 0,
    device: 0,
  });
  const session = await owner()
    .selectFrom("session")
    .select(["ip", "browser", "ended_because"])
    .where("token_hash", "=", token)
    .executeTakeFirst();
  expect(session).toEqual({ ip: null, browser: null, ended_because: "left" });
  const last = await owner()
    .selectFrom("person_errand")
    .select(["kind", "to_name"])
    .where("to_email", "=", user.email)
    .execute();
  expect(last).toEqual([{ kind: "membership_ended_erased", to_name: "An Wouters" }]);
  expect(await outcomeOf(remove(admin, user))).toBe("member_unknown");
});

test("who has another membership stays signed in there, and keeps what serves it", async () => {
  const [admin, user] = await pair("user");
  const elsewhere = await company.join(await company.account(), "user", user);
  const token = await company.sessionOf(user);
  await giveMeans(user);
  await remove(admin, user);
  expect(await loadSession(portal(), { tokenHash: token, visitor: VISITOR })).toMatchObject({
    memberId: elsewhere.memberId,
    accountId: elsewhere.accountId,
  });
  expect(await person(user)).toMatchObject({ email: user.email, erased_at: null });
  expect(await meansOf(user)).toMatchObject({ passkey: 1, totp: 1, device: 1 });
});

test("a session as delegate of the company ends with the membership, and none is opened afterwards", async () => {
  const [admin, user] = await pair("user");
  const { deliveryIds } = await bench.submit();
  const at = now();
  const authentication = { method: "itsme" as const, at: isoMillis(at), level: "high" as const };
  await owner()
    .insertInto("collect_session")
    .values(
      [user.publicId, admin.publicId].map((publicId) => ({
        token_hash: `collect ${publicId}`,
        delivery_id: deliveryIds[0] ?? "",
        link_generation: 1,
        authentication: JSON.stringify(authentication),
        collector: JSON.stringify({
          authentication,
          member: publicId,
          matched_on: "member+enterprise_number",
        }),
        started_at: at,
        expires_at: at.add({ hours: 1 }),
        ended_at: null,
      })),
    )
    .execute();
  await remove(admin, user);
  const rows = await owner()
    .selectFrom("collect_session")
    .select(["token_hash", "ended_at"])
    .where("token_hash", "in", [`collect ${user.publicId}`, `collect ${admin.publicId}`])
    .orderBy("ended_at")
    .execute();
  expect(rows.map((row) => row.ended_at === null)).toEqual([false, true]);
  expect(rows[0]?.token_hash).toBe(`collect ${user.publicId}`);
});

test("the company's mails no longer go to the address of who has left", async () => {
  const [admin, applicant] = await pair();
  const [other] = await pair();
  const elsewhere = await company.join(other.accountId, "user", applicant);
  for (const id of [admin.accountId, other.accountId])
    await owner()
      .updateTable("account")
      .set({ email: applicant.email.toUpperCase() })
      .where("id", "=", id)
      .execute();
  await remove(admin, applicant);
  const addressOf = async (id: string) =>
    (await owner().selectFrom("account").select("email").where("id", "=", id).executeTakeFirstOrThrow())
      .email;
  expect(await addressOf(admin.accountId)).toBe(admin.email);
  expect(await addressOf(other.accountId)).toBe(applicant.email.toUpperCase());
  await leave(elsewhere);
  expect(await addressOf(other.accountId)).toBe(other.email);
});

test("what somebody registered with is erased with him, also after he has changed his address", async () => {
  const [admin, user] = await pair("user");
  const at = now();
  const row = { kind: "private", email: "earlier@veld.example", language: "nl" } as const;
  const times = { created_at: at, changed_at: at, finished_at: at };
  const id = `reg_${user.personId}`;
  await owner()
    .insertInto("registration")
    .values({ id, ...row, form: null, ...times, person_id: user.personId })
    .execute();
  await owner()
    .insertInto("mailed_link")
    .values({
      id: `lnk_${user.personId}`,
      purpose: "registration",
      subject_id: id,
      email: row.email,
      language: "nl",
      created_at: at,
      expires_at: at,
      used_at: at,
    })
    .execute();
  await remove(admin, user);
  const left = await owner()
    .selectFrom("registration")
    .innerJoin("mailed_link", "mailed_link.subject_id", "registration.id")
    .select(["registration.email", "mailed_link.email as mailed"])
    .where("registration.id", "=", id)
    .executeTakeFirst();
  expect(left).toEqual({ email: "erased", mailed: "erased" });
});

test("an act that was under way while its person was erased writes nothing about him any more", async () => {
  const [admin, user] = await pair("user");
  await remove(admin, user);
  const session = { ...user, personEmail: user.email, personName: "An Wouters", language: "nl" } as const;
  const input = { member: session, visitor: VISITOR, arrivedAt: now() };
  expect(await outcomeOf(registerCompany(portal(), input).then(() => "done"))).toBe("session_missing");
  const unlimited = { consume: () => Promise.resolve(), forget: () => Promise.resolve() };
  const change = askEmailChange(portal(), unlimited, { ...input, email: "new@veld.example" });
  expect(await outcomeOf(change.then(() => "done"))).toBe("session_missing");
});

test("a key in the name of who was removed is suspended", async () => {
  const [admin, user] = await pair("user");
  const key = newApiKey();
  await owner()
    .insertInto("api_key")
    .values({
      id: key.id,
      account_id: user.accountId,
      member_id: user.memberId,
      name: "Huur",
      secret_hash: key.hash,
      created_at: now(),
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
  const use = () =>
    outcomeOf(
      authenticateKey(
        bench.context("api"),
        { parse: parseApiKey, same: sameHash },
        { presented: key.secret, act: "GET /v1/messages", visitor: VISITOR, arrivedAt: now() },
      ).then(() => "serves"),
    );
  expect(await use()).toBe("serves");
  await remove(admin, user);
  expect(await use()).toBe("api_key_suspended");
});

test("only an admin of the account changes who runs it, as he stands at that instant", async () => {
  const [admin, user] = await pair("user");
  const [stranger] = await pair();
  expect(await outcomeOf(remove(user, admin))).toBe("not_an_admin");
  expect(await outcomeOf(demote(user, admin))).toBe("not_an_admin");
  expect(await outcomeOf(remove(stranger, user))).toBe("member_unknown");
  expect(await outcomeOf(demote(stranger, admin))).toBe("member_unknown");
  expect(await outcomeOf(remove({ ...stranger, accountId: admin.accountId }, user))).toBe("not_a_member");
  expect(await adminsLeft(admin.accountId)).toBe(1);
});

test("no service ends a membership that is not over, nor one of another account", async () => {
  const [admin, user] = await pair("user");
  const call = (accountId: string) =>
    portal()
      .db.transaction()
      .execute(async (trx) => {
        await sql`SELECT set_config('posthorn.account_id', ${accountId}, true)`.execute(trx);
        await sql`SELECT end_membership(${user.memberId}, ${admin.memberId}, clock.now())`.execute(trx);
      });
  await expect(call(admin.accountId)).rejects.toThrow("no membership of this account that is over");
  await owner().updateTable("member").set({ left_at: now() }).where("id", "=", user.memberId).execute();
  await expect(call("acc_SEED0CANAL")).rejects.toThrow("no membership of this account that is over");
  await expect(sql`SELECT erase_person(${user.personId}, clock.now())`.execute(portal().db)).rejects.toThrow(
    "permission denied",
  );
});

test("two admins who demote, remove or leave at the same instant: one of them stays", async () => {
  for (let race = 0; race < RACES; race += 1) {
    const [one, two] = await pair();
    const acts: readonly ((a: TestMember, b: TestMember) => Promise<string>)[] = [
      demote,
      remove,
      (a) => leave(a),
      (a) => demote(a, a),
    ];
    const act = acts[race % acts.length] ?? demote;
    const other = acts[Math.floor(race / acts.length) % acts.length] ?? demote;
    const outcomes = await Promise.all([outcomeOf(act(one, two)), outcomeOf(other(two, one))]);
    expect(await adminsLeft(one.accountId)).toBe(1);
    // Who was demoted first may still leave; whoever comes second to the last admin is told so.
    expect(outcomes.filter((outcome) => /^(?:changed|removed|left)$/.test(outcome)).length).toBeGreaterThan(
      0,
    );
    expect(outcomes.join()).not.toMatch(/Error|unavailable/);
  }
});

test("removed from two companies at the same instant, nothing is left of him", async () => {
  for (let race = 0; race < RACES; race += 1) {
    const [admin, user] = await pair("user");
    const [second] = await pair();
    const elsewhere = await company.join(second.accountId, "user", user);
    await Promise.all([remove(admin, user), remove(second, elsewhere)]);
    expect((await person(user)).erased_at).not.toBeNull();
  }
});

async function giveMeans(who: TestMember): Promise<void> {
  const at = now();
  const holder = { holder_kind: "person" as const, holder_id: who.personId };
  await owner()
    .insertInto("passkey")
    .values({
      ...holder,
      id: `pk ${who.personId}`,
      credential_id: `credential ${who.personId}`,
      public_key: new Uint8Array(1),
      sign_count: 0,
      transports: [],
      backed_up: false,
      name: "Phone",
      created_at: at,
      last_used_at: null,
      suspected_at: null,
      removed_at: null,
    })
    .execute();
  await owner()
    .insertInto("device")
    .values({
      ...holder,
      id: `dev ${who.personId}`,
      token_hash: "hash",
      browser: "Firefox",
      os: "Linux",
      first_seen_at: at,
      last_seen_at: at,
    })
    .execute();
  await owner()
    .insertInto("totp")
    .values({
      person_id: who.personId,
      sealed_secret: new Uint8Array(1),
      key_version: 1,
      confirmed_at: at,
      last_step: 0,
    })
    .execute();
  await owner()
    .insertInto("recovery_code")
    .values({ person_id: who.personId, code_hash: "hash", made_at: at, used_at: null })
    .execute();
  await owner()
    .insertInto("person_identity")
    .values({
      method: "itsme",
      subject_digest: who.personId,
      key_version: 1,
      person_id: who.personId,
      issuer: "itsme",
      linked_at: at,
      last_used_at: at,
    })
    .execute();
}

async function meansOf(who: TestMember): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<Record<string, string>>`SELECT
    (SELECT count(*) FROM passkey WHERE holder_id = ${who.personId}) AS passkey,
    (SELECT count(*) FROM device WHERE holder_id = ${who.personId}) AS device,
    (SELECT count(*) FROM person_identity WHERE person_id = ${who.personId}) AS person_identity,
    (SELECT count(*) FROM totp WHERE person_id = ${who.personId}) AS totp,
    (SELECT count(*) FROM recovery_code WHERE person_id = ${who.personId}) AS recovery_code`.execute(owner());
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]));
}

async function draftOf(who: TestMember): Promise<string> {
  const id = `dft_${who.memberId}`;
  await owner()
    .insertInto("draft")
    .values({
      id,
      account_id: who.accountId,
      member_id: who.memberId,
      sealed_form: null,
      wrapped_key: new Uint8Array(1),
      created_at: now(),
      updated_at: now(),
      message_id: null,
    })
    .execute();
  return id;
}
