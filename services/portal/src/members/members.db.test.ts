import { createTryLimit } from "@posthorn/db";
import { tokenHash } from "@posthorn/identity";
import {
  createVerbBench,
  createVisitor,
  type Page,
  PEOPLE,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;
let lotte: Visitor;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
  lotte = await signIn("per_SEED0LOTTEMAES");
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

const owner = () => bench.context("owner").db;

async function signIn(personId: string): Promise<Visitor> {
  const person = PEOPLE.find(({ id }) => id === personId);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  await visitor.press(form, "Sign in", { email: person?.email ?? "", password: person?.password ?? "" });
  return visitor;
}

const open = (visitor: Visitor, path: string): Promise<Page> => visitor.open(`${portal.url}${path}`);

/** As the worker would have sent it; the token is what the mail carries. */
async function linkOf(email: string): Promise<string> {
  const link = await owner()
    .selectFrom("mailed_link")
    .select("id")
    .where("email", "=", email)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const token = `token-of-${link.id}`;
  await owner()
    .updateTable("mailed_link")
    .set({ token_hash: tokenHash(token) })
    .where("id", "=", link.id)
    .execute();
  return `/invitation/${token}`;
}

async function invite(emails: string, more: Readonly<Record<string, string>> = {}): Promise<Page> {
  const form = await open(lotte, "/company/members/invite");
  return lotte.press(form, "Send invitations", { emails, ...more });
}

test("an admin invites several at once and sees who is open; a wrong address is named and nothing lost", async () => {
  const wrong = await invite("nobody\npieter.declercq@vandewalle.example");
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("“nobody” is not an e-mail address.");
  expect(wrong.text).toContain("pieter.declercq@vandewalle.example is a member already.");
  expect(wrong.document.querySelector("textarea")?.textContent).toContain("nobody");
  const done = await invite("ruth@veld.example, sam@veld.example");
  expect(done.text).toContain("The invitations are on their way.");
  expect(done.text).toContain("ruth@veld.example");
  expect(done.text).toContain("sam@veld.example");
  const withdrawn = await lotte.press(done, /Withdraw the invitation to sam@veld.example/);
  expect(withdrawn.text).toContain("The invitation was withdrawn.");
  expect(withdrawn.text).not.toContain("sam@veld.example");
});

test("somebody new reads what is held about him, joins with a password of his own, and is in", async () => {
  await invite("vera@veld.example");
  const path = await linkOf("vera@veld.example");
  const vera = createVisitor({ language: "en" });
  const page = await open(vera, path);
  expect(page.text).toContain("Lotte Maes invites you to the account of Immo Vandewalle bv");
  expect(page.text).toContain("From Lotte Maes of Immo Vandewalle bv, on ");
  expect(page.text).toContain("erased within 30 days");
  expect(page.text).toContain("Gegevensbeschermingsautoriteit");
  expect(page.document.querySelector('[name="street"]')).toBeNull();
  const name = { first_names: "Vera", family_name: "x".repeat(200) };
  const password = { password: "molen-haven-achttien", again: "molen-haven-achttien" };
  const wrong = await vera.press(page, "Join", { ...name, ...password });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("Use at most 100 characters.");
  expect(wrong.text).toContain("Tick the box to go on.");
  expect(wrong.document.querySelector<HTMLInputElement>("#first_names")?.value).toBe("Vera");
  const joined = await vera.press(wrong, "Join", { family_name: "Stevens", ...password, accepted: "on" });
  expect(joined.text).toContain("You are a member of Immo Vandewalle bv now");
  const members = await open(vera, "/company/members");
  expect(members.text).toContain("Vera Stevens");
  expect(members.text).not.toContain("lotte.maes@vandewalle.example");
  expect((await open(vera, "/company/members/invite")).status).toBe(403);
  const again = await open(createVisitor({ language: "en" }), path);
  expect([again.status, again.text.includes("This invitation was accepted")]).toEqual([410, true]);
});

test("who is here already signs in, comes back, is told that the address is another, and goes on there", async () => {
  await invite("info@veld.example");
  const path = await linkOf("info@veld.example");
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.follow(await open(visitor, path), "Sign in");
  const nele = PEOPLE.find(({ id }) => id === "per_SEED0NELECLAES");
  const led = await visitor.press(form, "Sign in", {
    email: nele?.email ?? "",
    password: nele?.password ?? "",
  });
  expect(new URL(led.url).pathname).toBe(path);
  const back = await open(visitor, `${path}?lang=en`);
  expect(back.text).toContain("The invitation went to info@veld.example, not to your address.");
  const joined = await visitor.press(back, "Join");
  expect(joined.text).toContain("You are a member of Immo Vandewalle bv now");
  expect((await open(visitor, "/switch")).text).toContain("Immo Vandewalle bv");
});

test("an address that has an account is led to the sign-in form; declining needs no account", async () => {
  await invite("tom.janssens@post.example");
  const path = await linkOf("tom.janssens@post.example");
  const visitor = createVisitor({ language: "en" });
  const known = await visitor.press(await open(visitor, path), "Join", {
    first_names: "Tom",
    family_name: "Janssens",
    password: "molen-haven-achttien",
    again: "molen-haven-achttien",
    accepted: "on",
  });
  expect(known.text).toContain("This address has an account already.");
  const declined = await visitor.press(known, "Decline");
  expect([declined.status, declined.text.includes("This invitation was declined")]).toEqual([410, true]);
  expect((await open(visitor, "/invitation/nothing")).text).toContain("We do not know this link");
});

test("the only admin is told to name another one; with two, a member leaves and is signed out", async () => {
  const leave = await open(lotte, "/company/members/leave");
  expect(leave.text).toContain("First name another administrator");
  expect(leave.document.querySelector('main form[action="/company/members/leave"]')).toBeNull();
  const own = await open(lotte, "/company/members/mem_SEED0LOTTEMAES");
  const refused = await lotte.press(own, "Change role", { role: "user" });
  expect([refused.status, refused.text.includes("This is the only administrator.")]).toEqual([409, true]);
  const pieter = await signIn("per_SEED0PIETERDECLERCQ");
  const left = await pieter.press(await open(pieter, "/company/members/leave"), "Leave now");
  expect(new URL(left.url).pathname).toBe("/sign-in");
  expect((await open(lotte, "/company/members")).text).not.toContain("Pieter");
});

test("an admin makes a team, takes a member in and out, and ends it; a removed member is gone from it", async () => {
  const made = await lotte.press(await open(lotte, "/company/teams"), "Make a team", {
    name: "Syndic",
    sender_name: "Dienst Syndic",
    visibility: "team",
  });
  expect(made.text).toContain("The team was made.");
  const unknown = await lotte.press(made, "Add to the team", { email: "camille.dubois@canal.example" });
  expect(unknown.text).toContain("No member of this account has this address.");
  const added = await lotte.press(unknown, "Add to the team", { email: "Vera@veld.example" });
  expect(added.text).toContain("Vera Stevens");
  const twice = await lotte.press(await open(lotte, "/company/teams"), "Make a team", { name: "syndic" });
  expect([twice.status, twice.text.includes("Another team has this name.")]).toEqual([400, true]);
  const { id } = await owner()
    .selectFrom("member")
    .innerJoin("person", "person.id", "member.person_id")
    .select("member.id")
    .where("person.email", "=", "vera@veld.example")
    .executeTakeFirstOrThrow();
  const removed = await lotte.press(await open(lotte, `/company/members/${id}`), "Remove this member");
  expect(removed.text).toContain("The member was removed.");
  expect((await open(lotte, new URL(made.url).pathname)).text).toContain("Nobody is in this team yet.");
  const ended = await lotte.press(await open(lotte, new URL(made.url).pathname), "End this team");
  expect(ended.text).toContain("The team was ended.");
  expect(ended.text).not.toContain("Dienst Syndic");
});
