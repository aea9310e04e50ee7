import { createHmac } from "node:crypto";
import { createTryLimit, sql } from "@posthorn/db";
import type { AuthenticatedIdentity } from "@posthorn/domain";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { keepIdentification } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "./deps.ts";
import {
  answerPage,
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "./start.test-support.ts";

const REASON = "Court of Ghent, case 2026/1187, order of 20 November";
const NUMBER = "85073003328";
const IDENTITY: AuthenticatedIdentity = {
  method: "itsme",
  issuer: "itsme",
  country: "BE",
  level: "high",
  authenticatedAt: Temporal.Instant.from("2026-11-21T09:02:14.123Z"),
  familyName: "Peeters",
  givenNames: "Jan Karel",
  birthDate: Temporal.PlainDate.from("1985-07-30"),
  registerNumber: NUMBER,
  subject: "h2qs8c4tz7",
  received: { sub: "h2qs8c4tz7", id_token: "eyJhbGciOi" },
};

let bench: VerbBench;
let desk: RunningBackoffice;
let officer: StaffVisitor;
let auditor: StaffVisitor;
let deliveryId: string;

beforeAll(async () => {
  bench = await createVerbBench();
  const { db } = bench.context("backoffice");
  desk = await startBackoffice(bench, { tries: { openings: createTryLimit(db, TRY_LIMITS.openings) } });
  officer = await enrolStaff(bench, desk, ["privacy_officer"]);
  auditor = await enrolStaff(bench, desk, ["auditor"]);
  await officer.signIn();
  await auditor.signIn();
  deliveryId = (await bench.submit()).deliveryIds[0] ?? "";
}, 60_000);
afterAll(async () => {
  await desk.close();
  await bench.close();
});

async function keep(given: Partial<AuthenticatedIdentity> = {}) {
  const ctx = bench.context("owner");
  const at = Temporal.Now.instant().round("millisecond");
  return ctx.db.transaction().execute((trx) =>
    keepIdentification(trx, ctx, bench.identityKeys, {
      identity: { ...IDENTITY, ...given },
      purpose: "collect",
      deliveryId,
      at,
    }),
  );
}

const owner = () => bench.context("owner").db;
const recordPath = (id: string) => `/identification-records/${id}`;
const shows = (text: string) =>
  ["Peeters", NUMBER, "1985", "h2qs8c4tz7"].filter((each) => text.includes(each));

test("a record is found by delivery and by commitment, and nothing sealed is shown on the way", async () => {
  const { recordId, commitment } = await keep();
  for (const typed of [deliveryId, ` ${commitment.toUpperCase().replace(/(.{8})/g, "$1 ")}`]) {
    const start = await officer.visitor.open(`${desk.url}/identification-records`);
    expect(start.text).toContain("Nothing is listed here");
    const found = await officer.visitor.press(start, "Search", { q: typed });
    expect(found.text).toContain("An addressee");
    const page = await officer.visitor.follow(found, "Look at it");
    expect(new URL(page.url).pathname).toBe(recordPath(recordId));
    expect(page.text).toContain(commitment);
    expect(page.text).toContain("Nobody has opened this record yet.");
    expect(shows(found.text + page.text)).toEqual([]);
  }
  const none = await officer.visitor.open(`${desk.url}/identification-records?q=${"0".repeat(64)}`);
  expect(none.text).toContain("There is no such record");
  const wrong = await officer.visitor.open(
    `${desk.url}/identification-records?q=${encodeURIComponent("jan <b>")}`,
  );
  expect(wrong.status).toBe(400);
  expect(wrong.document.querySelector<HTMLInputElement>("#q")?.value).toBe("jan <b>");
  expect(wrong.document.querySelector("#q-error")?.textContent).toContain("Give a delivery number");
  expect((await officer.visitor.open(`${desk.url}${recordPath("idr_0")}`)).status).toBe(404);
});

test("opening needs a reason; then it shows all, recomputes the commitment, and is written down three times", async () => {
  const { recordId, commitment } = await keep();
  const page = await officer.visitor.open(desk.url + recordPath(recordId));
  const short = await officer.visitor.press(page, "Open the record now", { reason: "curious" });
  expect(short.status).toBe(400);
  expect(short.text).toContain("Use at least 10 characters.");
  expect(short.document.querySelector<HTMLTextAreaElement>("#reason")?.value).toBe("curious");
  expect(shows(short.text)).toEqual([]);
  const opened = await officer.visitor.press(page, "Open the record now", { reason: REASON });
  expect(opened.status).toBe(200);
  expect(shows(opened.text)).toHaveLength(4);
  expect(opened.headers.get("cache-control")).toBe("no-store");
  expect(opened.text).toContain("Yes: the commitment computed from this record now");
  expect(opened.text).toContain("No evidence that we still keep carries this commitment.");
  const facts = Object.fromEntries(
    Array.from(opened.document.querySelectorAll("#belongs dt"), (term) => [
      term.textContent ?? "",
      term.nextElementSibling?.textContent ?? "",
    ]),
  );
  const key = Buffer.from(facts["Key of the commitment"] ?? "", "hex");
  expect(
    createHmac("sha256", key)
      .update(facts["Text that was committed to"] ?? "")
      .digest("hex"),
  ).toBe(commitment);
  const [opening] = await owner()
    .selectFrom("identification_record_opening")
    .selectAll()
    .where("record_id", "=", recordId)
    .execute();
  expect(opening).toMatchObject({ staff_id: officer.id, reason: REASON });
  const [use] = await owner()
    .selectFrom("register_number_use")
    .selectAll()
    .where("purpose", "=", "opened")
    .where("staff_id", "=", officer.id)
    .execute();
  expect(use).toMatchObject({ service: "backoffice", delivery_id: deliveryId });
  const again = await officer.visitor.open(desk.url + recordPath(recordId));
  expect(again.text).toContain(REASON);
});

test("evidence that carries the commitment is named", async () => {
  const { recordId, commitment } = await keep();
  await owner()
    .insertInto("evidence_record")
    .columns([
      "id",
      "delivery_id",
      "account_id",
      "seq",
      "type",
      "event_at",
      "recorded_at",
      "canonical",
      "random",
      "leaf",
      "after_final",
    ])
    .expression((eb) =>
      eb
        .selectFrom("evidence_record")
        .select((row) => [
          row.val("evd_IDENTIFIED").as("id"),
          "delivery_id",
          "account_id",
          row.val(900).as("seq"),
          "type",
          "event_at",
          "recorded_at",
          row.val(JSON.stringify({ collector: { identification_commitment: commitment } })).as("canonical"),
          "random",
          row.val(Buffer.alloc(32, 7)).as("leaf"),
          "after_final",
        ])
        .where("delivery_id", "=", deliveryId)
        .limit(1),
    )
    .execute();
  const page = await officer.visitor.open(desk.url + recordPath(recordId));
  const opened = await officer.visitor.press(page, "Open the record now", { reason: REASON });
  expect(opened.text).toContain("Evidence that carries this commitment: evd_IDENTIFIED");
});

test("a commitment that was altered does not fit, and a record that was altered does not open, but is written down", async () => {
  const altered = await keep();
  await owner()
    .updateTable("identification_record")
    .set({ commitment: "0".repeat(64) })
    .where("id", "=", altered.recordId)
    .execute();
  const first = await officer.visitor.open(desk.url + recordPath(altered.recordId));
  const fitsNot = await officer.visitor.press(first, "Open the record now", { reason: REASON });
  expect(fitsNot.text).toContain(
    "No: the commitment computed from this record now is not the one that was kept.",
  );
  const damaged = await keep();
  await owner()
    .updateTable("identification_record")
    .set({ sealed: Buffer.alloc(64, 1) })
    .where("id", "=", damaged.recordId)
    .execute();
  const page = await officer.visitor.open(desk.url + recordPath(damaged.recordId));
  const refused = await officer.visitor.press(page, "Open the record now", { reason: REASON });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("This record cannot be opened");
  expect(shows(refused.text)).toEqual([]);
  const openings = await owner()
    .selectFrom("identification_record_opening")
    .select("id")
    .where("record_id", "=", damaged.recordId)
    .execute();
  expect(openings).toHaveLength(1);
});

test("without a passkey shown lately nothing opens; with one beside the reason it does, and the reason is never lost", async () => {
  const { recordId } = await keep();
  const late = await enrolStaff(bench, desk, ["privacy_officer"]);
  await late.signIn();
  await owner()
    .updateTable("staff_session")
    .set({ fresh_at: Temporal.Now.instant().subtract({ minutes: 10 }) })
    .where("staff_id", "=", late.id)
    .execute();
  const forced = await late.post(`${recordPath(recordId)}/open`, { reason: REASON });
  expect(forced.status).toBe(403);
  const kept = await forced.text();
  expect(shows(kept)).toEqual([]);
  expect(kept).toContain(REASON);
  const page = await late.visitor.open(desk.url + recordPath(recordId));
  expect(page.text).toContain("Your passkey is asked for when you send this.");
  const refused = await late.visitor.press(page, "Open the record now", {
    reason: REASON,
    ceremony: "cer_0",
    answer: "{}",
  });
  expect(refused.status).toBe(401);
  expect(refused.document.querySelector<HTMLTextAreaElement>("#reason")?.value).toBe(REASON);
  const opened = await answerPage(late, refused, { act: "get", values: { reason: REASON } });
  expect(opened.status).toBe(200);
  expect(opened.text).toContain(NUMBER);
});

test("the auditor looks at records and at who opened them, and opens none", async () => {
  const { recordId } = await keep();
  const page = await auditor.visitor.open(desk.url + recordPath(recordId));
  expect(page.status).toBe(200);
  expect(page.text).toContain("Only the privacy desk opens a record.");
  const forced = await auditor.post(`${recordPath(recordId)}/open`, { reason: REASON });
  expect(forced.status).toBe(403);
  expect(await forced.text()).toContain("This is another desk’s page");
  const openings = await owner()
    .selectFrom("identification_record_opening")
    .select("id")
    .where("record_id", "=", recordId)
    .execute();
  expect(openings).toEqual([]);
});

test("twenty openings an hour are honest work, more are not", async () => {
  const { recordId } = await keep();
  const eager = await enrolStaff(bench, desk, ["privacy_officer"]);
  await eager.signIn();
  const path = `${recordPath(recordId)}/open`;
  for (let opened = 1; opened < TRY_LIMITS.openings.tries; opened += 1)
    await desk.deps.tries.openings.consume(eager.id);
  expect((await eager.post(path, { reason: REASON })).status).toBe(200);
  const limited = await eager.post(path, { reason: REASON });
  expect(limited.status).toBe(429);
  expect(shows(await limited.text())).toEqual([]);
});

test("the log shows who opened what and why, filtered by person and act, and nothing of what was sealed", async () => {
  const page = await auditor.visitor.open(`${desk.url}/log`);
  const filtered = await auditor.visitor.press(page, "Filter", { person: officer.id, act: "record_opened" });
  expect(filtered.text).toContain("Opened an identification record");
  expect(filtered.text).toContain(`Reason: ${REASON}`);
  expect(filtered.text).toContain("Bo Vermeulen");
  expect(filtered.document.querySelectorAll("tbody tr").length).toBeGreaterThan(2);
  expect(shows(page.text + filtered.text)).toEqual([]);
  const rows = await owner().selectFrom("staff_log").selectAll().execute();
  expect(
    shows(JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))),
  ).toEqual([]);
  const none = await auditor.visitor.open(`${desk.url}/log?act=left&person=${officer.id}`);
  expect(none.text).toContain("Nothing in the log fits.");
});

