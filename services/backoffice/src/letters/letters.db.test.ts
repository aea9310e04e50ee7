import { sql } from "@posthorn/db";
import { createVerbBench, readPrintJobs, type VerbBench } from "@posthorn/testkit";
import { makeBatch } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerPage,
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "../start.test-support.ts";
import { readerOf, readyBatch, waitingLetter, work } from "./batch.test-support.ts";

/** Of two people who choose the same letter at once. */
const ROUNDS = 50;

let bench: VerbBench;
let desk: RunningBackoffice;
let operator: StaffVisitor;
let colleague: StaffVisitor;
let auditor: StaffVisitor;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  operator = await enrolStaff(bench, desk, ["postal_operator"]);
  colleague = await enrolStaff(bench, desk, ["postal_operator"]);
  auditor = await enrolStaff(bench, desk, ["auditor"]);
  for (const one of [operator, colleague, auditor]) await one.signIn();
}, 90_000);
afterAll(async () => {
  await desk.close();
  await bench.close();
});

const owner = () => bench.context("owner").db;
const open = (path: string, who = operator) => who.visitor.open(desk.url + path);
const namesIn = (page: Awaited<ReturnType<typeof open>>) =>
  Array.from(page.document.querySelectorAll("tbody th"), (cell) => cell.textContent.trim());

async function actsOf(staffId: string, act: string) {
  return owner()
    .selectFrom("staff_log")
    .select(["subject", "reason"])
    .where("staff_id", "=", staffId)
    .where("act", "=", act as "letters_listed")
    .orderBy("id")
    .execute();
}

async function actRows(column: "batch_id" | "job_id" | "delivery_id", id: string) {
  return owner()
    .selectFrom("postal_act")
    .selectAll()
    .where(column, "=", id)
    .orderBy("acted_at")
    .orderBy("id")
    .execute();
}

/** Nothing is left to wait for the next test. */
async function clearQueue(): Promise<void> {
  await owner().updateTable("delivery").set({ state: "accepted" }).where("state", "=", "to_print").execute();
}

/** Posts with several values of one name, as boxes that are ticked. */
async function postMany(who: StaffVisitor, path: string, fields: readonly (readonly [string, string])[]) {
  const page = await who.visitor.open(`${desk.url}/letters/find`);
  const csrf = page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
  return who.visitor.fetch(desk.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: desk.url },
    body: new URLSearchParams([["_csrf", csrf], ...fields.map(([name, value]) => [name, value])]),
  });
}

test("the queue has the most urgent letter on top, says what presses, and pages", async () => {
  const now = Temporal.Now.instant().round("millisecond");
  await waitingLetter(bench, { name: "Late", at: now.subtract({ hours: 24 * 40 }) });
  await waitingLetter(bench, { name: "Fresh", at: now.subtract({ hours: 1 }) });
  await waitingLetter(bench, { name: "Homeless", columns: { street: null, number: null } });
  await waitingLetter(bench, {
    name: "Strange",
    columns: { address_problem: "unknown", address_problem_at: now },
  });
  const page = await open("/letters");
  expect(namesIn(page)).toEqual(["Jan Late", "Jan Homeless", "Jan Strange", "Jan Fresh"]);
  for (const words of [
    "All that wait (4)",
    "Due within two days (1)",
    "Address problem (2)",
    "days late",
    "Jan LateKerkstraat 12 bus 39000 GENT",
    "No address was given.",
    "Not yet: there is no such address. The sender is asked to mend it.",
  ])
    expect(page.text).toContain(words);
  expect(page.document.querySelectorAll('input[name="letter"]')).toHaveLength(2);
  expect(namesIn(await open("/letters?show=problems"))).toEqual(["Jan Homeless", "Jan Strange"]);
  expect((await open("/letters?show=fallen_out")).text).toContain(
    "No letter fits this view4 letters wait, 1 due within two days, 2 with an address problem.",
  );
  expect((await open("/letters?cursor=x")).status).toBe(400);
  expect((await open("/")).text).toContain(
    "4 letters wait, 1 due within two days, 2 with an address problem.",
  );
  await sql`INSERT INTO delivery SELECT (jsonb_populate_record(d, jsonb_build_object('id', 'dlv_COPY' || lpad(n::text, 3, '0'),
    'ordinal', n + 1, 'name', 'Copy ' || n, 'link_hash', null, 'check_code_hash', null))).*
    FROM delivery d, generate_series(1, 60) n WHERE d.name = 'Fresh'`.execute(owner());
  const first = await open("/letters");
  expect(namesIn(first)).toHaveLength(50);
  const second = await operator.visitor.follow(first, "Next page");
  expect(namesIn(second)).toHaveLength(14);
  expect(namesIn(await operator.visitor.follow(second, "Previous page"))).toEqual(namesIn(first));
  await clearQueue();
});

