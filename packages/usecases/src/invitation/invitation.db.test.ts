import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { AppError } from "@posthorn/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runPersonErrand } from "../account/run-person-errand.ts";
import { actOf, createCompanies, now, type TestMember } from "../member/company.test-support.ts";
import { changeRole } from "../member/change-role.ts";
import { listMembers } from "../member/list-members.ts";
import { removeMember } from "../member/remove-member.ts";
import { acceptAsNewPerson, acceptInvitation, type NewMember } from "./accept-invitation.ts";
import { declineInvitation } from "./decline-invitation.ts";
import { inviteMembers } from "./invite-members.ts";
import { listInvitations } from "./list-invitations.ts";
import { resendInvitation, withdrawInvitation } from "./manage-invitation.ts";
import { viewAccountInvitation } from "./view-invitation.ts";

const VISITOR = { ip: "192.0.2.7", userAgent: "test", language: "nl" };
const ELSE = { role: "user", teamIds: [], language: "nl" } as const;
const WORDS = { version: "1", language: "nl", sha256: "a".repeat(64) } as const;
const NEW_PERSON: NewMember = {
  familyName: "Wouters",
  firstNames: "An",
  password: "lantaarn kade veertien",
  again: "lantaarn kade veertien",
  language: "nl",
  accepted: [
    { ...WORDS, policy: "terms" },
    { ...WORDS, policy: "privacy" },
  ],
};

let bench: VerbBench;
let company: ReturnType<typeof createCompanies>;
let count = 0;

beforeAll(async () => {
  bench = await createVerbBench();
  company = createCompanies(bench);
});
afterAll(() => bench.close());

const portal = () => bench.context("portal");
const owner = () => bench.context("owner").db;
const newAddress = () => `new-${(count += 1)}@veld.example`;

async function admin(): Promise<TestMember> {
  return company.join(await company.account(), "admin");
}

async function invite(by: TestMember, emails: string, more: object = {}) {
  return inviteMembers(portal(), { ...actOf(by), invitations: { emails, ...ELSE, ...more } });
}

/** Sends what is owed to the address, as the worker does; answers the digest of the newest link's token. */
async function linkTo(email: string): Promise<string> {
  const { id, mailed_link_id: link } = await owner()
    .selectFrom("person_errand")
    .select(["id", "mailed_link_id"])
    .where("to_email", "=", email)
    .where("done_at", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const raw = new Uint8Array();
  await runPersonErrand(
    bench.context("worker"),
    {
      requestCode: () => ({ code: "", hash: "" }),
      linkTo: (mailed) => ({ url: `https://portal.example/${mailed.id}`, hash: `digest of ${mailed.id}` }),
      personMail: ({ kind }) => ({ subject: kind, text: "", html: "" }),
      mail: { send: async () => ({ outcome: "accepted", response: "250", ours: false, dialogue: "", raw }) },
    },
    id,
  );
  return `digest of ${link}`;
}

const presented = (presentedLink: string) => ({ presentedLink, visitor: VISITOR, arrivedAt: now() });
const stateOf = async (link: string, personId?: string) =>
  (await viewAccountInvitation(portal(), { presentedLink: link, ...(personId ? { personId } : {}) }, now()))
    .state;
const accept = (link: string, who: TestMember) =>
  acceptInvitation(portal(), { ...presented(link), personId: who.personId });

function joinAnew(link: string, person: Partial<NewMember> = {}, came: { previousTokenHash?: string } = {}) {
  const ports = {
    newPasswords: { faultOf: async () => null, hash: async () => "hash" },
    newPasswordTries: { consume: async () => undefined, forget: async () => undefined },
    tokens: { newToken: () => ({ token: "t", hash: `session ${(count += 1)}` }) },
  };
  const input = { ...presented(link), person: { ...NEW_PERSON, ...person }, deviceHash: "device", ...came };
  return acceptAsNewPerson(portal(), ports, input);
}

function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => (error instanceof AppError ? error.code : error));
}

async function invited(more: object = {}) {
  const by = await admin();
  const email = newAddress();
  expect(await invite(by, email, more)).toEqual({ kind: "invited", count: 1 });
  const [line] = await listInvitations(portal(), { ...by, role: "admin" }, now());
  return { by, email, id: line?.id ?? "", link: await linkTo(email) };
}

