import { auditPage, findBrowser, openBrowser } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSite, type TestSite } from "./site.test-support.ts";

const executable = await findBrowser();
let site: TestSite;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  if (executable === undefined) return;
  [site, browser] = await Promise.all([startTestSite(), openBrowser(executable)]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test(
  "every page of the main path, by keyboard only, accessible in light and dark",
  { timeout: 180_000 },
  async ({ skip }) => {
    skip(executable === undefined, "skipped: no browser");
    const letter = await site.notify({ attachment: Buffer.from("%PDF-1.7 lease") });
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
    const audit = async (name: string) => {
      for (const complaint of await auditPage(page)) complaints.push(`${name}: ${complaint}`);
    };
    /** Tabs until a control whose words match has the focus, as somebody without a mouse does. */
    const press = async (words: string) => {
      for (let steps = 0; steps < 40; steps += 1) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
        if (focused === words) return page.keyboard.press("Enter");
      }
      throw new Error(`"${words}" cannot be reached by keyboard on ${page.url()}`);
    };

    await page.goto(`${site.origin}/?lang=en`);
    await audit("check code");
    await page.goto(letter.link);
    await audit("notice");
    await press("Is this genuine?");
    await page.waitForURL("**/genuine");
    await audit("genuine");
    await page.goBack();
    await press("This is not for me");
    await page.waitForURL("**/not-for-me");
    await audit("not for me");
    await page.goBack();
    await press("Send me two codes");
    await page.waitForURL("**/codes");
    await audit("codes");
    await page.getByLabel("Code from the e-mail").focus();
    await page.keyboard.type("000000");
    await page.keyboard.type("000000");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await audit("wrong codes");

    const codes = await site.letters.codesFor(letter.deliveryId);
    await page.getByLabel("Code from the e-mail").focus();
    // A full field leads on to the next by itself, and from the last to the button.
    await page.keyboard.type(codes.email);
    await page.keyboard.type(codes.sms);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/decide");
    await audit("decision");
    await press("Accept and read");
    await page.waitForURL("**/wait");
    await audit("wait");
    await site.letters.consign(letter.deliveryId);
    await page.waitForURL("**/message");
    await audit("message");
    expect(complaints).toEqual([]);
    await context.close();
  },
);