test("a batch is made of what was chosen, and stands whatever happens to the browser", async () => {
  const [first, second, third] = [
    await waitingLetter(bench),
    await waitingLetter(bench),
    await waitingLetter(bench),
  ];
  const none = await operator.post("/letters/batches", { which: "chosen", printer: "own" });
  expect(none.status).toBe(400);
  expect(await none.text()).toContain("Make a choice.");
  expect((await operator.post("/letters/batches", { which: "all", printer: "elsewhere" })).status).toBe(400);
  const made = await postMany(operator, "/letters/batches", [
    ["which", "chosen"],
    ["printer", "own"],
    ["letter", first],
    ["letter", second],
    ["letter", "dlv_UNKNOWN"],
  ]);
  expect(made.status).toBe(303);
  const path = made.headers.get("location") ?? "";
  const batchId = /bat_\w+/.exec(path)?.[0] ?? "";
  const page = await open(path);
  expect(page.text).toContain(
    "The batch is being made. One chosen letter is not in it: it does not wait any more.",
  );
  expect(page.text).toContain("Ready to print: 0 of 2.");
  expect(page.document.querySelector("#batch")?.getAttribute("data-island")).toBe("live");
  expect(namesIn(await open("/letters"))).toHaveLength(1);
  const jobs = await readPrintJobs(bench, batchId);
  expect(jobs.map(({ delivery_id, ordinal, state }) => [delivery_id, ordinal, state])).toEqual([
    [first, 1, "chosen"],
    [second, 2, "chosen"],
  ]);
  expect(await actsOf(operator.id, "batch_made")).toEqual([{ subject: batchId, reason: null }]);
  // Collected before the worker came to it: it drops out.
  await owner().updateTable("delivery").set({ state: "collected" }).where("id", "=", second).execute();
  await work(bench);
  const ready = await open(`/letters/batches/${batchId}`);
  for (const words of [
    "Ready to print",
    "dropped out: collected online before it was released",
    "Download as zip",
  ])
    expect(ready.text).toContain(words);
  expect(
    (await open(`/letters/batches/${batchId}?show=out`)).document.querySelectorAll("#jobs tbody tr"),
  ).toHaveLength(1);
  const list = await open("/letters/batches");
  expect(list.document.querySelector("tbody tr")?.textContent).toContain("Ready to print");
  await owner().updateTable("delivery").set({ state: "accepted" }).where("id", "=", third).execute();
});

