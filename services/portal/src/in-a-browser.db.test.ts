import { createTryLimit } from "@posthorn/db";
import {
  auditPage,
  createVerbBench,
  findBrowser,
  openBrowser,
  pressEnter,
  tabTo,
  typeInto,
  PEOPLE,
  type VerbBench,
} from "@posthorn/testkit";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "./deps.ts";
import { type RunningPortal, startPortal } from "./start.test-support.ts";

// skipped: no browser — where neither the packaged nor an installed one runs.
const executablePath = await findBrowser();
const noBrowser = executablePath === undefined;

let bench: VerbBench;
let portal: RunningPortal;
let browser: Browser | undefined;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  if (executablePath === undefined) return;
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
  browser = await openBrowser(executablePath);
  context = await browser.newContext({ locale: "en", viewport: { width: 1320, height: 900 } });
  page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 4"))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  if (executablePath === undefined) return;
  await portal.close();
  await bench.close();
});

test.skipIf(noBrowser)(
  "a message is written, looked over and sent with the keyboard alone; axe finds nothing on the way",
  async () => {
    const lotte = PEOPLE[0];
    await page.goto(`${portal.url}/sign-in?lang=en`);
    expect(await auditPage(page)).toEqual([]);
    await typeInto(page, "#email", lotte?.email ?? "");
    await typeInto(page, "#password", lotte?.password ?? "");
    await pressEnter(page, /\/$/);
    expect(await auditPage(page)).toEqual([]);
    await tabTo(page, 'a[href="/compose"]');
    await pressEnter(page, /\/compose\/dft_/);
    await typeInto(page, '[name="addressees.0.first_names"]', "Jan");
    await typeInto(page, '[name="addressees.0.name"]', "Peeters");
    await typeInto(page, '[name="addressees.0.email"]', "jan.peeters@example.be");
    await typeInto(page, '[name="addressees.0.mobile"]', "0470 12 34");
    await typeInto(page, '[name="subject"]', "Formal notice");
    await typeInto(page, '[name="body"]', "Dear Mr Peeters,");
    // Kept while one types, without a button.
    await page.locator("[data-draft-status]", { hasText: "Draft kept" }).waitFor();
    await page.locator("#plan", { hasText: "Jan gets an e-mail" }).waitFor();
    await tabTo(page, 'button[value="review"]');
    await page.keyboard.press("Enter");
    await page.locator("#error-summary").waitFor();
    expect(await auditPage(page)).toEqual([]);
    await tabTo(page, '#error-summary a[href="#addressees.0.mobile"]');
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe(
      "addressees.0.mobile",
    );
    await page.keyboard.press("End");
    await page.keyboard.type(" 12");
    await tabTo(page, 'button[value="review"]');
    await pressEnter(page, /\/preview$/);
    expect(await auditPage(page)).toEqual([]);
    await tabTo(page, 'form[action$="/send"] button');
    await pressEnter(page, /\/deliveries\/dlv_/);
    expect(await page.textContent("h1")).toBe("Formal notice");
    expect(await auditPage(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
  120_000,
);

test.skipIf(noBrowser)(
  "Enter in a field keeps the draft and removes nobody; a draft typed and left is there again",
  async () => {
    await page.goto(`${portal.url}/compose`);
    await page.click('button[value="add-addressee"]');
    await page.waitForURL(/addressees/);
    await page.fill('[name="addressees.1.name"]', "Maes");
    await page.press('[name="addressees.1.name"]', "Enter");
    await page.waitForLoadState();
    expect(await page.locator(".party").count()).toBe(2);
    const kept = page.waitForResponse((answer) => answer.url().endsWith("/draft"));
    await page.fill('[name="subject"]', "Left behind");
    await kept;
    await page.goto(`${portal.url}/drafts`);
    await page.getByRole("link", { name: "Left behind", exact: true }).click();
    expect(await page.inputValue('[name="addressees.1.name"]')).toBe("Maes");
  },
  60_000,
);

test.skipIf(noBrowser)(
  "files arrive by the picker with their digest compared; a program is refused with its reason",
  async () => {
    await page.goto(`${portal.url}/compose`);
    await page.setInputFiles('input[type="file"]', [
      { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear Jan\n".repeat(50_000)) },
      { name: "invoice.pdf", mimeType: "application/pdf", buffer: Buffer.from(`MZ${"\0".repeat(4000)}`) },
    ]);
    await page
      .locator(".file", { hasText: "letter.txt" })
      .getByRole("button", { name: /Remove/ })
      .waitFor();
    const refused = page.locator(".file", { hasText: "invoice.pdf" });
    await refused.locator(".err:visible").waitFor();
    expect(await auditPage(page)).toEqual([]);
    await page.reload();
    expect(await page.locator(".file").count()).toBe(1);
    await page
      .locator(".file")
      .getByRole("button", { name: /Remove/ })
      .click();
    await page.waitForURL(/#attachments/);
    expect(await page.locator(".file").count()).toBe(0);
  },
  60_000,
);

test.skipIf(noBrowser).each(["/", "/sent", "/drafts", "/compose"])(
  "%s fits a phone, and axe finds nothing, in the longest of our languages",
  async (path) => {
    for (const language of ["de", "fr"]) {
      await page.goto(`${portal.url}${path}`);
      await page.goto(`${page.url().split("?")[0] ?? ""}?lang=${language}`);
      expect(await auditPage(page)).toEqual([]);
    }
  },
);
