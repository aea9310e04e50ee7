// The letter on the whole constellation: what nobody collects is printed, posted and proved; who collects in time gets none.

import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "@posthorn/cli";
import {
  auditPage,
  findBrowser,
  openBrowser,
  PEOPLE,
  type PlayedDesk,
  playDesk,
  sampleLetter,
} from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readZip } from "../../packages/evidence/src/verify/zip/read-zip.ts";
import { checkPdf } from "../actors/check-pdf.ts";
import { jobsOf, lettersThatWait, POSTAL_ADDRESS, recordTypes } from "../actors/letters-that-wait.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { shareStack } from "../actors/share-stack.ts";
import { sitAtDesk } from "../actors/sit-at-desk.ts";
import { arrive, fill, openPage, press, save, saveWhenReady, signIn } from "../actors/use-portal.ts";
import { newAddressee } from "../actors/write-message.ts";

const executable = await findBrowser();
const SUBJECT = "Ingebrekestelling: huur van oktober";
const BODY = "Geachte heer,\n\nDe huur van oktober is niet betaald.";

let stack: TestStack;
let desk: PlayedDesk;
let browser: Browser | undefined;

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    shareStack(),
    executable === undefined ? undefined : openBrowser(executable),
  ]);
  desk = playDesk(stack);
});

afterAll(async () => {
  await browser?.close();
  await desk.stop();
  expect(stack.deaths).toEqual([]);
});

test.skipIf(executable === undefined)(
  "sent with a letter to follow, collected by nobody, printed, posted, delivered and proved, all in a browser (skipped: no browser)",
  { timeout: 240_000 },
  async () => {
    if (browser === undefined) throw new Error("There is no browser.");
    const sender = await openPage(browser, "nl");
    const sent = await send(sender);
    const { id } = sent;
    await stack.api.inState(id, "notified");
    await stack.advance("P17D");
    await stack.api.inState(id, "to_print");

    const operator = await sitAtDesk(stack, browser, "postal_operator", "fr");
    await makeBatch(operator, id);
    const barcode = await openFiles(operator, sent);
    await confirmPrinted(operator);
    await handOver(operator, barcode);
    await operator.context().close();
    await stack.api.inState(id, "posted");

    const { carrier } = stack.standIns;
    for (const word of ["presented", "held"] as const) await carrier.say(barcode, word);
    await stack.advance("PT7H");
    await carrier.say(barcode, "delivered");
    await stack.advance("PT7H");
    await stack.api.inState(id, "post_delivered");
    expect(await stack.api.delivery(id)).toMatchObject({ letter: { stage: "posted", barcode } });
    await provesAll(sender, id);
    await sender.context().close();
  },
);

test("collected while the batch is made: one before its release, one after, exactly one each way", async () => {
  const [first, second] = await lettersThatWait(stack, 2);
  if (!first || !second) throw new Error("Nothing was sent.");
  const words = textsFor("en").collect;
  const decision = await first.addressee.identify();
  const lateDecision = await second.addressee.identify();

  // Nobody releases a letter: what is collected now comes between the making of the batch and its release.
  await stack.kill("worker");
  const batchId = await desk.startBatch([first.id, second.id]);
  const accepting = first.addressee.accept(decision);
  await stack.api.inState(first.id, "collected");
  await stack.restart("worker");
  expect((await accepting).text).toContain("Dear Sir,");
  await desk.inState(batchId, "ready");

  const late = await second.addressee.visitor.press(lateDecision, words.decide.acceptButton);
  for (const page of [late, await second.addressee.openNotice()]) {
    expect(page.text).toContain("The letter is on its way");
    expect(page.text).not.toContain("Dear Sir,");
  }
  const jobs = new Map((await jobsOf(stack, batchId)).map((job) => [job.delivery_id, job]));
  expect(jobs.get(first.id)).toMatchObject({ state: "dropped", ended_reason: "collected", barcode: null });
  expect(jobs.get(second.id)).toMatchObject({ state: "made", ended_reason: null });
  const [collected, released] = [await recordTypes(stack, first.id), await recordTypes(stack, second.id)];
  expect(collected).toContain("ConsignmentAcceptance");
  expect(collected).not.toContain("LetterReleased");
  expect(released).toContain("LetterReleased");
  expect(released).not.toContain("ConsignmentAcceptance");
});