test("of a view that is not of all letters a batch is made of those that it shows, and of no other", async () => {
  const now = Temporal.Now.instant().round("millisecond");
  const at = now.subtract({ hours: 24 * 40 });
  const soon = [await waitingLetter(bench, { at }), await waitingLetter(bench, { at })];
  await waitingLetter(bench, { at, columns: { street: null, number: null } });
  const other = await waitingLetter(bench);
  expect((await open("/letters")).text).toContain("Put all that wait into a batch");
  // Nothing in it can be chosen.
  expect((await open("/letters?show=problems")).document.querySelector("#make")).toBeNull();
  const page = await open("/letters?show=soon");
  expect(page.text).not.toContain("Put all that wait into a batch");
  const made = await operator.visitor.press(page, "Put the 2 on this page into a batch");
  const batchId = /bat_\w+/.exec(made.url)?.[0] ?? "";
  const jobs = await readPrintJobs(bench, batchId);
  expect(jobs.map(({ delivery_id }) => delivery_id).toSorted()).toEqual(soon.toSorted());
  expect(namesIn(await open("/letters"))).toHaveLength(2);
  expect((await open(`/letters/deliveries/${other}`)).text).toContain("Waits to be printed");
  await work(bench);
  await clearQueue();
});

test("two browsers make a batch of the same letters at once: each letter is in one, and who has none is told", async () => {
  const letters: string[] = [];
  for (let index = 0; index < 3; index += 1) letters.push(await waitingLetter(bench));
  const fields = [["which", "all"] as const, ["printer", "own"] as const];
  const answers = await Promise.all(
    [operator, colleague].map((one) => postMany(one, "/letters/batches", fields)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 409]));
  const refused = answers.find(({ status }) => status === 409);
  expect(await refused?.text()).toContain("None of these letters waits any more. Nothing was made");
  const jobs = await owner()
    .selectFrom("print_job")
    .select("batch_id")
    .where("delivery_id", "in", letters)
    .execute();
  expect(jobs).toHaveLength(3);
  expect(new Set(jobs.map(({ batch_id }) => batch_id)).size).toBe(1);
  await sql`DELETE FROM print_job`.execute(owner());
  // And where each has chosen some of the other's: whoever is second gets the rest.
  const [one = "", shared = "", two = ""] = letters;
  for (let round = 0; round < ROUNDS; round += 1) {
    const both = await Promise.all(
      [
        { who: operator, chosen: [one, shared] },
        { who: colleague, chosen: [shared, two] },
      ].map(({ who, chosen }) =>
        makeBatch(bench.context("backoffice"), readerOf(who.id), {
          printer: "own",
          printers: ["own"],
          letters: chosen,
        }),
      ),
    );
    expect(both.map(({ letters: taken, missed }) => `${taken} taken, ${missed} missed`).toSorted()).toEqual([
      "1 taken, 1 missed",
      "2 taken, 0 missed",
    ]);
    const inBatch = await owner().selectFrom("print_job").select("delivery_id").execute();
    expect(inBatch.map(({ delivery_id }) => delivery_id).toSorted()).toEqual(letters.toSorted());
    await sql`DELETE FROM print_job`.execute(owner());
  }
  await sql`DELETE FROM print_batch`.execute(owner());
  await clearQueue();
});

test("the line of a batch that is being made tells of each step, and ends where nobody looks", async () => {
  await waitingLetter(bench);
  const made = await operator.post("/letters/batches", { which: "all", printer: "own" });
  const batchId = /bat_\w+/.exec(made.headers.get("location") ?? "")?.[0] ?? "";
  const page = await open(`/letters/batches/${batchId}`);
  const events = page.document.querySelector("#batch")?.getAttribute("data-events") ?? "";
  await work(bench);
  const answer = await operator.visitor.fetch(desk.url + events);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = "";
  while (!seen.includes("event: changed")) {
    const step = await reader?.read();
    if (step?.done !== false) break;
    seen += step.value;
  }
  expect(seen).toContain("event: changed");
  await reader?.cancel();
  const late = await operator.visitor.fetch(`${desk.url}/letters/batches/${batchId}/events?since=1000`);
  expect(late.status).toBe(204);
});

