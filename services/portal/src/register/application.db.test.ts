import { createVisitor, type Page, PEOPLE, type Visitor } from "@posthorn/testkit";
import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { registered, type RegistrationGround, startRegistration } from "./ground.test-support.ts";

let ground: RegistrationGround;
let count = 0;

beforeAll(async () => {
  ground = await startRegistration();
}, 60_000);
afterAll(() => ground.close());
beforeEach(() => ground.bench.context("owner").db.deleteFrom("rate_limit").execute());

const owner = () => ground.bench.context("owner").db;
const newEmail = () => `applicant.${(count += 1)}@company.example`;
const PAGE = "/company/application";
const SAVE = "Save and make the form";
const SUBMIT = "Submit the application";
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n", "latin1");
const LOCKED = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer << /Encrypt 2 0 R >>\n%%EOF\n",
  "latin1",
);
const FACTS = {
  company_name: "Drukkerij Van Hoof",
  enterprise_number: "0417.497.106",
  legal_form: "BV/SRL",
  vat_liable: "yes",
  street: "Kanaalstraat",
  number: "12",
  box: "3",
  postcode: "2300",
  town: "Turnhout",
  representative_name: "Jan Van Hoof",
  representative_function: "bestuurder",
  representative_email: "jan@vanhoof.example",
};

const open = (visitor: Visitor) => visitor.open(ground.portal.url + PAGE);

/** A company that was just registered, its page, and its applicant. */
async function applying(): Promise<{ visitor: Visitor; page: Page; email: string; accountId: string }> {
  const email = newEmail();
  const { visitor, page } = await registered(ground, email, "company");
  const { id } = await owner()
    .selectFrom("account")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return { visitor, page, email, accountId: id };
}

async function identify(email: string): Promise<void> {
  const at = Temporal.Now.instant().round("millisecond");
  await owner()
    .updateTable("person")
    .set({
      identified_method: "itsme",
      identified_level: "high",
      identified_issuer: "itsme",
      identified_at: at,
    })
    .where("email", "=", email)
    .execute();
}

async function upload(visitor: Visitor, kind: string, name: string, bytes: Uint8Array): Promise<Page> {
  const page = await open(visitor);
  const csrf = page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const form = new FormData();
  form.append("_csrf", csrf);
  form.append("kind", kind);
  form.append("file", new File([Uint8Array.from(bytes)], name));
  const answer = await visitor.fetch(`${ground.portal.url}${PAGE}/documents`, {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  if (answer.status === 303) return open(visitor);
  const parser = page.document.defaultView?.DOMParser;
  if (!parser) throw new Error("The page was closed.");
  const document = new parser().parseFromString(await answer.text(), "text/html");
  const text = document.body.textContent?.replaceAll(/\s+/gu, " ") ?? "";
  return { url: answer.url, status: answer.status, headers: answer.headers, document, text };
}

async function fileCount(accountId: string): Promise<number> {
  const rows = await owner()
    .selectFrom("application_document")
    .select("id")
    .where("account_id", "=", accountId)
    .where("removed_at", "is", null)
    .execute();
  return rows.length;
}

test("numbers that are no Belgian enterprise number, and names that are too long, are told apart and kept as typed", async () => {
  const { visitor, page, accountId } = await applying();
  const words = textsFor("en").registration.application;
  for (const [number, says] of [
    ["0403.019.262", "The digits do not fit together"],
    ["NL123456789B01", "a number of another country"],
    ["FR 40303265045", "a number of another country"],
    ["2.176.203.474", "the number of an establishment"],
    ["BE 12", "This is not a valid enterprise number"],
  ] as const) {
    const wrong = await visitor.press(page, SAVE, { ...FACTS, enterprise_number: number });
    expect(wrong.status).toBe(400);
    expect(wrong.document.getElementById("enterprise_number-error")?.textContent).toContain(says);
    expect(wrong.document.querySelector<HTMLInputElement>("#enterprise_number")?.value).toBe(number);
  }
  const name = "Maatschappij ".repeat(16).trim();
  const long = await visitor.press(page, SAVE, { ...FACTS, company_name: name, postcode: "99" });
  expect(long.text).toContain("Use at most 150 characters.");
  expect(long.document.getElementById("postcode-error")).not.toBeNull();
  expect(long.text).toContain(words.form.later);
  const row = await owner()
    .selectFrom("company_application")
    .select(["company_name", "form_number"])
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ company_name: null, form_number: null });
});

