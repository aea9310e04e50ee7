import { createHash } from "node:crypto";
import { LANGUAGES } from "@posthorn/domain";
import { createVisitor } from "@posthorn/testkit";
import { policyText, textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import {
  askFor,
  filled,
  GOOD_PASSWORD,
  openForm,
  registered,
  type RegistrationGround,
  startRegistration,
} from "./ground.test-support.ts";

let ground: RegistrationGround;
let count = 0;

beforeAll(async () => {
  ground = await startRegistration();
}, 60_000);
afterAll(() => ground.close());
beforeEach(() => ground.bench.context("owner").db.deleteFrom("rate_limit").execute());

const newEmail = () => `griet.${(count += 1)}@post.example`;
const owner = () => ground.bench.context("owner").db;
const LOTTE = "lotte.maes@vandewalle.example";

test("a form with errors says each beside its field and keeps what was typed", async () => {
  const { visitor, page } = await openForm(ground, "private");
  const empty = await visitor.press(page, "Send me the link");
  expect(empty.status).toBe(400);
  for (const field of ["first_names", "family_name", "email", "street", "accept_terms", "accept_privacy"])
    expect(empty.document.getElementById(`${field}-error`), field).not.toBeNull();
  const long = "Maximiliaan ".repeat(17).trim();
  const wrong = await visitor.press(page, "Send me the link", {
    ...filled("griet@"),
    first_names: long,
    postcode: "123",
  });
  expect(wrong.text).toContain("Use at most 100 characters.");
  expect(wrong.text).toContain("A Belgian postcode has four digits");
  expect(wrong.document.querySelector<HTMLInputElement>("#first_names")?.value).toBe(long);
  expect(wrong.document.querySelector<HTMLInputElement>("#accept_terms")?.checked).toBe(true);
  const chooser = await visitor.open(`${ground.portal.url}/register?kind=nobody`);
  expect(chooser.status).toBe(400);
  expect(await ground.mails()).toEqual([]);
});

test("the page after it is the same for an address that is known, only the mails differ; nobody's mailbox is flooded", async () => {
  const email = newEmail();
  const pages: string[] = [];
  for (const address of [email, LOTTE, LOTTE.toUpperCase(), LOTTE, LOTTE]) {
    const { visitor, page } = await openForm(ground, "private");
    const sent = await visitor.press(page, "Send me the link", filled(address));
    expect(new URL(sent.url).pathname).toBe("/register/sent");
    pages.push(sent.text);
  }
  expect(new Set(pages).size).toBe(1);
  const mails = await ground.mails();
  expect(mails.map(({ to, kind, url }) => [to, kind, url !== undefined])).toEqual([
    [email, "registration_link", true],
    [LOTTE, "registration_known", false],
    [LOTTE, "registration_known", false],
    [LOTTE, "registration_known", false],
  ]);
  const rows = await owner().selectFrom("registration").selectAll().where("email", "=", LOTTE).execute();
  expect(rows.every(({ form, person_id: id }) => form === null && id !== null)).toBe(true);
});

test("a link shows what will be made and changes nothing until its button is pressed, which makes all of it", async () => {
  const email = newEmail();
  const { visitor, page: form } = await openForm(ground, "private");
  await visitor.press(form, "Send me the link", {
    ...filled(email),
    country: "NL",
    postcode: "1012 AB",
    accept_electronic_delivery: "on",
  });
  const link = (await ground.mails())[0]?.url ?? "";
  await visitor.open(link);
  const page = await visitor.open(link);
  expect(page.text).toContain("Kerkstraat 7, 1012 AB Gent (NL)");
  expect(page.text).toContain("Consent to electronic registered mail, version 1");
  expect(await owner().selectFrom("person").select("id").where("email", "=", email).execute()).toEqual([]);
  const weak = await visitor.press(page, "Make the account", { next: "Vermeulen1", again: "Vermeulen1" });
  expect(weak.status).toBe(400);
  const differs = await visitor.press(page, "Make the account", { next: GOOD_PASSWORD, again: "other" });
  expect(differs.document.getElementById("again-error")).not.toBeNull();
  const typed = { next: GOOD_PASSWORD, again: GOOD_PASSWORD };
  const made = await visitor.press(page, "Make the account", typed);
  expect(made.status).toBe(200);
  expect(new URL(made.url).pathname).toBe("/identify");
  const person = await owner()
    .selectFrom("person")
    .selectAll()
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  expect(person).toMatchObject({ first_names: "Griet", identified_at: null });
  expect(person.email_verified_at).not.toBeNull();
  const account = await owner()
    .selectFrom("member")
    .innerJoin("account", "account.id", "member.account_id")
    .innerJoin("account_credit", "account_credit.account_id", "account.id")
    .select(["kind", "status", "role", "country", "postcode", "balance", "account.name", "public_id"])
    .where("member.person_id", "=", person.id)
    .execute();
  expect(account).toMatchObject([
    {
      kind: "private",
      status: "active",
      role: "admin",
      country: "NL",
      postcode: "1012 AB",
      balance: 0,
      name: "Griet Vermeulen",
    },
  ]);
  const accepted = await owner()
    .selectFrom("policy_acceptance")
    .selectAll()
    .where("person_id", "=", person.id)
    .orderBy("policy")
    .execute();
  expect(accepted.map(({ policy }) => policy)).toEqual(["electronic-delivery", "privacy", "terms"]);
  for (const { policy, version, language, sha256 } of accepted) {
    const text = policyText(language as "en", policy, version) ?? "";
    expect(sha256).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  }
  // The link, and the form with all that was typed, are used up.
  const again = await visitor.open(link);
  expect(again.status).toBe(409);
  expect(again.text).toContain("This link was used already");
  const kept = await owner()
    .selectFrom("registration")
    .innerJoin("person", "person.id", "registration.person_id")
    .select(["registration.form", "person.email"])
    .where("registration.email", "=", email)
    .executeTakeFirstOrThrow();
  expect(kept).toEqual({ form: null, email });
});

test("of two browsers at once one makes the account", async () => {
  const email = newEmail();
  const { visitor, link, page } = await askFor(ground, email);
  const other = createVisitor({ language: "en" });
  const typed = { next: GOOD_PASSWORD, again: GOOD_PASSWORD };
  const otherPage = await other.open(link);
  const made = await Promise.all([
    visitor.press(page, "Make the account", typed),
    other.press(otherPage, "Make the account", typed),
  ]);
  expect(made.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const people = await owner().selectFrom("person").select("id").where("email", "=", email).execute();
  expect(people).toHaveLength(1);
});

test("links that are too old, unknown, or whose address got an account meanwhile say what can be done", async () => {
  const email = newEmail();
  const first = await askFor(ground, email);
  const second = await askFor(ground, email);
  const typed = { next: GOOD_PASSWORD, again: GOOD_PASSWORD };
  await first.visitor.press(first.page, "Make the account", typed);
  const taken = await second.visitor.press(second.page, "Make the account", typed);
  expect(taken.status).toBe(409);
  expect(taken.text).toContain("This address has an account already");
  const late = await askFor(ground, newEmail());
  ground.wait({ hours: 25 });
  const expired = await late.visitor.press(late.page, "Make the account", typed);
  ground.wait({ hours: -25 });
  expect(expired.status).toBe(409);
  expect(expired.text).toContain("This link is too old");
  const unknown = await late.visitor.open(`${ground.portal.url}/register/confirm/nothing`);
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain("This link opens nothing");
});

test("words that were not in force are not agreed to", async () => {
  const { visitor, page } = await openForm(ground, "private");
  const old = await visitor.press(page, "Send me the link", {
    ...filled(newEmail()),
    words: "terms/0/en privacy/1/en electronic-delivery/1/en",
  });
  expect(old.status).toBe(400);
  expect(old.document.getElementById("accept_terms-error")).not.toBeNull();
});

test("one network address asks for so many and no more", async () => {
  const { visitor, page } = await openForm(ground, "private");
  const statuses: number[] = [];
  for (let tries = 0; tries < TRY_LIMITS.register.tries + 1; tries += 1) {
    const { status } = await visitor.press(page, "Send me the link", filled(newEmail()));
    statuses.push(status);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(TRY_LIMITS.register.tries);
  expect(statuses.at(-1)).toBe(429);
});

test("in every language every page has its words and one heading", async () => {
  for (const language of LANGUAGES) {
    const visitor = createVisitor({ language });
    const words = textsFor(language).registration;
    for (const [path, title] of [
      ["/register", words.title],
      ["/register?kind=private", words.title],
      ["/register?kind=company", words.title],
      ["/register/sent", words.sent.title],
      ["/register/confirm/nothing", words.link.unknown.title],
    ] as const) {
      const page = await visitor.open(`${ground.portal.url}${path}`);
      expect(page.document.documentElement.lang).toBe(language);
      expect(Array.from(page.document.querySelectorAll("h1"), (h1) => h1.textContent)).toEqual([title]);
    }
    const signIn = await visitor.open(`${ground.portal.url}/sign-in`);
    expect(signIn.document.querySelector('a[href="/register"]')?.textContent).toBe(words.menu);
  }
});

test("whoever is signed in registers a company beside his account, three at most", async () => {
  const { visitor } = await registered(ground, newEmail());
  const start = await visitor.open(`${ground.portal.url}/register`);
  expect(new URL(start.url).pathname).toBe("/register/company");
  for (let companies = 0; companies < 3; companies += 1) {
    const page = await visitor.press(
      await visitor.open(`${ground.portal.url}/register/company`),
      "Begin the application",
    );
    expect(new URL(page.url).pathname).toBe("/company/application");
    expect(page.text).toContain("Company that applies");
  }
  const fourth = await visitor.press(
    await visitor.open(`${ground.portal.url}/register/company`),
    "Begin the application",
  );
  expect(fourth.status).toBe(409);
  expect(fourth.text).toContain("three applications open");
});