test("files are downloaded by officers alone, written down before, and only when the passkey is fresh", async () => {
  const batch = await readyBatch(bench, { staffId: operator.id, letters: 2 });
  const path = `/letters/batches/${batch.batchId}/files.zip`;
  const zip = await operator.visitor.fetch(desk.url + path);
  expect(zip.status).toBe(200);
  expect(zip.headers.get("content-type")).toBe("application/zip");
  const bytes = Buffer.from(await zip.arrayBuffer()).toString("latin1");
  for (const { id } of batch.jobs) expect(bytes).toContain(`${id}.pdf`);
  for (const name of ["manifest.json", "manifest.csv"]) expect(bytes).toContain(name);
  expect(await actsOf(operator.id, "print_files_downloaded")).toEqual([
    { subject: batch.batchId, reason: null },
  ]);
  const job = batch.jobs[0];
  const single = await operator.visitor.fetch(`${desk.url}/letters/jobs/${job?.id ?? ""}/file.pdf`);
  expect(await single.text()).toBe(`%PDF-1.7 ${job?.barcode ?? ""}`);
  expect((await auditor.visitor.fetch(desk.url + path)).status).toBe(403);
  await stale(operator);
  const asked = await operator.visitor.fetch(desk.url + path, { redirect: "manual" });
  expect(asked.headers.get("location")).toBe(`/confirm?next=${encodeURIComponent(path)}`);
  await operator.confirm("/letters");
  expect((await open("/letters/batches/bat_0/files.zip")).status).toBe(404);
});

async function stale({ id }: StaffVisitor): Promise<void> {
  const at = Temporal.Now.instant().subtract({ minutes: 11 });
  await owner().updateTable("staff_session").set({ fresh_at: at }).where("staff_id", "=", id).execute();
}