test("sent by API with a letter to follow: its JSON tells of it until it is posted", async () => {
  const [letter] = await lettersThatWait(stack, 1, {
    attachments: [{ name: "naïve – Ł ő ș.txt", type: "text/plain", bytes: Buffer.from("Łukasz, Győző") }],
  });
  const id = letter?.id ?? "";
  expect(await stack.api.delivery(id)).toMatchObject({
    postal_fallback: true,
    letter: { stage: "waits", posted_on: null, barcode: null, may_call_off: true, postage: 9 },
  });
  const { id: batchId } = await desk.makeBatch([id]);
  expect(await stack.api.delivery(id)).toMatchObject({ letter: { stage: "released", may_call_off: false } });
  await desk.confirmPrinted(batchId);
  await stack.api.inState(id, "printed");
  await desk.handOver(batchId);
  await stack.api.inState(id, "posted");
  const [job] = await jobsOf(stack, batchId);
  const today = stack.clock.now().toZonedDateTimeISO("Europe/Brussels").toPlainDate().toString();
  expect(await stack.api.delivery(id)).toMatchObject({
    proofs: expect.arrayContaining(["proof_of_posting"]),
    letter: { stage: "posted", posted_on: today, carrier: "bpost", barcode: job?.barcode, statements: [] },
  });
  expect(stack.standIns.carrier.items()).toContainEqual(
    expect.objectContaining({
      barcode: job?.barcode,
      receiver: expect.objectContaining({ postalCode: "9000" }),
    }),
  );
  const told = (await stack.api.evidence(id, ["RelayToNonERDS"])).map(({ type }) => type);
  expect(told.filter((type) => type === "RelayToNonERDS")).toHaveLength(1);
});

interface Sent {
  readonly id: string;
  /** As the preview promised. */
  readonly pages: number;
  readonly sheets: number;
}

/** Lotte, for her company. */
async function send(page: Page): Promise<Sent> {
  const { common, compose, print } = textsFor("nl");
  await signIn(page, stack, lotte());
  const picture = await page.screenshot();
  const letter = await sampleLetter(
    "Ingebrekestelling",
    ["Te betalen binnen acht dagen."],
    stack.clock.now(),
  );
  const { email, mobile } = newAddressee();
  await page.goto(`${stack.addresses.services.portal}/compose`);
  await arrive(page, compose.title);
  await page.locator("details", { hasText: compose.more }).first().locator("summary").click();
  const party = { first_names: "Jan", name: "Peeters", email, mobile };
  await fill(
    page,
    Object.fromEntries(Object.entries(party).map(([name, value]) => [`addressees.0.${name}`, value])),
  );
  for (const [name, value] of Object.entries(POSTAL_ADDRESS))
    await fill(page, { [`addressees.0.postal_address.${name}`]: value });
  await fill(page, { subject: SUBJECT, body: BODY });
  await page.locator("[name=postal_fallback][value=true]").check();
  const files = [
    { name: "ingebrekestelling.pdf", mimeType: "application/pdf", buffer: Buffer.from(letter) },
    { name: "foto.png", mimeType: "image/png", buffer: picture },
  ];
  for (const file of files) {
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText(common.upload.announceDone(file.name)).waitFor();
  }
  await press(page, compose.review);
  await arrive(page, compose.preview.title);
  expect(await page.locator("#on-paper .file").count()).toBe(3);
  const paper = await page.locator("#on-paper").innerText();
  const [pages, sheets] = /\b(\d+) pagina’s op (\d+) bladen/u.exec(paper)?.slice(1).map(Number) ?? [];
  if (pages === undefined || sheets === undefined) throw new Error(`The preview tells no length: ${paper}`);
  await page.locator("#send").getByText(print.postage(1, "België")).waitFor();
  expect(await auditPage(page)).toEqual([]);
  await press(page, compose.preview.send);
  await arrive(page, SUBJECT);
  return { id: /dlv_\w+/u.exec(page.url())?.[0] ?? "", pages, sheets };
}

async function makeBatch(page: Page, deliveryId: string): Promise<void> {
  const { postal } = textsFor("fr");
  await page.goto(`${stack.addresses.services.backoffice}/letters`);
  await page.locator(`[name=letter][value=${deliveryId}]`).check();
  expect(await auditPage(page)).toEqual([]);
  await press(page, postal.queue.chosen);
  await page.waitForURL(/\/letters\/batches\/bat_/u);
  // The page goes on by itself.
  await page.getByRole("link", { name: postal.batch.download }).waitFor();
  expect(await auditPage(page)).toEqual([]);
}