test("several are invited at once; the mail names company, role and last day, and forgets whom it went to", async () => {
  const by = await admin();
  const [one, two] = [newAddress(), newAddress()];
  expect(await invite(by, ` ${one};\n${two}, ${one.toUpperCase()} `, { role: "admin" })).toEqual({
    kind: "invited",
    count: 2,
  });
  const owed = await owner()
    .selectFrom("person_errand")
    .select(["id", "kind", "facts", "person_id"])
    .where("to_email", "=", two)
    .executeTakeFirstOrThrow();
  expect(owed).toMatchObject({
    kind: "invitation_link",
    person_id: null,
    facts: { company: "Veld & Co", role: "admin", until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  });
  await linkTo(two);
  const sent = await owner()
    .selectFrom("person_errand")
    .select(["to_email", "facts"])
    .where("id", "=", owed.id)
    .executeTakeFirst();
  expect(sent).toEqual({ to_email: null, facts: {} });
});

test("whoever is there, invited already, oneself, or no address: all are named, and nobody is invited", async () => {
  const by = await admin();
  const user = await company.join(by.accountId, "user");
  const open = newAddress();
  await invite(by, open);
  const outcome = await invite(by, `${user.email} ${open} ${by.email} nobody ${newAddress()}`);
  expect(outcome).toEqual({
    kind: "refused",
    errors: [
      { path: "emails", code: "invited_not_an_address", params: { email: "nobody" } },
      { path: "emails", code: "invited_is_member", params: { email: user.email } },
      { path: "emails", code: "invited_already", params: { email: open } },
      { path: "emails", code: "invited_oneself", params: { email: by.email } },
    ],
  });
  expect(await listInvitations(portal(), { ...by, role: "admin" }, now())).toHaveLength(1);
  expect(await invite(by, " ")).toMatchObject({ errors: [{ code: "required" }] });
  const many = Array.from({ length: 51 }, newAddress).join("\n");
  expect(await invite(by, many)).toMatchObject({ errors: [{ code: "invited_too_many" }] });
  expect(await invite(by, newAddress(), { teamIds: ["tea_NONE"] })).toMatchObject({
    errors: [{ code: "team_unknown" }],
  });
  expect(await codeOf(invite(user, newAddress()))).toBe("not_an_admin");
  // Of another company's member nothing is told.
  expect(await invite(by, (await admin()).email)).toEqual({ kind: "invited", count: 1 });
});

test("a company that is not approved, or is closing, takes nobody in", async () => {
  const { by, link, id } = await invited();
  for (const status of ["applying", "closing", "closed"] as const) {
    await owner().updateTable("account").set({ status }).where("id", "=", by.accountId).execute();
    expect(await invite(by, newAddress())).toEqual({ kind: "not_active" });
    expect(await codeOf(resendInvitation(portal(), { ...actOf(by), invitationId: id }))).toBe(
      "account_not_active",
    );
    expect(await stateOf(link)).toBe("closing");
    expect(await accept(link, await admin())).toEqual({ kind: "stands_no_more", state: "closing" });
  }
  expect(await declineInvitation(portal(), presented(link))).toBe("declined");
});

test("a person who is here already joins with whatever address he has; the admins are told who it was", async () => {
  const { by, link, email } = await invited({ role: "admin" });
  const other = await admin();
  expect(await accept(link, other)).toMatchObject({ kind: "accepted", accountId: by.accountId });
  const told = await owner()
    .selectFrom("person_errand")
    .select("facts")
    .where("person_id", "=", by.personId)
    .where("kind", "=", "member_joined")
    .executeTakeFirst();
  expect(told?.facts).toEqual({ company: "Veld & Co", name: `An Wouters (${other.email})`, role: "admin" });
  const members = await listMembers(portal(), { ...by, role: "admin" }, {});
  expect(members.lines.map(({ email: address, role }) => [address, role])).toEqual([
    [by.email, "admin"],
    [other.email, "admin"],
  ]);
  expect(await stateOf(link, other.personId)).toBe("accepted");
  expect(await accept(link, await admin())).toEqual({ kind: "stands_no_more", state: "accepted" });
  expect(await invite(by, email)).toEqual({ kind: "invited", count: 1 });
});

test("somebody new gets a person, a session and no postal address; what he accepted is kept by version", async () => {
  const { by, link, email } = await invited();
  expect(await joinAnew(link)).toMatchObject({ kind: "signed_in" });
  const person = await owner()
    .selectFrom("person")
    .selectAll()
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  expect(person).toMatchObject({ family_name: "Wouters", identified_at: null, erased_at: null });
  expect(person.email_verified_at).not.toBeNull();
  const accepted = await owner()
    .selectFrom("policy_acceptance")
    .select(["policy", "version", "language", "account_id"])
    .where("person_id", "=", person.id)
    .orderBy("policy")
    .execute();
  expect(accepted).toEqual([
    { policy: "privacy", version: "1", language: "nl", account_id: null },
    { policy: "terms", version: "1", language: "nl", account_id: null },
  ]);
  const member = await owner()
    .selectFrom("member")
    .select(["role", "public_id", "account_id"])
    .where("person_id", "=", person.id)
    .executeTakeFirst();
  expect(member).toMatchObject({ role: "user", account_id: by.accountId });
  expect(member?.public_id).toMatch(/^M-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});

test("the session that the browser came with ends with the one of whoever is new", async () => {
  const { by, link } = await invited();
  const previousTokenHash = await company.sessionOf(by);
  expect(await joinAnew(link, {}, { previousTokenHash })).toMatchObject({ kind: "signed_in" });
  const before = await owner()
    .selectFrom("session")
    .select("ended_because")
    .where("token_hash", "=", previousTokenHash)
    .executeTakeFirst();
  expect(before).toEqual({ ended_because: "replaced" });
});

test("somebody new is told what is wrong, field by field, and that his address is known", async () => {
  const { link } = await invited();
  const wrong = { firstNames: "x".repeat(101), familyName: " ", again: "other", accepted: null };
  expect(await joinAnew(link, wrong)).toEqual({
    kind: "refused",
    errors: [
      { path: "family_name", code: "required" },
      { path: "first_names", code: "too_long", params: { max: 100 } },
      { path: "again", code: "differs" },
      { path: "accepted", code: "required" },
    ],
  });
  const by = await admin();
  const known = await admin();
  await invite(by, known.email);
  expect(await joinAnew(await linkTo(known.email))).toEqual({ kind: "address_known" });
});

test("sent again, only the newest link opens it; withdrawn, none does; an unknown one says nothing", async () => {
  const { by, email, id, link } = await invited();
  await resendInvitation(portal(), { ...actOf(by), invitationId: id });
  const newer = await linkTo(email);
  expect([await stateOf(link), await stateOf(newer)]).toEqual(["replaced", "open"]);
  const stranger = await admin();
  expect(await codeOf(withdrawInvitation(portal(), { ...actOf(stranger), invitationId: id }))).toBe(
    "invitation_gone",
  );
  await withdrawInvitation(portal(), { ...actOf(by), invitationId: id });
  expect(await stateOf(newer)).toBe("withdrawn");
  expect(await accept(newer, stranger)).toEqual({ kind: "stands_no_more", state: "withdrawn" });
  expect(await codeOf(resendInvitation(portal(), { ...actOf(by), invitationId: id }))).toBe(
    "invitation_gone",
  );
  expect(await codeOf(stateOf("digest of nothing"))).toBe("link_unknown");
});

test("late it opens nothing, and the address can be invited anew", async () => {
  const { by, email, id, link } = await invited();
  const past = now().subtract({ minutes: 1 });
  await owner().updateTable("invitation").set({ expires_at: past }).where("id", "=", id).execute();
  await owner().updateTable("mailed_link").set({ expires_at: past }).where("subject_id", "=", id).execute();
  expect(await stateOf(link)).toBe("expired");
  expect(await joinAnew(link)).toEqual({ kind: "stands_no_more", state: "expired" });
  expect(await invite(by, email)).toEqual({ kind: "invited", count: 1 });
});

test("declined it is over, and whoever invited is told", async () => {
  const { by, email, link } = await invited();
  expect(await declineInvitation(portal(), presented(link))).toBe("declined");
  expect(await declineInvitation(portal(), presented(link))).toBe("declined");
  expect(await accept(link, await admin())).toEqual({ kind: "stands_no_more", state: "declined" });
  const told = await owner()
    .selectFrom("person_errand")
    .select("facts")
    .where("person_id", "=", by.personId)
    .where("kind", "=", "invitation_declined")
    .execute();
  expect(told).toEqual([{ facts: { company: "Veld & Co", name: email } }]);
});

test("what a removed admin invited is void; a demoted one's stands", async () => {
  const { by, link } = await invited();
  const second = await company.join(by.accountId, "admin");
  await changeRole(portal(), { ...actOf(second), memberId: by.memberId, role: "user" });
  expect(await stateOf(link)).toBe("open");
  await removeMember(portal(), { ...actOf(second), memberId: by.memberId });
  expect(await stateOf(link)).toBe("withdrawn");
});

test("a member already is told so; two at once with one link: one of them joins", async () => {
  const { by, link } = await invited();
  expect(await stateOf(link, by.personId)).toBe("already_member");
  expect(await accept(link, by)).toEqual({ kind: "stands_no_more", state: "already_member" });
  const [one, two] = [await admin(), await admin()];
  const outcomes = await Promise.all([accept(link, one), accept(link, two)]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "stands_no_more"]);
});

test("a user sees names and roles, never an address; pages go on and back, and search finds", async () => {
  const by = await admin();
  for (let index = 0; index < 30; index += 1) await company.join(by.accountId, "user");
  const reader = { ...by, role: "user" as const };
  const first = await listMembers(portal(), reader, {});
  expect(first.lines).toHaveLength(25);
  expect(first.lines.every(({ email, lastActiveAt }) => email === null && lastActiveAt === null)).toBe(true);
  const second = await listMembers(portal(), reader, { cursor: first.next ?? "" });
  expect([second.lines.length, second.next]).toEqual([6, null]);
  const back = await listMembers(portal(), reader, { cursor: second.previous ?? "" });
  expect(back.lines).toEqual(first.lines);
  const search = (role: "admin" | "user", words: string) =>
    listMembers(portal(), { ...by, role }, { words }).then(({ lines }) => lines.length);
  expect(await search("admin", by.email)).toBe(1);
  expect(await search("user", by.email)).toBe(0);
  expect(await search("user", "an wout")).toBe(25);
  expect(await search("user", "100%")).toBe(0);
  expect(await codeOf(listMembers(portal(), reader, { cursor: "nonsense" }))).toBe("cursor_invalid");
});
