import { createHash } from "node:crypto";
import { createVerbBench, readPrintJobs, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  csrfOf,
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "../start.test-support.ts";
import { printedBatch, readyBatch, type StandingBatch, work } from "./batch.test-support.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const UNKNOWN = "010541288500009999999999999999";

let bench: VerbBench;
let desk: RunningBackoffice;
let strict: RunningBackoffice;
let operator: StaffVisitor;
let first: StaffVisitor;
let second: StaffVisitor;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  strict = await startBackoffice(bench, { twoPersons: true });
  operator = await enrolStaff(bench, desk, ["postal_operator"]);
  first = await enrolStaff(bench, strict, ["postal_operator"]);
  second = await enrolStaff(bench, strict, ["postal_operator"]);
  for (const one of [operator, first, second]) await one.signIn();
}, 90_000);
afterAll(async () => {
  await desk.close();
  await strict.close();
  await bench.close();
});

const owner = () => bench.context("owner").db;
const open = (path: string) => operator.visitor.open(desk.url + path);
const handOver = ({ batchId }: Pick<StandingBatch, "batchId">) => `/letters/batches/${batchId}/hand-over`;
const barcodeOf = (batch: StandingBatch, index: number) => batch.jobs[index]?.barcode ?? "";
const printed = (letters: number) => printedBatch(bench, { staffId: operator.id, letters });
const states = async (batch: StandingBatch) =>
  (await readPrintJobs(bench, batch.batchId)).map(({ state }) => state);

async function scan(batch: StandingBatch, barcode: string) {
  return operator.visitor.press(await open(handOver(batch)), "Take", { barcode });
}

/** As a browser posts a form with a file. */
async function postFile(
  path: string,
  file: { readonly field: string; readonly name: string; readonly bytes: Uint8Array } | null,
  fields: Readonly<Record<string, string>> = {},
) {
  const form = new FormData();
  form.append("_csrf", csrfOf(await open("/letters/find")));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append(file.field, new File([Uint8Array.from(file.bytes)], file.name));
  return operator.visitor.fetch(desk.url + path, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { origin: desk.url },
  });
}

async function scansLogged(act: "letters_scanned" | "scan_taken_back" = "letters_scanned") {
  const rows = await owner()
    .selectFrom("staff_log")
    .select("subject")
    .where("act", "=", act)
    .orderBy("id")
    .execute();
  return rows.map(({ subject }) => subject ?? "");
}

test("each scan is answered at once and kept: taken, before, unknown, of another batch, not printed, fallen out", async () => {
  const batch = await printed(3);
  const other = await printed(1);
  const unprinted = await readyBatch(bench, { staffId: operator.id, letters: 1 });
  const page = await open(handOver(batch));
  expect(page.text).toContain("0 of 3 scanned");
  expect(page.document.querySelector("#barcode")?.hasAttribute("autofocus")).toBe(true);
  // With what scanners put before and between.
  const taken = await scan(batch, `]C1${barcodeOf(batch, 0)}`);
  expect(taken.text).toContain("Taken: letter 1.");
  expect(taken.text).toContain("1 of 3 scanned");
  expect((await scan(batch, barcodeOf(batch, 0))).text).toContain(
    "Letter 1 was scanned before. It counts once.",
  );
  expect((await scan(batch, UNKNOWN)).text).toContain("No letter of ours has this barcode.");
  expect((await scan(batch, "hello")).text).toContain("This is not a barcode of a registered letter.");
  const elsewhere = await scan(batch, barcodeOf(other, 0));
  expect(elsewhere.text).toContain("This is letter 1 of another batch.");
  expect(elsewhere.document.querySelector(`#scan a[href="${handOver(other)}"]`)).not.toBeNull();
  await owner()
    .updateTable("print_job")
    .set({ state: "fallen_out" })
    .where("id", "=", batch.jobs[2]?.id ?? "")
    .execute();
  expect((await scan(batch, barcodeOf(batch, 2))).text).toContain("It must not be posted. Destroy it.");
  const early = await operator.post(`${handOver(unprinted)}/scan`, { barcode: barcodeOf(unprinted, 0) });
  expect(early.headers.get("location")).toContain("scan=not_printed");
  expect((await scansLogged()).slice(-7)).toEqual([
    expect.stringContaining(`taken ${barcodeOf(batch, 0)}`),
    expect.stringContaining("before"),
    expect.stringContaining("unknown"),
    expect.stringContaining("unreadable hello"),
    expect.stringContaining("other_batch"),
    expect.stringContaining("fallen_out"),
    expect.stringContaining("not_printed"),
  ]);
  expect(
    (await open(`/letters/batches/${batch.batchId}?show=unscanned`)).document.querySelectorAll(
      "#jobs tbody tr",
    ),
  ).toHaveLength(1);
});