test("printing is confirmed for all but what fell out; what fell out waits again and says why", async () => {
  const batch = await readyBatch(bench, { staffId: operator.id, letters: 3 });
  const path = `/letters/batches/${batch.batchId}`;
  const page = await open(path);
  const wrong = await operator.visitor.press(page, "The batch is printed", { fallen_out: "2, x" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("Write numbers of letters, like 3, 17-19.");
  expect(wrong.document.querySelector<HTMLInputElement>("#fallen_out")?.value).toBe("2, x");
  const strange = await operator.visitor.press(page, "The batch is printed", {
    fallen_out: "9",
    reason: "damaged",
  });
  expect(strange.text).toContain("Letter 9 is not one of those that are ready in this batch.");
  const mute = await operator.visitor.press(page, "The batch is printed", {
    fallen_out: "2",
    reason: "other",
  });
  expect(mute.document.querySelector("#words-error")?.textContent).toContain("Fill this in.");
  const done = await operator.visitor.press(mute, "The batch is printed", { words: "Fell on the floor" });
  expect(done.text).toContain("Printing is confirmed. The letters are being booked.");
  expect(done.document.body.textContent).not.toContain("Confirm that it is printed");
  // Sent twice, it is done once.
  const again = await operator.post(`${path}/printed`);
  expect(again.status).toBe(409);
  expect(await again.text()).toContain("This was asked for before and is being carried out.");
  await work(bench);
  expect((await readPrintJobs(bench, batch.batchId)).map(({ state }) => state)).toEqual([
    "printed",
    "fallen_out",
    "printed",
  ]);
  expect(await actRows("job_id", batch.jobs[1]?.id ?? "")).toMatchObject([
    { kind: "fell_out", reason: "other", details: { words: "Fell on the floor" }, staff_id: operator.id },
  ]);
  // What fell out is not opened again, and the page does not offer it.
  const after = await open(path);
  const files = Array.from(after.document.querySelectorAll('a[href$="/file.pdf"]'), (link) =>
    link.getAttribute("href"),
  );
  expect(files).toEqual([0, 2].map((index) => `/letters/jobs/${batch.jobs[index]?.id ?? ""}/file.pdf`));
  const fallen = await operator.visitor.fetch(`${desk.url}/letters/jobs/${batch.jobs[1]?.id ?? ""}/file.pdf`);
  expect(fallen.status).toBe(404);
  expect((await open(`${path}?done=printed`)).text).toContain("Printing is booked.");
  const back = await open("/letters?show=fallen_out");
  expect(back.text).toContain("Came back: another reason.");
  expect((await open(path)).text).toContain("2 letters booked, 1 not");
  expect((await operator.post(`${path}/printed`)).status).toBe(409);
  await clearQueue();
});

test("one letter falls out of its batch for a reason; once posted it cannot", async () => {
  const batch = await readyBatch(bench, { staffId: operator.id, letters: 2 });
  const job = batch.jobs[0]?.id ?? "";
  const page = await open(`/letters/jobs/${job}`);
  for (const words of ["waits to be printed", "Batch", "ready to print", batch.jobs[0]?.barcode ?? ""])
    expect(page.text).toContain(words);
  const none = await operator.visitor.press(page, "Take the letter out of its batch");
  expect(none.document.querySelector("#reason-error")).not.toBeNull();
  const done = await operator.visitor.press(none, "Take the letter out of its batch", { reason: "misprint" });
  expect(done.text).toContain("The letter goes back to those that wait.");
  expect((await operator.post(`/letters/jobs/${job}/fell-out`, { reason: "misprint" })).status).toBe(409);
  await work(bench);
  expect((await open(`/letters/jobs/${job}`)).text).toContain("fell out: misprinted");
  await owner()
    .updateTable("print_job")
    .set({ state: "posted" })
    .where("id", "=", batch.jobs[1]?.id ?? "")
    .execute();
  const late = await operator.post(`/letters/jobs/${batch.jobs[1]?.id ?? ""}/fell-out`, {
    reason: "damaged",
  });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain("it is posted. Nothing was done.");
  await clearQueue();
});

test("what cannot be posted asks the sender, or ends; what was typed outlives a passkey that is not fresh", async () => {
  const delivery = await waitingLetter(bench);
  const path = `/letters/deliveries/${delivery}`;
  await stale(operator);
  const page = await open(path);
  const again = await answerPage(operator, page, {
    act: "get",
    action: "/not-postable",
    values: { problem: "other", problem_words: "" },
  });
  expect(again.document.querySelector("#problem_words-error")?.textContent).toContain("Fill this in.");
  expect(again.document.querySelector<HTMLSelectElement>("#problem")?.value).toBe("other");
  const done = await operator.visitor.press(again, "Note that it cannot be posted", { problem: "unknown" });
  expect(done.text).toContain("The sender is told.");
  expect((await operator.post(`${path}/not-postable`, { problem: "final" })).status).toBe(409);
  await work(bench);
  const after = await open(path);
  expect(after.text).toContain("there is no such address");
  const ended = await operator.visitor.press(after, "Note that it cannot be posted", { problem: "final" });
  expect(ended.status).toBe(200);
  await work(bench);
  expect((await open(path)).text).toContain("not posted, ended");
  expect((await operator.post(`${path}/not-postable`, { problem: "final" })).status).toBe(409);
  expect(await actsOf(operator.id, "letter_not_postable")).toMatchObject([
    { subject: delivery, reason: "unknown" },
    { subject: delivery, reason: "final" },
  ]);
});

test("what the carrier refused after its release is tried again when the desk chooses it, since the sender can mend it no more", async () => {
  const at = Temporal.Now.instant().round("millisecond");
  const delivery = await waitingLetter(bench, {
    columns: { print_released_at: at, address_problem: "other", address_problem_at: at },
  });
  const all = await operator.post("/letters/batches", { which: "all", printer: "own" });
  expect(all.status).toBe(409);
  const page = await open("/letters");
  expect(page.text).not.toContain("The sender is asked to mend it.");
  expect(page.text).toContain("Choose it to try again");
  expect(page.document.querySelector(`input[name="letter"][value="${delivery}"]`)).not.toBeNull();
  const letter = await open(`/letters/deliveries/${delivery}`);
  expect(letter.text).not.toContain("The sender is asked for another address");
  expect(
    Array.from(letter.document.querySelectorAll("#problem option"), (each) => each.getAttribute("value")),
  ).not.toContain("unknown");
  const unasked = await operator.post(`/letters/deliveries/${delivery}/not-postable`, { problem: "unknown" });
  expect(unasked.status).toBe(400);
  const made = await postMany(operator, "/letters/batches", [
    ["which", "chosen"],
    ["printer", "own"],
    ["letter", delivery],
  ]);
  expect(made.status).toBe(303);
  await work(bench);
  const batchId = /bat_\w+/.exec(made.headers.get("location") ?? "")?.[0] ?? "";
  expect((await readPrintJobs(bench, batchId)).map(({ state }) => state)).toEqual(["made"]);
});

test("files go to the partner where the printer takes them, once", async () => {
  const own = await readyBatch(bench, { staffId: operator.id, letters: 1 });
  expect((await open(`/letters/batches/${own.batchId}`)).text).not.toContain("Send to the print partner");
  expect((await operator.post(`/letters/batches/${own.batchId}/push`)).status).toBe(409);
  const batch = await readyBatch(bench, { staffId: operator.id, letters: 1, printer: "partner" });
  const page = await open(`/letters/batches/${batch.batchId}`);
  const asked = await operator.visitor.press(page, "Send to the print partner");
  expect(asked.text).toContain("The files are on their way to the print partner.");
  expect((await operator.post(`/letters/batches/${batch.batchId}/push`)).status).toBe(409);
  await owner()
    .updateTable("print_batch")
    .set({ push_error: "host_key_wrong", push_attempts: 2 })
    .where("id", "=", batch.batchId)
    .execute();
  const failed = await open(`/letters/batches/${batch.batchId}?done=pushed`);
  expect(failed.text).not.toContain("The files are on their way");
  expect(failed.text).toContain("after 2 attempts: it is not the server whose key we know; nothing was sent");
  for (const [fault, words] of [
    ["files_gone", "a print file was erased by its rule, or is damaged"],
    ["printer_unknown", "the worker knows no place for files of this printer; tell the operator"],
  ] as const) {
    await owner()
      .updateTable("print_batch")
      .set({ push_error: fault })
      .where("id", "=", batch.batchId)
      .execute();
    expect((await open(`/letters/batches/${batch.batchId}`)).text).toContain(words);
  }
  await owner()
    .updateTable("print_batch")
    .set({ push_error: null, push_next_at: null, pushed_at: Temporal.Now.instant() })
    .where("id", "=", batch.batchId)
    .execute();
  expect((await open(`/letters/batches/${batch.batchId}`)).text).toContain(
    "The print partner has the files since",
  );
  await owner()
    .updateTable("print_batch")
    .set({ problem: "numbers_exhausted" })
    .where("id", "=", own.batchId)
    .execute();
  expect((await open(`/letters/batches/${own.batchId}`)).text).toContain("the range of numbers is used up");
  expect((await open("/letters/batches")).text).toContain("needs attention");
  await owner()
    .updateTable("print_batch")
    .set({ problem: "press_storage_full" })
    .where("id", "=", own.batchId)
    .execute();
  expect((await open(`/letters/batches/${own.batchId}`)).text).toContain("no room left for print files");
});

test("the auditor looks at everything and finds no button; what the desk's role cannot read stays shut", async () => {
  const batch = await readyBatch(bench, { staffId: operator.id, letters: 1 });
  for (const path of [
    "/letters",
    `/letters/batches/${batch.batchId}`,
    `/letters/jobs/${batch.jobs[0]?.id ?? ""}`,
  ]) {
    const page = await open(path, auditor);
    expect(page.status).toBe(200);
    expect(page.document.querySelectorAll('main form[method="post"]')).toHaveLength(0);
  }
  const { db } = bench.context("backoffice");
  await expect(sql`SELECT subject FROM message`.execute(db)).rejects.toThrow("permission denied");
  await expect(sql`SELECT email FROM delivery`.execute(db)).rejects.toThrow("permission denied");
  await expect(sql`UPDATE delivery SET state = 'posted'`.execute(db)).rejects.toThrow("permission denied");
  await expect(sql`UPDATE print_job SET state = 'posted'`.execute(db)).rejects.toThrow("permission denied");
});

/** The act of each line that somebody of the desk left since, in order. */
async function linesSince(staffId: string, since: string): Promise<readonly string[]> {
  const rows = await sql<{ line: string }>`SELECT act || ' ' || coalesce(subject, '-') AS line
    FROM staff_log WHERE staff_id = ${staffId} AND id > ${since}::bigint ORDER BY id`.execute(owner());
  return rows.rows.map(({ line }) => line);
}

test("each act of a letter's life at the desk stands in the log once, with who; no page and no line tells subject, content or e-mail", async () => {
  const id = await waitingLetter(bench, { name: "Canary" });
  const { rows } = await sql<{
    last: string;
    email: string;
  }>`SELECT (SELECT max(id)::text FROM staff_log) AS last,
    (SELECT email FROM delivery WHERE id = ${id}) AS email`.execute(owner());
  const { last, email } = rows[0] ?? { last: "0", email: "" };
  const made = await postMany(operator, "/letters/batches", [
    ["which", "chosen"],
    ["printer", "partner"],
    ["letter", id],
  ]);
  const batchId = /bat_\w+/.exec(made.headers.get("location") ?? "")?.[0] ?? "";
  await work(bench);
  const [job] = await readPrintJobs(bench, batchId);
  const jobId = job?.id ?? "";
  const batch = `/letters/batches/${batchId}`;
  await operator.post(`${batch}/push`);
  for (const file of [`${batch}/files.zip`, `/letters/jobs/${jobId}/file.pdf`])
    await (await operator.visitor.fetch(desk.url + file)).arrayBuffer();
  await operator.post(`${batch}/printed`);
  await work(bench);
  await operator.post(`${batch}/hand-over/scan`, { barcode: job?.barcode ?? "" });
  await operator.post(`${batch}/hand-over`, { count: "1" });
  await work(bench);
  const at = Temporal.Now.instant().toZonedDateTimeISO("Europe/Brussels").toPlainDateTime();
  await operator.post("/letters/returns", {
    barcode: job?.barcode ?? "",
    outcome: "presented",
    at: at.toPlainDate().toString(),
    time: at.toPlainTime().toString({ smallestUnit: "minute" }),
  });
  await work(bench);
  expect((await linesSince(operator.id, last)).filter((line) => !line.startsWith("page_viewed"))).toEqual([
    `batch_made ${batchId}`,
    `batch_pushed ${batchId}`,
    `print_files_downloaded ${batchId}`,
    `print_files_downloaded ${jobId}`,
    `letters_printed ${batchId}`,
    `letters_scanned ${batchId} taken ${job?.barcode ?? ""}`,
    `hand_over_asked ${batchId} 1`,
    `carrier_statements_booked ${jobId} presented`,
  ]);
  const pages = [
    "/",
    "/letters",
    "/letters?show=fallen_out",
    "/letters/batches",
    batch,
    `${batch}?show=out`,
    `${batch}/hand-over`,
    `/letters/find?barcode=${job?.barcode ?? ""}`,
    `/letters/jobs/${jobId}`,
    `/letters/deliveries/${id}`,
    "/letters/returns",
  ];
  const canaries = ["Formal notice", "rent of September", email];
  for (const path of pages) {
    const { status, document } = await open(path);
    expect(status).toBe(200);
    for (const canary of canaries) expect(document.documentElement.outerHTML).not.toContain(canary);
  }
  const log = await sql<{ told: string }>`SELECT string_agg(told, ' ') AS told FROM (
    SELECT l::text AS told FROM staff_log l UNION ALL SELECT a::text FROM postal_act a) AS x`.execute(
    owner(),
  );
  for (const canary of [...canaries, "Canary"]) expect(log.rows[0]?.told).not.toContain(canary);
});