test("from filling in to submitting, refused, mended and submitted again; nothing can be sent meanwhile", async () => {
  const { visitor, page, email, accountId } = await applying();
  const words = textsFor("en").registration.application;
  expect(page.text).toContain(words.identity.missing);
  const bare = await visitor.press(page, SUBMIT);
  expect(bare.status).toBe(400);
  for (const says of [
    "Show who you are first",
    "Fill in everything about the company",
    "Add the signed form",
    "Add an extract",
    "You can go on only if you agree",
  ])
    expect(bare.text).toContain(says);

  const kept = await visitor.press(page, SAVE, FACTS);
  expect(kept.text).toContain("BE0417497106");
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(kept.text)?.[0] ?? "";
  const same = await visitor.press(kept, SAVE);
  expect(same.text).toContain(number);
  const form = await visitor.fetch(`${ground.portal.url}${PAGE}/form.pdf`);
  expect(form.headers.get("content-disposition")).toContain(number);
  const pdf = Buffer.from(await form.arrayBuffer());
  expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");

  await upload(visitor, "approval_form", "signed.pdf", pdf);
  const extract = await upload(visitor, "kbo_extract", "extract.pdf", PDF);
  expect(extract.text).toContain("extract.pdf");
  const gone = await visitor.press(extract, /Remove extract\.pdf/);
  expect(gone.text).not.toContain("extract.pdf");
  await upload(visitor, "kbo_extract", "kbo.png.pdf", PDF);
  expect(await fileCount(accountId)).toBe(2);

  await identify(email);
  const overview = await visitor.open(ground.portal.url);
  expect(overview.text).toContain("Nothing can be sent for this company yet");
  const ready = await open(visitor);
  expect(ready.text).toContain(words.identity.done);
  const submitted = await visitor.press(ready, SUBMIT, { processor_agreement: "on" });
  expect(submitted.text).toContain("We received it on");
  expect(submitted.document.querySelector("form[enctype]")).toBeNull();
  const late = await visitor.press(ready, SUBMIT, { processor_agreement: "on" });
  expect(late.status).toBe(409);
  expect((await visitor.press(ready, SAVE, FACTS)).status).toBe(409);
  const [mail] = await ground.mails();
  expect(mail).toMatchObject({ kind: "application_received", to: email });
  const agreed = await owner()
    .selectFrom("policy_acceptance")
    .select("policy")
    .where("account_id", "=", accountId)
    .execute();
  expect(agreed).toEqual([{ policy: "processor-agreement" }]);

  await owner()
    .updateTable("company_application")
    .set({ state: "refused", refusal_reason: "name_differs", refusal_words: "It reads Van Hoof & Zonen." })
    .where("account_id", "=", accountId)
    .execute();
  const refused = await open(visitor);
  expect(refused.text).toContain(words.refusals.name_differs);
  expect(refused.text).toContain("It reads Van Hoof & Zonen.");
  const mended = await visitor.press(refused, SAVE, { company_name: "Van Hoof & Zonen" });
  expect(mended.text).toContain(words.documents.outdated);
  const unsigned = await visitor.press(mended, SUBMIT, { processor_agreement: "on" });
  expect(unsigned.text).toContain("The company was changed after the form was signed");
  await upload(visitor, "approval_form", "signed-again.pdf", PDF);
  const again = await visitor.press(await open(visitor), SUBMIT, { processor_agreement: "on" });
  expect(again.text).toContain("We received it on");
  const row = await owner()
    .selectFrom("company_application")
    .select(["state", "round"])
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ state: "submitted", round: 2 });
});

test("documents: other kinds, programs, with a password, too large, none, too many; the desk alone opens what was taken", async () => {
  const { visitor, accountId } = await applying();
  for (const [name, bytes, says] of [
    ["notes.txt", Buffer.from("Dear staff"), "Only PDF, PNG and JPEG are taken."],
    ["form.pdf", Buffer.from(`MZ${"\0".repeat(100)}`), ""],
    ["form.pdf", LOCKED, "protected by a password"],
    ["form.pdf", Buffer.concat([PDF, Buffer.alloc(10_000_000)]), "larger than 10 MB"],
  ] as const) {
    const page = await upload(visitor, "approval_form", name, bytes);
    expect(page.status).toBe(400);
    expect(page.document.getElementById("approval_form-error")?.textContent ?? "").toContain(says);
  }
  const none = await upload(visitor, "kbo_extract", "", Buffer.alloc(0));
  expect(none.document.getElementById("kbo_extract-error")?.textContent).toContain("Choose a file first.");
  const stranger = await upload(visitor, "passport", "form.pdf", PDF);
  expect(stranger.status).toBe(400);
  expect(await fileCount(accountId)).toBe(0);
  for (let documents = 0; documents < 8; documents += 1)
    await upload(visitor, "other", `proxy-${documents}.pdf`, PDF);
  const ninth = await upload(visitor, "other", "proxy.pdf", PDF);
  expect(ninth.text).toContain("eight documents already");
  const row = await owner()
    .selectFrom("application_document")
    .selectAll()
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  const key = ground.openWrap(row.wrapped_key, `application_document/${row.id}`);
  const opened = await ground.bench.content.open(row.blob_id, key);
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.stream()) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(PDF)).toBe(true);
  expect(() => ground.openWrap(row.wrapped_key, "application_document/apd_other")).toThrow();
});