test("a scan is taken back until the hand-over is asked for; whoever has begun to scan still scans all that go", async () => {
  const batch = await printed(2);
  const taken = await scan(batch, barcodeOf(batch, 0));
  const back = await operator.visitor.press(taken, "Take this scan back");
  expect(back.text).toContain("The scan is taken back. Set the letter aside.");
  expect(back.text).toContain("0 of 2 scanned");
  expect((await scansLogged("scan_taken_back")).at(-1)).toBe(`${batch.batchId} ${barcodeOf(batch, 0)}`);
  // None is scanned now, and yet the batch does not go unscanned.
  expect((await operator.post(handOver(batch), { count: "2" })).status).toBe(409);
  const takeBack = (barcode: string) => operator.post(`${handOver(batch)}/take-back`, { barcode });
  for (const barcode of [barcodeOf(batch, 0), UNKNOWN, "hello"]) {
    const refused = await takeBack(barcode);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("No letter that is scanned and still here has this barcode.");
  }
  await scan(batch, barcodeOf(batch, 0));
  // Scanned once more, it can be taken back from there as well.
  const before = await scan(batch, barcodeOf(batch, 0).replace(/^(.{6})/, "$1 "));
  expect(before.text).toContain("scanned before");
  await operator.visitor.press(before, "Take this scan back");
  await scan(batch, barcodeOf(batch, 1));
  await operator.visitor.press(await open(handOver(batch)), "The letters are handed over");
  expect((await takeBack(barcodeOf(batch, 1))).status).toBe(409);
  await work(bench);
  expect(await states(batch)).toEqual(["printed", "posted"]);
  expect((await takeBack(barcodeOf(batch, 1))).status).toBe(409);
});

test("many barcodes at once, pasted or in a file: those that are wrong are told by line", async () => {
  const batch = await printed(3);
  const text = [barcodeOf(batch, 0), "", UNKNOWN, "x;y", barcodeOf(batch, 0)].join("\r\n");
  const pasted = await postFile(`${handOver(batch)}/import`, null, { text });
  expect(pasted.status).toBe(200);
  const said = await pasted.text();
  expect(said).toContain("One letter was taken, 1 scanned before.");
  for (const words of [UNKNOWN, "x;y", "No letter of ours has this barcode.", "This is not a barcode"])
    expect(said).toContain(words);
  const csv = `"1";"${barcodeOf(batch, 1)}";"Gent"\n"2";"${barcodeOf(batch, 2)}";"Gent"\n`;
  const file = await postFile(`${handOver(batch)}/import`, {
    field: "file",
    name: "a.csv",
    bytes: Buffer.from(csv),
  });
  expect(await file.text()).toContain("2 letters were taken.");
  expect((await open(handOver(batch))).text).toContain("3 of 3 scanned");
  // As a partner's spreadsheet saves it, accents and all; lines are counted as they stand in the file.
  for (const bytes of [
    Buffer.from(`Liège;${barcodeOf(batch, 1)}\rPécq;${UNKNOWN}\r`, "latin1"),
    Buffer.from(`\ufeffLiège;${barcodeOf(batch, 1)}\r\nPécq;${UNKNOWN}\r\n`, "utf16le"),
  ]) {
    const saved = await postFile(`${handOver(batch)}/import`, { field: "file", name: "a.csv", bytes });
    const answer = (await saved.text()).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
    expect(answer).toContain("0 letters were taken, 1 scanned before.");
    expect(answer).toContain(`2 ${UNKNOWN} No letter of ours has this barcode.`);
  }
  const empty = await postFile(`${handOver(batch)}/import`, null);
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain("There is no barcode in it.");
  const binary = await postFile(`${handOver(batch)}/import`, {
    field: "file",
    name: "a",
    bytes: Buffer.from([0xff, 0xfe, 0x00]),
  });
  expect(await binary.text()).toContain("This is not a barcode");
  const large = await postFile(`${handOver(batch)}/import`, {
    field: "file",
    name: "a",
    bytes: Buffer.alloc(1_100_000, "1"),
  });
  expect(await large.text()).toContain("The file is too large.");
  const noToken = new FormData();
  noToken.append("text", barcodeOf(batch, 0));
  const forged = await operator.visitor.fetch(desk.url + `${handOver(batch)}/import`, {
    method: "POST",
    body: noToken,
  });
  expect(forged.status).toBe(403);
});