/** Everything the printer gets, as its manifest says; answers the barcode of the one letter. */
async function openFiles(page: Page, { pages, sheets }: Sent): Promise<string> {
  const { postal } = textsFor("fr");
  const zip = await save(page, page.getByRole("link", { name: postal.batch.download }));
  const files = new Map(readZip(zip).map(({ path, bytes }) => [path, Buffer.from(bytes)]));
  const manifest = JSON.parse(files.get("manifest.json")?.toString("utf8") ?? "{}") as {
    readonly files: readonly { readonly file: string; readonly sha256: string; readonly barcode: string }[];
  };
  const [letter] = manifest.files;
  if (letter === undefined) throw new Error("The manifest lists no letter.");
  expect(manifest.files).toEqual([expect.objectContaining({ pages, sheets })]);
  expect(Array.from(files.keys()).toSorted()).toEqual(
    ["manifest.csv", "manifest.json", letter.file].toSorted(),
  );
  const pdf = files.get(letter.file) ?? Buffer.alloc(0);
  expect(createHash("sha256").update(pdf).digest("hex")).toBe(letter.sha256);
  const text = await checkPdf(pdf);
  for (const words of ["Jan Peeters", "Kerkstraat 12", "De huur van oktober", "binnen acht dagen"])
    expect(text ?? words).toContain(words);
  return letter.barcode;
}

async function confirmPrinted(page: Page): Promise<void> {
  const { batch } = textsFor("fr").postal;
  await press(page, batch.printed);
  await page.getByRole("link", { name: batch.toHandOver }).waitFor();
}

/** A scanner types the number and presses Enter. */
async function handOver(page: Page, barcode: string): Promise<void> {
  const { batch, carrier, states } = textsFor("fr").postal;
  const words = carrier.handOver;
  await page.getByRole("link", { name: batch.toHandOver }).click();
  await page.locator("#barcode").pressSequentially(barcode);
  await page.keyboard.press("Enter");
  await page.getByText(words.outcomes.taken("1")).waitFor();
  await page.locator("#barcode").fill(barcode);
  await page.keyboard.press("Enter");
  await page.getByText(words.outcomes.before("1")).waitFor();
  const receipt = await sampleLetter("Preuve de dépôt", ["1 envoi"], stack.clock.now());
  const form = page.locator("form[action$='/receipt']");
  await form.locator("input[type=file]").setInputFiles({
    name: "depot.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(receipt),
  });
  await form.getByRole("button", { name: words.keep }).click();
  await page.getByText(batch.done.received).waitFor();
  expect(await auditPage(page)).toEqual([]);
  await press(page, words.confirm);
  await page.getByText(states.handed_over, { exact: true }).first().waitFor();
}

/** What the sender sees of it in the end, and what he can show to others. */
async function provesAll(page: Page, id: string): Promise<void> {
  const { proof } = textsFor("nl");
  // By now he has been signed out.
  await signIn(page, stack, lotte());
  await page.goto(`${stack.addresses.services.portal}/deliveries/${id}`);
  await arrive(page, SUBJECT);
  for (const outcome of ["presented", "held", "delivered"] as const) {
    const words = proof.post.states({ source: "bpost", outcome: proof.post.outcome[outcome] });
    await page.locator("#stated").getByText(words).waitFor();
  }
  expect(await auditPage(page)).toEqual([]);
  const folder = await mkdtemp(join(tmpdir(), "posthorn-letter-"));
  try {
    for (const kind of ["proof_of_posting", "proof_of_post_outcome"]) {
      const button = page.locator(`form[action$="/proofs/${kind}"] button:not([formaction])`);
      await writeFile(join(folder, `${kind}.pdf`), await saveWhenReady(page, button));
      await page.goto(`${stack.addresses.services.portal}/deliveries/${id}`);
    }
    const bundle = page.locator(`a[href="/deliveries/${id}/bundle"]`);
    await writeFile(join(folder, "bundle.asice"), await saveWhenReady(page, bundle));
    const verified = await posthorn(
      folder,
      "verify",
      "proof_of_posting.pdf",
      "proof_of_post_outcome.pdf",
      "bundle.asice",
    );
    expect(verified.code, verified.said).toBe(0);
    const linted = await posthorn(folder, "evidence", "lint", "bundle.asice");
    expect(linted.code, linted.said).toBe(0);
    expect(JSON.parse(linted.said)).toEqual([expect.objectContaining({ delivery: id, findings: [] })]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function lotte() {
  const [person] = PEOPLE;
  if (person === undefined) throw new Error("Nobody was seeded.");
  return person;
}

/** The command line, trusting this stack's authorities. */
async function posthorn(folder: string, ...args: readonly string[]) {
  const { rootPemPath, tsaRootPemPath } = stack.standIns.pki;
  const said: string[] = [];
  const trust = ["--trust", rootPemPath, "--timestamp-trust", tsaRootPemPath, "--json"];
  const code = await runCommand([...args, ...trust], {
    folder,
    env: {},
    now: () => stack.clock.now(),
    write: (text) => said.push(text),
    complain: () => undefined,
  });
  return { code, said: said.join("") };
}