test("a number that is verified for another account is told to identified people alone", async () => {
  const seeded = await owner()
    .selectFrom("account")
    .select("enterprise_number")
    .where("id", "=", "acc_SEED0VANDEWALLE")
    .executeTakeFirstOrThrow();
  await owner()
    .updateTable("account")
    .set({ enterprise_verified_at: Temporal.Now.instant().round("millisecond") })
    .where("id", "=", "acc_SEED0VANDEWALLE")
    .execute();
  const { visitor, page, email } = await applying();
  const facts = { ...FACTS, enterprise_number: seeded.enterprise_number ?? "" };
  const unknown = await visitor.press(page, SAVE, facts);
  expect(unknown.status).toBe(200);
  await identify(email);
  const told = await visitor.press(await open(visitor), SAVE, facts);
  expect(told.status).toBe(400);
  expect(told.text).toContain("This company has an account already");
  const submitted = await visitor.press(await open(visitor), SUBMIT, { processor_agreement: "on" });
  expect(submitted.text).toContain("This company has an account already");
});

test("of two submissions at once one counts", async () => {
  const { visitor, page, email } = await applying();
  await visitor.press(page, SAVE, FACTS);
  await upload(visitor, "approval_form", "signed.pdf", PDF);
  await upload(visitor, "kbo_extract", "extract.pdf", PDF);
  await identify(email);
  const ready = await open(visitor);
  const press = () => visitor.press(ready, SUBMIT, { processor_agreement: "on" });
  const statuses = (await Promise.all([press(), press()])).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  const mails = (await ground.mails()).filter(({ to }) => to === email);
  expect(mails.map(({ kind }) => kind)).toEqual(["application_received"]);
});

test("a user of the account, and another account, see nothing of it", async () => {
  const { visitor, accountId } = await applying();
  const form = await upload(visitor, "other", "proxy.pdf", PDF);
  const path = form.document.querySelector('form[action$="/remove"]')?.getAttribute("action") ?? "";
  const stranger = await applying();
  const csrf = (page: Page) =>
    page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  const remove = (by: Visitor, page: Page) =>
    by.fetch(ground.portal.url + path, {
      method: "POST",
      body: new URLSearchParams({ _csrf: csrf(page) }),
      redirect: "manual",
    });
  expect((await remove(stranger.visitor, stranger.page)).status).toBe(404);
  expect(await fileCount(accountId)).toBe(1);
  await owner().updateTable("member").set({ role: "user" }).where("account_id", "=", accountId).execute();
  expect((await open(visitor)).status).toBe(403);
  expect((await remove(visitor, form)).status).toBe(403);
  const overview = await visitor.open(ground.portal.url);
  expect(overview.text).toContain("Nothing can be sent for this company yet");
  expect(overview.document.querySelector(`a[href="${PAGE}"]`)).toBeNull();
  const lotte = PEOPLE.find(({ id }) => id === "per_SEED0LOTTEMAES");
  const other = createVisitor({ language: "en" });
  const signIn = await other.open(`${ground.portal.url}/sign-in?lang=en`);
  await other.press(signIn, "Sign in", { email: lotte?.email ?? "", password: lotte?.password ?? "" });
  expect((await other.open(ground.portal.url + PAGE)).status).toBe(404);
});

test("in every language the page has its words", async () => {
  const { visitor } = await applying();
  for (const language of LANGUAGES) {
    const words = textsFor(language).registration.application;
    const page = await visitor.open(`${ground.portal.url}${PAGE}?lang=${language}`);
    expect(page.document.documentElement.lang).toBe(language);
    for (const said of [words.title, words.company.title, words.form.title, words.documents.title])
      expect(page.text).toContain(said);
  }
});