test("the carrier's receipt is judged by what is in it, kept once, and handed out as a file", async () => {
  const batch = await printed(1);
  const path = `/letters/batches/${batch.batchId}/receipt`;
  const put = (bytes: Uint8Array, name = "receipt.pdf") => postFile(path, { field: "receipt", name, bytes });
  for (const [bytes, words] of [
    [Buffer.from("MZ not a PDF"), "Nothing was kept."],
    [
      Buffer.from("%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer << /Encrypt 1 0 R >>\n%%EOF"),
      "The PDF asks for a password.",
    ],
    [Buffer.concat([PNG, Buffer.alloc(5_100_000)]), "The file is too large."],
  ] as const) {
    const answer = await put(bytes);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  }
  expect(await (await postFile(path, null)).text()).toContain("Choose a file first.");
  const kept = await put(PNG, "scan.png");
  expect(kept.status).toBe(303);
  expect((await put(PNG, "again.png")).status).toBe(303);
  const rows = await owner()
    .selectFrom("posting_receipt")
    .select(["id", "media_type", "uploaded_by"])
    .where("batch_id", "=", batch.batchId)
    .where("media_type", "=", "image/png")
    .execute();
  expect(rows).toMatchObject([{ media_type: "image/png", uploaded_by: operator.id }]);
  const file = await operator.visitor.fetch(
    `${desk.url}/letters/batches/${batch.batchId}/receipts/${rows[0]?.id ?? ""}`,
  );
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect(Buffer.from(await file.arrayBuffer()).equals(PNG)).toBe(true);
  const unknown = await operator.visitor.fetch(`${desk.url}/letters/batches/${batch.batchId}/receipts/rcp_0`);
  expect(unknown.status).toBe(404);
});

