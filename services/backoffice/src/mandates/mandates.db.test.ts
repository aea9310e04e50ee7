import { sql } from "@posthorn/db";
import { MANDATE_CHECKS } from "@posthorn/domain";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerPage,
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "../start.test-support.ts";
import { type AppliedCompany, applyFor } from "./application.test-support.ts";

/** Real numbers of no company: only their check digits are right. */
const NUMBERS = Array.from({ length: 30 }, (_, index) => withCheck(`08765${String(index).padStart(3, "0")}`));
const CHECKED = Object.fromEntries(MANDATE_CHECKS.map((check) => [check, "on"]));

let bench: VerbBench;
let desk: RunningBackoffice;
let officer: StaffVisitor;
let auditor: StaffVisitor;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  officer = await enrolStaff(bench, desk, ["registration_officer"]);
  auditor = await enrolStaff(bench, desk, ["auditor"]);
  await officer.signIn();
  await auditor.signIn();
}, 60_000);
afterAll(async () => {
  await desk.close();
  await bench.close();
});

const owner = () => bench.context("owner").db;
const pathOf = ({ id }: Pick<AppliedCompany, "id">) => `/companies/${id}`;
const openAs = (who: StaffVisitor, company: AppliedCompany) => who.visitor.open(desk.url + pathOf(company));

function withCheck(eight: string): string {
  return eight + String(97 - (Number(eight) % 97)).padStart(2, "0");
}

function nextNumber(): string {
  return NUMBERS.shift() ?? "";
}

const apply = (given: Parameters<typeof applyFor>[1] = {}) =>
  applyFor(bench, { enterpriseNumber: nextNumber(), ...given });

async function accountOf({ accountId }: AppliedCompany) {
  return owner().selectFrom("account").selectAll().where("id", "=", accountId).executeTakeFirstOrThrow();
}

async function mailsTo({ personId }: AppliedCompany) {
  return owner()
    .selectFrom("person_errand")
    .select(["kind", "facts"])
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
}

async function logOf(subject: string) {
  return owner()
    .selectFrom("staff_log")
    .select(["act", "reason", "staff_id"])
    .where("subject", "=", subject)
    .where("act", "<>", "application_viewed")
    .orderBy("id")
    .execute();
}

async function seenAt({ id }: AppliedCompany): Promise<string> {
  const row = await owner()
    .selectFrom("company_application")
    .select("changed_at")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return String(row.changed_at.epochMilliseconds);
}

test("the queue shows who waits, the longest first, page by page, and what was decided apart", async () => {
  const start = Temporal.Instant.from("2026-09-01T10:00:00Z");
  const number = nextNumber();
  for (let index = 0; index < 52; index += 1)
    await applyFor(bench, {
      name: `Queue ${String(index).padStart(2, "0")}`,
      enterpriseNumber: number,
      submittedAt: start.add({ hours: index }),
      document: null,
    });
  await applyFor(bench, { name: "Still a draft", state: "draft" });
  const first = await officer.visitor.open(`${desk.url}/companies`);
  const names = (page: typeof first) =>
    Array.from(page.document.querySelectorAll("tbody th"), (cell) => cell.textContent);
  expect(names(first)).toEqual(
    Array.from({ length: 50 }, (_, index) => `Queue ${String(index).padStart(2, "0")}`),
  );
  expect(first.text).toContain("52 companies wait, the longest for");
  expect(first.text).not.toContain("Still a draft");
  const second = await officer.visitor.follow(first, "Next page");
  expect(names(second)).toEqual(["Queue 50", "Queue 51"]);
  const back = await officer.visitor.follow(second, "Previous page");
  expect(names(back)).toEqual(names(first));
  const decided = await officer.visitor.open(`${desk.url}/companies?state=refused`);
  expect(decided.text).toContain("No application was decided this way.");
  const broken = await officer.visitor.open(`${desk.url}/companies?cursor=f1`);
  expect(broken.status).toBe(400);
  await owner().updateTable("company_application").set({ state: "draft" }).execute();
});

