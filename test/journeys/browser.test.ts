// The main job in a real browser, by keyboard only: composed with an attachment, collected on a phone's screen, proof downloaded.

import { readFile } from "node:fs/promises";
import { findBrowser, openBrowser, PEOPLE, sampleLetter } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import type { Browser, Download, FileChooser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee } from "../actors/write-message.ts";

const executable = await findBrowser();
const words = textsFor("nl");
const SUBJECT = "Ingebrekestelling: huur van oktober";
const BODY = "Geachte heer,\n\nDe huur van oktober is niet betaald.";

let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  if (executable === undefined) return;
  [stack, browser] = await Promise.all([shareStack(), openBrowser(executable)]);
});

afterAll(async () => {
  await browser?.close();
});

test.skipIf(executable === undefined)(
  "sent, collected and proved by keyboard only (skipped: no browser)",
  async () => {
    const letter = await sampleLetter(
      "Ingebrekestelling",
      ["Te betalen binnen acht dagen."],
      stack.clock.now(),
    );
    const contact = newAddressee();
    const portal = await newPage({ width: 1320, height: 900 });
    await signIn(portal);
    await compose(portal, contact, Buffer.from(letter));

    const phone = await newPage({ width: 360, height: 740 });
    const message = await collect(phone, contact);
    expect(message).toEqual(Buffer.from(letter));
    await phone.context().close();

    // The page of the delivery has followed all this by itself.
    const proof = await downloadProof(portal, "proof_of_collection");
    expect(proof.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  },
);

async function newPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-BE", viewport, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

async function signIn(page: Page): Promise<void> {
  const [lotte] = PEOPLE;
  await page.goto(`${stack.addresses.services.portal}/`);
  await type(page, page.locator("[name=email]"), lotte?.email ?? "");
  await type(page, page.locator("[name=password]"), lotte?.password ?? "");
  await press(page, page.getByRole("button", { name: words.common.buttons.signIn, exact: true }));
  await arrive(page, words.portal.overview.title);
}

async function compose(
  page: Page,
  contact: { email: string; mobile: string },
  letter: Buffer,
): Promise<void> {
  await press(page, page.getByRole("link", { name: words.portal.menu.newMessage }).first());
  await arrive(page, words.compose.title);
  await type(page, page.getByLabel(words.compose.firstNames), "Jan");
  await type(page, page.getByLabel(words.compose.name, { exact: true }), "Peeters");
  await type(page, page.locator("[name='addressees.0.email']"), contact.email);
  await type(page, page.locator("[name='addressees.0.mobile']"), contact.mobile);
  await type(page, page.locator("[name=subject]"), SUBJECT);
  await type(page, page.locator("[name=body]"), BODY);

  const chooser = await openChooser(page);
  await chooser.setFiles({ name: "ingebrekestelling.pdf", mimeType: "application/pdf", buffer: letter });
  // Before it has arrived the form asks to wait.
  await page.getByText(words.common.upload.announceDone("ingebrekestelling.pdf")).waitFor();

  await press(page, page.getByRole("button", { name: words.compose.review }));
  await arrive(page, words.compose.preview.title);
  await page.getByText("ingebrekestelling.pdf").first().waitFor();
  await press(page, page.getByRole("button", { name: words.compose.preview.send }));
  await arrive(page, SUBJECT);
}

/** A browser that is short of time drops a key now and then; a person presses it again. */
async function openChooser(page: Page): Promise<FileChooser> {
  for (let tries = 0; tries < 3; tries++) {
    await reach(page, page.locator("input[type=file]"));
    const opened = page.waitForEvent("filechooser", { timeout: 10_000 }).catch(() => undefined);
    await page.keyboard.press("Space");
    const chooser = await opened;
    if (chooser !== undefined) return chooser;
  }
  throw new Error("The space key does not open the choice of files.");
}

/** Waits for the page with this heading; where another came, says what stands on it. */
async function arrive(page: Page, heading: string): Promise<void> {
  try {
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  } catch (cause) {
    const shown = await page.locator("body").innerText();
    throw new Error(`"${heading}" did not come; ${page.url()} says:\n${shown.slice(0, 3000)}`, { cause });
  }
}

async function collect(page: Page, contact: { email: string; mobile: string }): Promise<Buffer> {
  const notice = await stack.post.mailTo(contact.email);
  await page.goto(notice.links.find((link) => link.includes("/l/")) ?? "");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await press(page, page.getByRole("button", { name: words.collect.notice.send }));
  const code = { matches: (each: { codes: readonly string[] }) => each.codes.length > 0 };
  const [mail, text] = await Promise.all([
    stack.post.mailTo(contact.email, code),
    stack.post.textTo(contact.mobile, code),
  ]);
  await type(page, page.locator("[name=email]"), mail.codes[0] ?? "");
  await type(page, page.locator("[name=sms]"), text.codes[0] ?? "");
  await press(page, page.getByRole("button", { name: words.collect.codes.button, exact: true }));
  await press(page, page.getByRole("button", { name: words.collect.decide.acceptButton }));
  await page.getByText("De huur van oktober is niet betaald.").waitFor();
  return downloadBy(page, page.locator("a[href]", { hasText: "ingebrekestelling.pdf" }).first());
}

/** Where the proof is still being sealed, a page waits for it and offers it then. */
async function downloadProof(page: Page, kind: string): Promise<Buffer> {
  const button = page.locator(`form[action$="/proofs/${kind}"] button:not([formaction])`);
  await reach(page, button);
  const download = page.waitForEvent("download");
  const ready = page.locator("#ready a[href*='/proofs/']:not([href*='/page'])");
  await page.keyboard.press("Enter");
  const first = await Promise.race([download, ready.waitFor()]);
  if (first === undefined) await press(page, ready);
  return readDownload(await download);
}

/** Goes there with the tab key alone. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < 200; step++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The tab key does not lead to ${String(target)} on ${page.url()}.`);
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(text);
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press("Enter");
}

async function downloadBy(page: Page, link: Locator): Promise<Buffer> {
  await reach(page, link);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  return readDownload(download);
}

async function readDownload(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