test("what was scanned is handed over once, with the receipt; the rest stays and goes later", async () => {
  const batch = await printed(3);
  await scan(batch, barcodeOf(batch, 0));
  await scan(batch, barcodeOf(batch, 2));
  const page = await open(handOver(batch));
  expect(page.text).toContain(
    "The 2 scanned letters are handed over. One letter is not scanned and stays here.",
  );
  await scan(batch, barcodeOf(batch, 1));
  const changed = await operator.visitor.press(page, "The letters are handed over");
  expect(changed.status).toBe(409);
  expect(changed.text).toContain("the number of letters has changed. Nothing was done.");
  await owner()
    .updateTable("print_job")
    .set({ scanned_at: null })
    .where("id", "=", batch.jobs[1]?.id ?? "")
    .execute();
  const done = await operator.visitor.press(await open(handOver(batch)), "The letters are handed over");
  expect(done.text).toContain("The hand-over is confirmed. The letters are being booked.");
  expect((await operator.post(handOver(batch), { count: "2" })).status).toBe(409);
  expect((await operator.post(`${handOver(batch)}/scan`, { barcode: barcodeOf(batch, 1) })).status).toBe(409);
  await work(bench);
  expect(await states(batch)).toEqual(["posted", "printed", "posted"]);
  const act = await owner()
    .selectFrom("postal_act")
    .selectAll()
    .where("batch_id", "=", batch.batchId)
    .where("kind", "=", "handed_over")
    .executeTakeFirstOrThrow();
  expect(act.details?.receipt_sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await scan(batch, barcodeOf(batch, 0))).text).toContain(
    "Letter 1 is posted already. Set it aside.",
  );
  // Whoever has scanned once scans all: the one that was left does not slip along.
  expect((await operator.post(handOver(batch), { count: "1" })).status).toBe(409);
  await scan(batch, barcodeOf(batch, 1));
  await operator.visitor.press(await open(handOver(batch)), "The letters are handed over");
  await work(bench);
  expect(await states(batch)).toEqual(["posted", "posted", "posted"]);
  expect((await open(`/letters/batches/${batch.batchId}`)).text).toContain("Handed over");
  // A receipt that comes now is for one of the two, and whoever adds it says for which.
  const parts = await owner()
    .selectFrom("postal_act")
    .select("id")
    .where("batch_id", "=", batch.batchId)
    .where("kind", "=", "handed_over")
    .orderBy("acted_at")
    .execute();
  const later = parts.at(-1)?.id ?? "";
  const receipt = (for_: Readonly<Record<string, string>>) =>
    postFile(
      `/letters/batches/${batch.batchId}/receipt`,
      { field: "receipt", name: "l.png", bytes: PNG },
      for_,
    );
  for (const chosen of [{}, { hand_over: "next" }, { hand_over: "pac_0" }] as const) {
    const refused = await receipt(chosen);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("Choose which hand-over the receipt is for.");
  }
  expect((await receipt({ hand_over: later })).status).toBe(303);
  await work(bench);
  const stated = await owner()
    .selectFrom("postal_act")
    .select(["details", "outcome"])
    .where("batch_id", "=", batch.batchId)
    .where("kind", "=", "carrier_statement")
    .execute();
  expect(stated).toMatchObject([{ details: { hand_over: later }, outcome: { done: 1, not_done: [] } }]);
  const chosen = await open(handOver(batch));
  expect(chosen.document.querySelectorAll("#hand_over option")).toHaveLength(3);
  expect(chosen.document.querySelector("#receipt-card table")?.textContent).toMatch(/2 letters.*one letter/s);
  expect((await open(handOver(batch))).text).toContain("No letter of this batch is printed and still here.");
});

test("without any scan all that is printed goes; a passkey that is not fresh stops it", async () => {
  const batch = await printed(2);
  const at = Temporal.Now.instant().subtract({ minutes: 11 });
  await owner()
    .updateTable("staff_session")
    .set({ fresh_at: at })
    .where("staff_id", "=", operator.id)
    .execute();
  const stopped = await operator.post(handOver(batch), { count: "2" });
  expect(stopped.status).toBe(403);
  expect(await stopped.text()).toContain(
    "Nothing was done yet: your passkey was shown more than ten minutes ago.",
  );
  await operator.confirm("/letters");
  const page = await open(handOver(batch));
  expect(page.text).toContain("No letter was scanned, so all 2 printed letters are handed over.");
  await operator.visitor.press(page, "The letters are handed over");
  await work(bench);
  expect(await states(batch)).toEqual(["posted", "posted"]);
  // The carrier's receipt often comes the day after: it is his word for each of them, the same file once.
  const path = `/letters/batches/${batch.batchId}/receipt`;
  for (const name of ["late.png", "again.png"])
    expect((await postFile(path, { field: "receipt", name, bytes: PNG })).status).toBe(303);
  await work(bench);
  const stated = await owner()
    .selectFrom("postal_act")
    .select(["details", "outcome"])
    .where("batch_id", "=", batch.batchId)
    .where("kind", "=", "carrier_statement")
    .execute();
  expect(stated).toEqual([
    {
      details: {
        outcome: "accepted",
        receipt_sha256: createHash("sha256").update(PNG).digest("hex"),
        hand_over: expect.stringMatching(/^pac_/) as string,
      },
      outcome: { done: 2, not_done: [] },
    },
  ]);
  expect((await open(`/letters/batches/${batch.batchId}`)).text).toContain("2 letters booked");
});