test("an application shows all there is, and no private account is seen by this role", async () => {
  const company = await apply({ name: "Ooms & <b>Zonen</b>" });
  const page = await openAs(officer, company);
  for (const words of [
    "Ooms & <b>Zonen</b>",
    "The check digits are right.",
    "Grote Markt 1 / 2, 9000 Gent",
    "Sofie Ooms",
    "identity card, level: high, by Citizen CA",
    "Jef Ooms",
    "Bestuurder",
    "K7QM-4RTX",
    "signed.pdf",
    "No other application names this number.",
    "Nothing was decided yet.",
  ])
    expect(page.text).toContain(words);
  const { db } = bench.context("backoffice");
  expect(
    await db.selectFrom("account").select(["id", "kind"]).where("kind", "=", "private").execute(),
  ).toEqual([]);
  const people = await db.selectFrom("person").select("id").execute();
  expect(people.map(({ id }) => id)).toContain(company.personId);
  expect(people.map(({ id }) => id)).not.toContain("per_SEED0LOTTEMAES");
  await expect(
    sql`UPDATE account SET status = 'closed' WHERE id = ${company.accountId}`.execute(db),
  ).rejects.toThrow("staff approve");
});

test("approving takes every check; then the company may send, by the name in the register, and the applicant is told", async () => {
  const company = await apply();
  const page = await openAs(officer, company);
  const missing = await officer.visitor.press(page, "Approve the company", {
    number_in_register: "on",
    name: "Bakkerij Ooms NV",
  });
  // The visitor ticks nothing else: three checks are missing.
  expect(missing.status).toBe(400);
  expect(missing.document.querySelector<HTMLInputElement>("#name")?.value).toBe("Bakkerij Ooms NV");
  expect(missing.document.querySelector<HTMLInputElement>("#number_in_register")?.checked).toBe(true);
  expect(missing.document.querySelectorAll("#approve .err")).toHaveLength(3);
  expect(missing.document.querySelector("#error-summary")?.textContent).toContain(
    "The form carries the number above, is filled in alike, and is signed: Tick this",
  );
  expect((await accountOf(company)).status).toBe("applying");
  const done = await officer.visitor.press(missing, "Approve the company", CHECKED);
  expect(done.text).toContain("The company is approved.");
  expect(done.text).toContain("Name in evidenceBakkerij Ooms NV");
  const account = await accountOf(company);
  expect(account).toMatchObject({
    status: "active",
    name: "Bakkerij Ooms NV",
    vat_number: `BE${account.enterprise_number ?? ""}`,
    street: "Grote Markt",
    country: "BE",
    register_number_authorised_at: null,
  });
  expect(account.enterprise_verified_at).not.toBeNull();
  expect(await mailsTo(company)).toMatchObject([
    { kind: "application_approved", facts: { company: "Bakkerij Ooms NV" } },
  ]);
  expect(await logOf(company.id)).toEqual([
    { act: "application_approved", reason: MANDATE_CHECKS.join(" "), staff_id: officer.id },
  ]);
  const again = await officer.post(`${pathOf(company)}/refuse`, {
    refusal: "extract_old",
    seen_at: await seenAt(company),
  });
  expect(again.status).toBe(409);
  expect((await accountOf(company)).status).toBe("active");
});

test("refusing takes a reason, and words where it is another; the next round stands beside it", async () => {
  const company = await apply();
  const page = await openAs(officer, company);
  const none = await officer.visitor.press(page, "Refuse the company");
  expect(none.status).toBe(400);
  const mute = await officer.visitor.press(none, "Refuse the company", { refusal: "other", words: "  " });
  expect(mute.document.querySelector("#words-error")?.textContent).toContain("Fill this in.");
  expect(mute.document.querySelector<HTMLSelectElement>("#refusal")?.value).toBe("other");
  const words = "La deuxième page manque.";
  const done = await officer.visitor.press(mute, "Refuse the company", { refusal: "other", words });
  expect(done.text).toContain("The company is refused.");
  expect(done.text).toContain(words);
  expect(await mailsTo(company)).toMatchObject([
    { kind: "application_refused", facts: { reason: "other", words } },
  ]);
  await owner()
    .updateTable("company_application")
    .set({ state: "submitted", round: 2 })
    .where("id", "=", company.id)
    .execute();
  const second = await openAs(officer, company);
  expect(second.text).toContain("Round 1: refused, Bo Vermeulen");
  const approved = await officer.visitor.press(second, "Approve the company", CHECKED);
  expect(approved.text).toContain("Round 2: approved");
  const row = await owner()
    .selectFrom("company_application")
    .select(["state", "refusal_reason", "refusal_words"])
    .where("id", "=", company.id)
    .executeTakeFirst();
  expect(row).toEqual({ state: "approved", refusal_reason: null, refusal_words: null });
});

