import { sql } from "@posthorn/db";
import { LANGUAGES } from "@posthorn/domain";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "../start.test-support.ts";
import { plantRegisters } from "./registers.test-support.ts";

let bench: VerbBench;
let desk: RunningBackoffice;
let officer: StaffVisitor;
let auditor: StaffVisitor;
let ids: Awaited<ReturnType<typeof plantRegisters>>;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  officer = await enrolStaff(bench, desk, ["privacy_officer"]);
  auditor = await enrolStaff(bench, desk, ["auditor"]);
  for (const who of [officer, auditor]) await who.signIn();
  ids = await plantRegisters(bench, officer.id);
}, 60_000);
afterAll(async () => {
  await desk.close();
  await bench.close();
});

const open = (path: string, who = officer) => who.visitor.open(desk.url + path);

test("a subprocessor is entered with all that is asked, and what is wrong stands beside its field with what was typed", async () => {
  const page = await open("/privacy/enter-subprocessor");
  const wrong = await officer.visitor.press(page, "Enter and tell account holders", {
    name: "Sms House",
    country: "US",
    hosts: "not a host",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.document.querySelector<HTMLInputElement>("#name")?.value).toBe("Sms House");
  for (const words of ["Fill this in.", "is not a host name", "Make a choice."])
    expect(wrong.text).toContain(words);
  const answer = await officer.post("/privacy/enter-subprocessor", {
    name: "Sms House",
    address: "1 Main Street, Austin",
    country: "US",
    parent_name: "Sms House",
    parent_country: "US",
    terms_url: "https://smshouse.example.com/dpa",
    hosts: "api.smshouse.com",
    roles: "sms",
    effective_on: "2999-01-01",
    override: "",
    "purpose.nl": "Sms",
    "purpose.fr": "SMS",
    "purpose.de": "SMS",
    "purpose.en": "Texts",
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("outside the European Economic Area");
});

test("who is outside says so, with the reason, and is ended once", async () => {
  const page = await open(`/privacy/subprocessors/${ids.subprocessor}`);
  expect(page.text).toContain("Relay Inc., United States");
  expect(page.text).toContain("Assessed on 3 November 2026");
  const early = await officer.visitor.press(page, "Enter the last day", { ended_on: "2026-01-01" });
  expect(early.status).toBe(400);
  const ended = await officer.visitor.press(page, "Enter the last day", { ended_on: "2999-06-30" });
  expect(ended.text).toContain("The last day is entered.");
  const twice = await officer.visitor.press(page, "Enter the last day", { ended_on: "2999-07-30" });
  expect(twice.status).toBe(409);
  expect((await open("/privacy/subprocessors/sub_0")).status).toBe(404);
});

test("an overdue duty is loud; duties are settled, senders told in all languages, and the entry closed", async () => {
  const path = `/privacy/breaches/${ids.breach}`;
  const list = await open("/privacy/breaches");
  expect(list.document.querySelector('[role="alert"]')?.textContent).toContain("overdue");
  const page = await open(path);
  expect(page.document.querySelectorAll("#duties tbody tr")).toHaveLength(7);
  expect(page.text).toContain("Tuesday 6 January 2026 at 14.05");
  // Red is what nobody can call back, and one act of the page stands out.
  const buttons = (kind: string) =>
    [...page.document.querySelectorAll(`main button.${kind}`)].map((button) => button.textContent?.trim());
  expect(buttons("seal")).toEqual(["Tell the senders now"]);
  expect(buttons("primary")).toEqual(["Settle it"]);
  const unready = await officer.visitor.press(page, "Tell the senders now");
  expect(unready.status).toBe(400);
  expect(unready.document.querySelector('#error-summary a[href="#words.fr"]')).not.toBeNull();
  const written = await officer.visitor.press(unready, "Save the changes", {
    "words.fr": "Un disque a été perdu.",
    "words.de": "Eine Platte ging verloren.",
    "words.en": "A disk was lost.",
  });
  expect(written.text).toContain("Saved.");
  const stale = await officer.visitor.press(page, "Save the changes", { facts: "Another story altogether." });
  expect(stale.status).toBe(409);
  expect(stale.document.querySelector("#facts")).not.toBeNull();
  const told = await officer.visitor.press(written, "Tell the senders now");
  expect(told.text).toContain("Senders are being told.");
  const short = await officer.visitor.press(told, "Settle it", { duty: "gba", words: "x" });
  expect(short.status).toBe(400);
  for (const duty of ["supervisory", "persons", "nis2_early", "gba", "nis2_notification", "nis2_final"]) {
    const answer = await officer.post(`${path}/settle`, { duty, outcome: "done", words: "Reference 2026/1" });
    expect(answer.status).toBe(303);
  }
  expect(
    (await officer.post(`${path}/settle`, { duty: "gba", outcome: "done", words: "Again" })).status,
  ).toBe(409);
  expect((await officer.post(`${path}/settle`, { duty: "x", outcome: "done", words: "Again" })).status).toBe(
    404,
  );
  const ready = await open(path);
  const closed = await officer.visitor.press(ready, "Close the entry", {
    report: "A courier lost it; replaced.",
  });
  expect(closed.text).toContain("The entry is closed.");
  expect((await officer.post(`${path}/release`)).status).toBe(409);
});

test.each(LANGUAGES)(
  "drafts in %s say whom they go to, and those concerned do not read our own notes",
  async (language) => {
    const words = textsFor(language).registers.breaches;
    const draft = async (duty: string) =>
      (
        await officer.visitor.fetch(`${desk.url}/privacy/breaches/${ids.breach}/drafts/${duty}/${language}`)
      ).text();
    const toAuthority = await draft("gba");
    expect(toAuthority).toContain(words.notice.to.gba);
    expect(toAuthority).toContain("A disk with drafts was lost");
    const toPersons = await draft("persons");
    expect(toPersons).toContain(words.notice.complaint);
    expect(toPersons).not.toContain("A disk with drafts was lost");
    expect(toPersons).toContain("dpo@posthorn.example");
  },
);

test("there are drafts of known duties and languages alone", async () => {
  for (const path of ["x/nl", "gba/xx"])
    expect((await open(`/privacy/breaches/${ids.breach}/drafts/${path}`)).status).toBe(404);
});

test("a disclosure is entered, told when it may be, closed; the file has a line for each and no formula", async () => {
  const page = await open("/privacy/enter-disclosure");
  const wrong = await officer.visitor.press(page, "Enter it", { subjects: "somebody" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("is not the id of a delivery");
  const answer = await officer.post("/privacy/enter-disclosure", {
    authority: "=HYPERLINK(1)",
    legal_basis: "Law",
    reference: "R1",
    given: "The log of use of November.",
    given_on: "2026-01-05",
    subjects: "acc_1",
    telling: "yes",
    tell_from: "",
    telling_words: "",
  });
  const path = new URL(answer.headers.get("location") ?? "", desk.url).pathname;
  const told = await officer.visitor.press(await open(path), "Those concerned were told today");
  expect(told.text).toContain("Noted.");
  expect((await officer.post(`${path}/told`)).status).toBe(409);
  const closed = await officer.visitor.press(told, "Close the entry");
  expect(closed.text).toContain("The entry is closed.");
  expect((await officer.post(`/privacy/disclosures/${ids.disclosure}/told`)).status).toBe(409);
  const file = await (await auditor.visitor.fetch(`${desk.url}/privacy/disclosures.csv`)).text();
  expect(file.trim().split("\r\n")).toHaveLength(3);
  expect(file).not.toMatch(/(^|,|")=HYPERLINK/m);
});

test("the auditor reads all of it and finds nothing to press", async () => {
  for (const path of [
    "/privacy/enter-subprocessor",
    `/privacy/subprocessors/${ids.subprocessor}`,
    "/privacy/enter-breach",
    `/privacy/breaches/${ids.breach}`,
    "/privacy/enter-disclosure",
    `/privacy/disclosures/${ids.disclosure}`,
  ]) {
    const page = await open(path, auditor);
    expect(page.status).toBe(200);
    expect(page.document.querySelectorAll(`main form[action^="/privacy/"]`)).toHaveLength(0);
  }
});

test("the auditor finds who looked at whose data by its id", async () => {
  const page = await open(`/log?subject=${ids.disclosure}`, auditor);
  const rows = [...page.document.querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.includes(ids.disclosure))).toBe(true);
  expect((await open("/log?subject=dlv_0", auditor)).document.querySelectorAll("tbody tr")).toHaveLength(0);
});

test("the register of consents goes on by cursor, is looked through by address or account, and saved", async () => {
  const owner = bench.context("owner").db;
  await sql`INSERT INTO policy_acceptance (id, person_id, account_id, policy, version, language, sha256, accepted_at, withdrawn_at)
    SELECT 'pac_LIST' || lpad(n::text, 3, '0'), 'per_SEED0LOTTEMAES', NULL, 'electronic-delivery', '1', 'nl', repeat('a', 64),
      '2026-01-05T13:05:00Z'::timestamptz, CASE WHEN n = 1 THEN '2026-01-06T13:05:00Z'::timestamptz END FROM generate_series(1, 60) n`.execute(
    owner,
  );
  await sql`INSERT INTO addressee_consent (id, account_id, email, name, sort_name, basis, stated_on, source, recorded_at)
    VALUES ('cns_LIST', ${TEST_SENDER.accountId}, 'Sofie@Consents.example', '=Ooms', 'ooms', 'clause', '2026-01-05', 'sender', clock.now())`.execute(
    owner,
  );
  const { email } = await owner
    .selectFrom("person")
    .select("email")
    .where("id", "=", "per_SEED0LOTTEMAES")
    .executeTakeFirstOrThrow();
  const rows = (page: { readonly document: Document }) => page.document.querySelectorAll("tbody tr").length;
  const list = await open("/privacy/consents", auditor);
  expect(rows(list)).toBe(50);
  expect(list.text).not.toContain("Sofie@Consents.example");
  const rest = await auditor.visitor.follow(list, /Next page/);
  const back = await auditor.visitor.follow(rest, /Previous page/);
  expect(back.document.querySelector("tbody")?.textContent).toBe(
    list.document.querySelector("tbody")?.textContent,
  );
  const his = await open(`/privacy/consents?of=${encodeURIComponent(email.toUpperCase())}`);
  expect(his.text).toContain("Consent to electronic registered mail");
  const addressee = await open("/privacy/consents?of=sofie%40consents.example");
  expect(rows(addressee)).toBe(1);
  expect(addressee.text).toContain("Registered mail from this sender");
  // As people write it, and not as mail servers do.
  await sql`INSERT INTO addressee_consent (id, account_id, email, name, sort_name, basis, stated_on, source, recorded_at)
    VALUES ('cns_LIST2', ${TEST_SENDER.accountId}, 'ooms@bücher.example', 'Ooms', 'ooms', 'clause', '2026-01-05', 'sender', clock.now())`.execute(
    owner,
  );
  const written = await open(`/privacy/consents?of=${encodeURIComponent("Ooms@Bücher.example")}`);
  expect(rows(written)).toBe(1);
  const account = await open(`/privacy/consents?of=${TEST_SENDER.accountId}`);
  expect(account.text).toContain("Sofie@Consents.example");
  expect((await open("/privacy/consents?of=somebody")).status).toBe(400);
  expect((await open("/privacy/consents?of=nobody%40consents.example")).text).toContain("No consent of this");
  const save = async (query: string) =>
    (await (await auditor.visitor.fetch(`${desk.url}/privacy/consents.csv${query}`)).text()).trim();
  const whole = await save("");
  expect(whole.split("\r\n").length).toBeGreaterThanOrEqual(61);
  expect(whole).toContain("2026-01-06T13:05:00Z");
  expect(whole).not.toContain("Consents.example");
  const one = await save("?of=sofie%40consents.example");
  expect(one.split("\r\n")).toHaveLength(2);
  expect(one).not.toMatch(/(^|,)"=/m);
  const looks = await sql<{ act: string; subject: string | null }>`
    SELECT act, subject FROM staff_log WHERE act IN ('consents_listed', 'consents_exported') ORDER BY id`.execute(
    owner,
  );
  expect(looks.rows.map(({ act, subject }) => [act.replace("consents_", ""), subject])).toEqual([
    ["listed", null],
    ["listed", null],
    ["listed", null],
    ["listed", "email"],
    ["listed", "email"],
    ["listed", "email"],
    ["listed", TEST_SENDER.accountId],
    ["listed", "email"],
    ["exported", null],
    ["exported", "email"],
  ]);
});

test("the officer finds any account, says why, and saves its compliance pack", async () => {
  const owner = bench.context("owner").db;
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    SELECT a.id, a.name, p.email FROM account a JOIN member m ON m.account_id = a.id JOIN person p ON p.id = m.person_id
    WHERE a.kind = 'private' AND a.status = 'active' LIMIT 1`.execute(owner);
  const account = rows[0] ?? { id: "", name: "", email: "" };
  for (const q of [account.id, account.name.toUpperCase(), account.email]) {
    const found = await open(`/privacy/compliance?q=${encodeURIComponent(q)}`);
    expect(found.document.querySelector(`input[value="${account.id}"]`)).not.toBeNull();
  }
  expect((await open("/privacy/compliance?q=")).status).toBe(400);
  expect((await open("/privacy/compliance?q=Nobody+at+all")).text).toContain("No account found");
  const found = await open(`/privacy/compliance?q=${account.id}`);
  const silent = await officer.visitor.press(found, "Save the pack", { reason: "x" });
  expect(silent.status).toBe(400);
  expect(silent.document.querySelector(`input[value="${account.id}"]`)).not.toBeNull();
  const reason = "Audit by the customer, letter of 3 November";
  const save = (id: string, who = officer) => who.post("/privacy/compliance", { q: id, account: id, reason });
  const answer = await save(account.id);
  expect(answer.headers.get("content-disposition")).toContain(`compliance-pack-${account.id}-`);
  const zip = Buffer.from(await answer.arrayBuffer());
  expect(zip.subarray(0, 2).toString()).toBe("PK");
  for (const name of ["01-processor-agreement.txt", "02-subprocessors.csv", "05-record-of-processing.txt"])
    expect(zip.includes(name)).toBe(true);
  expect((await save("acc_0")).status).toBe(409);
  expect((await save(account.id, auditor)).status).toBe(403);
  const saved = await owner
    .selectFrom("staff_log")
    .select(["staff_id", "subject", "reason"])
    .where("act", "=", "compliance_pack_saved")
    .execute();
  expect(saved).toEqual([{ staff_id: officer.id, subject: account.id, reason }]);
  const looks = await owner
    .selectFrom("staff_log")
    .select("subject")
    .distinct()
    .where("act", "=", "accounts_looked_up")
    .execute();
  expect(looks.map(({ subject }) => String(subject)).toSorted()).toEqual(["email", "id", "name"]);
});

test("a form whose freshness ran out keeps what was typed and asks for the passkey", async () => {
  await bench
    .context("owner")
    .db.updateTable("staff_session")
    .set({ fresh_at: Temporal.Instant.from("2026-01-01T00:00:00Z") })
    .execute();
  const answer = await officer.post("/privacy/enter-breach", { facts: "Typed for nothing?" });
  expect(answer.status).toBe(403);
  const page = await answer.text();
  expect(page).toContain("Typed for nothing?");
  expect(page).toContain('data-island="passkey"');
});