test("where two must agree nothing happens before the other has; he may not be the same, and either withdraws", async () => {
  const batch = await printed(2);
  const openAs = (who: StaffVisitor) => who.visitor.open(strict.url + handOver(batch));
  const asked = await first.visitor.press(await openAs(first), "The letters are handed over");
  expect(asked.text).toContain("Your hand-over waits for a second person.");
  await work(bench);
  expect(await states(batch)).toEqual(["printed", "printed"]);
  const own = await openAs(first);
  expect(own.text).toContain("Another person of the desk must confirm your hand-over.");
  expect(own.document.querySelector('form[action$="/second"]')).toBeNull();
  const self = await first.post(`${handOver(batch)}/second`);
  expect(self.status).toBe(409);
  expect(await self.text()).toContain("You have asked for this hand-over yourself.");
  const withdrawn = await first.visitor.press(own, "Withdraw the hand-over");
  expect(withdrawn.text).toContain("The hand-over is withdrawn. Nothing was posted.");
  await first.visitor.press(await openAs(first), "The letters are handed over");
  // The other one declines, and says why.
  const wordless = await second.visitor.press(await openAs(second), "Decline the hand-over", { words: " " });
  expect(wordless.status).toBe(400);
  expect(wordless.document.querySelector("#words-error")?.textContent).toContain("Fill this in.");
  const declined = await second.visitor.press(wordless, "Decline the hand-over", {
    words: "Only one in the tray",
  });
  expect(declined.text).toContain("The hand-over is withdrawn. Nothing was posted.");
  expect((await second.post(`${handOver(batch)}/second`)).status).toBe(409);
  const acts = (await first.visitor.open(`${strict.url}/letters/batches/${batch.batchId}`)).text;
  expect(acts).toMatch(/Declined by Bo Vermeulen, [^:]+: Only one in the tray/);
  const logged = await owner()
    .selectFrom("staff_log")
    .select(["staff_id", "reason"])
    .where("act", "=", "hand_over_withdrawn")
    .orderBy("id")
    .execute();
  expect(logged).toEqual([
    { staff_id: first.id, reason: null },
    { staff_id: second.id, reason: "Only one in the tray" },
  ]);
  await first.visitor.press(await openAs(first), "The letters are handed over");
  const stale = await openAs(second);
  // One of them turns out to be damaged: whoever counted two does not agree to one.
  await first.post(`/letters/jobs/${batch.jobs[1]?.id ?? ""}/fell-out`, { reason: "damaged", words: "" });
  await work(bench);
  const changed = await second.visitor.press(stale, "Confirm the hand-over");
  expect(changed.status).toBe(409);
  expect(changed.text).toContain("the number of letters has changed. Nothing was done.");
  const page = await openAs(second);
  expect(page.text).toContain("has handed over one letter");
  const done = await second.visitor.press(page, "Confirm the hand-over");
  expect(done.text).toContain("The hand-over is confirmed.");
  await work(bench);
  expect(await states(batch)).toEqual(["posted", "fallen_out"]);
  expect((await second.visitor.open(`${strict.url}/letters/batches/${batch.batchId}`)).text).toContain(
    "Confirmed by Bo Vermeulen",
  );
});