test("what was changed since the page was opened is not decided unseen", async () => {
  const company = await apply();
  const page = await openAs(officer, company);
  await owner()
    .updateTable("company_application")
    .set({ changed_at: Temporal.Now.instant().round("millisecond"), company_name: "Mended" })
    .where("id", "=", company.id)
    .execute();
  const told = await officer.visitor.press(page, "Approve the company", CHECKED);
  expect(told.status).toBe(409);
  expect(told.text).toContain("The application was changed since you opened this page.");
  expect((await accountOf(company)).status).toBe("applying");
});

test("what its holder has closed meanwhile is not decided", async () => {
  const company = await apply({ name: "Closed meanwhile" });
  const page = await openAs(officer, company);
  await owner()
    .updateTable("account")
    .set({ status: "closed" })
    .where("id", "=", company.accountId)
    .execute();
  for (const button of ["Approve the company", "Refuse the company"]) {
    const told = await officer.visitor.press(
      page,
      button,
      button.startsWith("A") ? CHECKED : { refusal: "extract_old" },
    );
    expect(told.status).toBe(409);
    expect(told.text).toContain("was closed by its holder");
  }
  expect((await accountOf(company)).status).toBe("closed");
  expect(await mailsTo(company)).toEqual([]);
});

test("of two applications for one number the second is told, and nothing of it is done", async () => {
  const enterpriseNumber = nextNumber();
  const first = await apply({ enterpriseNumber });
  const second = await apply({ enterpriseNumber, name: "Ooms again" });
  const page = await openAs(officer, first);
  expect(page.document.querySelector("#same-number")?.textContent).toContain("Ooms again");
  await officer.visitor.press(page, "Approve the company", CHECKED);
  const told = await officer.visitor.press(await openAs(officer, second), "Approve the company", CHECKED);
  expect(told.status).toBe(409);
  expect(told.text).toContain("Another account has this enterprise number already.");
  expect((await accountOf(second)).status).toBe("applying");
  expect(await mailsTo(second)).toEqual([]);
});