test("the log is saved as a file, of one subject or as the filter has it; saving it is logged, and no cell is a formula", async () => {
  await sql`INSERT INTO staff_log (happened_at, act, subject, reason, ip, browser, os, language)
    SELECT clock.now(), 'record_opened', 'dlv_FILE', '=HYPERLINK("x")', '192.0.2.7', '+1', '@x', '-1' FROM generate_series(1, 1100)`.execute(
    owner(),
  );
  const save = async (path: string) => {
    const answer = await auditor.visitor.fetch(`${desk.url}${path}`);
    expect(answer.headers.get("content-disposition")).toContain("staff-log.csv");
    return (await answer.text()).trim().split("\r\n");
  };
  const page = await auditor.visitor.open(`${desk.url}/log?subject=dlv_FILE&cursor=o1`);
  const link = page.document.querySelector("a[download]")?.getAttribute("href") ?? "";
  expect(link).toBe("/log.csv?subject=dlv_FILE");
  const file = await save(link);
  // More than are read at once; none twice, none left out.
  expect(file.filter((line) => line.includes("HYPERLINK"))).toHaveLength(1100);
  expect(new Set(file.filter((line) => !line.includes("HYPERLINK"))).size).toBe(file.length - 1100);
  expect(file.join("\n")).not.toMatch(/(^|,)"?[=+@-]/m);
  expect((await save("/log.csv?act=left")).length).toBeLessThan(3);
  const whole = await save("/log.csv");
  expect(whole[0]).toContain("Act (code)");
  const { rows } = await sql<{ subject: string | null }>`
    SELECT subject FROM staff_log WHERE act = 'log_exported' ORDER BY id`.execute(owner());
  expect(rows.map(({ subject }) => subject)).toEqual(["dlv_FILE", "left", null]);
});

test("fifty entries a page, there and back, each read written down", async () => {
  const before = await readings();
  let page = await auditor.visitor.open(`${desk.url}/log`);
  const first = timesOf(page.document);
  expect(first).toHaveLength(50);
  page = await auditor.visitor.follow(page, /Next page/);
  expect(timesOf(page.document)[0]).not.toBe(first[0]);
  page = await auditor.visitor.follow(page, /Previous page/);
  // What was read in between stands above now.
  expect(timesOf(page.document)).toEqual(first);
  expect(await readings()).toBe(before + 3);
  expect((await auditor.visitor.open(`${desk.url}/log?cursor=nonsense`)).status).toBe(400);
});

async function readings(): Promise<number> {
  const rows = await owner()
    .selectFrom("staff_log")
    .select("id")
    .where("act", "=", "log_read")
    .where("staff_id", "=", auditor.id)
    .execute();
  return rows.length;
}

function timesOf(document: Document): readonly string[] {
  return Array.from(document.querySelectorAll("tbody time"), (time) => time.getAttribute("datetime") ?? "");
}
