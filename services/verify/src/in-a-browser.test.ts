import { createHash } from "node:crypto";
import { auditPage, findBrowser, openBrowser } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHECK_LIMITS } from "./deps.ts";
import { makeSampleProof, ORIGINALS, type SampleProof } from "./sample-proof.test-support.ts";
import { startTestSite, type TestSite } from "./site.test-support.ts";

const executable = await findBrowser();
let sample: SampleProof;
let site: TestSite;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  if (executable === undefined) return;
  sample = await makeSampleProof();
  [site, browser] = await Promise.all([startTestSite(sample), openBrowser(executable)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const proofFile = () => ({ name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from(sample.pdf) });
const original = (name: keyof typeof ORIGINALS, buffer: Buffer = ORIGINALS[name]) => ({
  name,
  mimeType: "application/octet-stream",
  buffer,
});

test.skipIf(executable === undefined)(
  "originals are hashed where they lie, the proof alone travels, and the result is accessible",
  { timeout: 90_000 },
  async () => {
    // A site that takes no byte of an original: were one to travel, the answer would be a refusal.
    const strict = await startTestSite(sample, { limits: { ...CHECK_LIMITS, originalBytes: 0 } });
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
    page.on("console", (message) =>
      complaints.push(...(/Content.Security/i.test(message.text()) ? [message.text()] : [])),
    );
    await page.goto(`${strict.origin}/?lang=en`);
    await page.setInputFiles("#proof", proofFile());
    await page.setInputFiles("#originals", [
      original("message.txt"),
      original("lease.pdf", Buffer.from("%PDF-1.7 another lease")),
    ]);
    const digest = createHash("sha256").update(ORIGINALS["message.txt"]).digest("hex");
    await page.getByText(digest).waitFor();
    await page.locator(".says-digest").nth(1).waitFor();
    for (const complaint of await auditPage(page)) complaints.push(`filled form: ${complaint}`);
    await page.getByRole("button", { name: "Check it" }).click();
    await page.locator("#verdict").waitFor();

    const rows = page.locator("#parts tbody tr");
    expect(await rows.nth(0).textContent()).toContain("the same");
    expect(await rows.nth(1).textContent()).toContain("different");
    expect(await page.getByRole("button", { name: "Print this result" }).isVisible()).toBe(true);
    for (const complaint of await auditPage(page)) complaints.push(`result: ${complaint}`);
    expect(complaints).toEqual([]);
    await context.close();
    await strict.close();
  },
);

test.skipIf(executable === undefined)(
  "without JavaScript everything travels and the answer is the same",
  async () => {
    const context = await browser.newContext({ locale: "nl-BE", javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    await page.setInputFiles("#proof", proofFile());
    await page.setInputFiles("#originals", [original("message.txt"), original("lease.pdf")]);
    await page.getByRole("button", { name: "Controleren" }).click();
    expect(await page.locator(".verdict.ok h1").count()).toBe(1);
    expect(await page.locator("#parts").getByText("hetzelfde", { exact: true }).count()).toBe(2);
    await context.close();
  },
);

test.skipIf(executable === undefined)(
  "the other pages are accessible, each in another language",
  { timeout: 60_000 },
  async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    const pages = [
      ["de", "/?delivery=dlv_x&"],
      ["fr", "/log?"],
      ["nl", "/policies/practice-statement/1?"],
    ] as const;
    for (const [language, path] of pages) {
      await page.goto(`${site.origin}${path}lang=${language}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      for (const complaint of await auditPage(page)) complaints.push(`${path} ${language}: ${complaint}`);
    }
    expect(complaints).toEqual([]);
    await context.close();
  },
);