test("of two officers at the same instant one decides and the other is told", async () => {
  const other = await enrolStaff(bench, desk, ["registration_officer"]);
  await other.signIn();
  for (let round = 0; round < 3; round += 1) {
    const company = await apply();
    const seen = { seen_at: await seenAt(company) };
    const answers = await Promise.all([
      officer.post(`${pathOf(company)}/approve`, { ...CHECKED, name: "Ooms", ...seen }),
      other.post(`${pathOf(company)}/refuse`, { refusal: "extract_old", ...seen }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    expect(await mailsTo(company)).toHaveLength(1);
    expect(await logOf(company.id)).toHaveLength(1);
  }
});

test("when the passkey was shown too long ago the form asks for it, and nothing typed is lost", async () => {
  const late = await enrolStaff(bench, desk, ["registration_officer"]);
  await late.signIn();
  const company = await apply();
  const page = await openAs(late, company);
  await owner()
    .updateTable("staff_session")
    .set({ fresh_at: Temporal.Now.instant().subtract({ minutes: 11 }) })
    .where("staff_id", "=", late.id)
    .execute();
  const asked = await late.visitor.press(page, "Refuse the company", {
    refusal: "name_differs",
    words: "Le nom est « Ooms Frères ».",
  });
  expect(asked.status).toBe(403);
  expect(asked.text).toContain("Nothing was done yet");
  expect(asked.document.querySelector<HTMLTextAreaElement>("#words")?.value).toBe(
    "Le nom est « Ooms Frères ».",
  );
  const done = await answerPage(late, asked, { act: "get", action: "/refuse" });
  expect(done.text).toContain("The company is refused.");
  expect(done.text).toContain("Le nom est « Ooms Frères ».");
});

test("a document comes as a file under a policy that runs nothing, whatever it is called; each opening is written down", async () => {
  const document = Buffer.from("%PDF-1.7 <script>alert(1)</script>");
  const company = await apply({ document, documentName: 'x"\r\nSet-Cookie: a=b <img src=x>.pdf' });
  const page = await openAs(auditor, company);
  expect(page.document.querySelector("img")).toBeNull();
  for (const who of [officer, auditor]) {
    const answer = await who.visitor.fetch(`${desk.url}${pathOf(company)}/documents/${company.documentId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="x___Set-Cookie/);
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(answer.headers.getSetCookie().join()).not.toContain("a=b");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(document);
    expect(await logOf(`${company.id} ${company.documentId}`)).toContainEqual({
      act: "application_document_opened",
      reason: null,
      staff_id: who.id,
    });
  }
  const strange = await apply();
  const crossed = await officer.visitor.fetch(
    `${desk.url}${pathOf(strange)}/documents/${company.documentId}`,
  );
  expect(crossed.status).toBe(404);
});

test("the auditor reads and decides nothing", async () => {
  const company = await apply();
  const page = await openAs(auditor, company);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Only the registration desk decides.");
  expect(page.document.querySelector("form[action*='/companies/']")).toBeNull();
});

test("the use of national register numbers is given and ended with a reason, once each, and the company is told", async () => {
  const company = await apply();
  const waiting = await officer.post(`${pathOf(company)}/register-numbers`, {
    allowed: "yes",
    reason: "Royal decree of 3 May 2020",
  });
  expect(waiting.status).toBe(409);
  let page = await officer.visitor.press(await openAs(officer, company), "Approve the company", CHECKED);
  const short = await officer.visitor.press(page, "Authorise the company", { reason: "decree" });
  expect(short.status).toBe(400);
  expect(short.document.querySelector<HTMLTextAreaElement>("#reason")?.value).toBe("decree");
  page = await officer.visitor.press(short, "Authorise the company", {
    reason: "Royal decree of 3 May 2020",
  });
  expect(page.text).toContain("The company may use national register numbers.");
  expect((await accountOf(company)).register_number_authorised_at).not.toBeNull();
  const twice = await officer.post(`${pathOf(company)}/register-numbers`, {
    allowed: "yes",
    reason: "Royal decree of 3 May 2020",
  });
  expect(twice.status).toBe(409);
  page = await officer.visitor.press(page, "Withdraw the authorisation", { reason: "The decree has ended" });
  expect(page.text).toContain("This company may not use national register numbers.");
  expect((await accountOf(company)).register_number_authorised_at).toBeNull();
  const mails = await owner()
    .selectFrom("person_errand")
    .select("kind")
    .where("to_email", "=", "post@ooms.example")
    .orderBy("id")
    .execute();
  expect(mails.map(({ kind }) => kind)).toEqual([
    "register_numbers_authorised",
    "register_numbers_withdrawn",
  ]);
});

test("when an account ends its documents go at once, and with them who represented it and what staff wrote", async () => {
  const company = await apply();
  const page = await openAs(officer, company);
  await officer.visitor.press(page, "Refuse the company", {
    refusal: "other",
    words: "Jef Ooms is not known.",
  });
  const { rows } = await sql<{ blob: string }>`
    SELECT erase_application_documents(${company.accountId}) AS blob`.execute(owner());
  expect(rows).toHaveLength(1);
  const left = await sql<{ text: string }>`
    SELECT (to_jsonb(a)::text || coalesce((SELECT string_agg(to_jsonb(d)::text, '') FROM application_decision d
      WHERE d.account_id = a.account_id), '')) AS text
    FROM company_application a WHERE account_id = ${company.accountId}`.execute(owner());
  expect(left.rows[0]?.text).not.toMatch(/Jef|jef@|Bestuurder/);
  const gone = await officer.visitor.fetch(`${desk.url}${pathOf(company)}/documents/${company.documentId}`);
  expect(gone.status).toBe(404);
});