test("what the carrier says is booked once for a posted letter; what cannot be is told beside the field, with what was typed", async () => {
  const batch = await printed(1);
  const unposted = await printed(1);
  await operator.visitor.press(await open(handOver(batch)), "The letters are handed over");
  await work(bench);
  const barcode = barcodeOf(batch, 0);
  const page = await open("/letters/returns");
  const zoned = Temporal.Now.instant().toZonedDateTimeISO("Europe/Brussels");
  const [date, time] = [
    zoned.toPlainDate().toString(),
    zoned.toPlainTime().toString({ smallestUnit: "minute" }),
  ];
  const fill = (values: Readonly<Record<string, string>>) =>
    operator.visitor.press(page, "Book it", { barcode, outcome: "delivered", at: date, time, ...values });
  for (const [values, field, words] of [
    [{ barcode: "" }, "barcode", "Fill this in."],
    [{ barcode: "123" }, "barcode", "This is not a barcode"],
    [{ barcode: UNKNOWN }, "barcode", "No letter of ours has this barcode."],
    [{ barcode: barcodeOf(unposted, 0) }, "barcode", "This letter is not posted"],
    [{ outcome: "" }, "outcome", "Make a choice."],
    [{ outcome: "other" }, "words", "Fill this in."],
    [{ at: "" }, "at", "This is not a day and a time."],
    [{ at: zoned.add({ days: 2 }).toPlainDate().toString() }, "at", "This time has not come yet."],
    [{ at: zoned.subtract({ days: 2 }).toPlainDate().toString() }, "at", "The letter was not posted yet"],
  ] as const) {
    const refused = await fill(values);
    expect(refused.status).toBe(400);
    expect(refused.document.querySelector(`#${field}-error`)?.textContent).toContain(words);
    expect(refused.document.querySelector<HTMLInputElement>("#time")?.value).toBe(time);
  }
  expect((await fill({ words: "Signed by a neighbour" })).text).toContain("That is written down.");
  expect((await fill({})).text).toContain("This was booked before. Nothing was added.");
  await work(bench);
  const letter = await open(`/letters/find?barcode=${barcode}`);
  expect(new URL(letter.url).pathname).toBe(`/letters/jobs/${batch.jobs[0]?.id ?? ""}`);
  expect(letter.text).toContain("bpost states: delivered");
  expect(letter.text).toContain("Signed by a neighbour");
  for (const act of [
    "Confirmed as printed, Bo",
    "Handed over to the carrier, Bo",
    "word booked: delivered, Bo",
  ])
    expect(letter.text).toContain(act);
  const returned = await fill({ outcome: "returned" });
  expect(returned.status).toBe(200);
  await work(bench);
  expect((await open(`/letters/jobs/${batch.jobs[0]?.id ?? ""}`)).text).toContain(
    "bpost states: returned to the sender",
  );
  const nobody = await open(`/letters/find?barcode=${UNKNOWN}`);
  expect(nobody.status).toBe(404);
  expect(nobody.text).toContain("No letter has this barcode");
});

test("a file of statements: good rows are kept, bad ones told by line", async () => {
  const batch = await printed(2);
  await operator.visitor.press(await open(handOver(batch)), "The letters are handed over");
  await work(bench);
  const now = Temporal.Now.instant().toString({ smallestUnit: "minute" });
  const rows = [
    "barcode;outcome;at;words",
    `${barcodeOf(batch, 0)};presented;${now};`,
    `${barcodeOf(batch, 1)};lost;${now};`,
    `${UNKNOWN};delivered;${now};`,
    `${barcodeOf(batch, 1)};delivered;yesterday;`,
    `${barcodeOf(batch, 0)};presented;${now};`,
    "",
  ].join("\r\n");
  const put = (text: string) =>
    postFile("/letters/returns/file", {
      field: "file",
      name: "post.csv",
      bytes: Buffer.from(text, "latin1"),
    });
  const answer = await put(rows);
  expect(answer.status).toBe(200);
  const said = await answer.text();
  for (const words of [
    "One line was booked, 1 booked before.",
    "The outcome must be accepted, presented, held",
    "No letter of ours has this barcode.",
    "This is not a day and a time.",
  ])
    expect(said).toContain(words);
  const acts = await owner()
    .selectFrom("postal_act")
    .select("details")
    .where("batch_id", "=", batch.batchId)
    .where("kind", "=", "carrier_statement")
    .execute();
  expect(acts).toHaveLength(1);
  expect(await (await put(rows)).text()).toContain("0 lines were booked, 2 booked before.");
  expect(await (await put("barcode;outcome\n")).text()).toContain("There is no line in the file.");
  expect(await (await postFile("/letters/returns/file", null)).text()).toContain("Choose a file first.");
  // More than one transaction takes: the whole is reported as one, by line.
  const many = Array.from({ length: 450 }, (_, index) =>
    index % 449 === 0 ? `${barcodeOf(batch, 0)};held;${now};` : `${UNKNOWN};held;${now};`,
  );
  const whole = await (await put(many.join("\n"))).text();
  expect(whole).toContain("One line was booked, 1 booked before.");
  const told = [...whole.matchAll(/<td class="num" data-label="Line">(\d+)/g)].map(([, line]) =>
    Number(line),
  );
  expect(told).toEqual(Array.from({ length: 448 }, (_, index) => index + 2));
  const long = Array.from({ length: 2001 }, () => `${UNKNOWN};delivered;${now};`).join("\n");
  expect(await (await put(long)).text()).toContain("more than 2,000 lines");
});
