import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { auditPage, findBrowser, openBrowser, sampleBundle } from "@posthorn/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPage } from "./build-page.ts";
import { verifierPage } from "./index.ts";

const executablePath = await findBrowser();
const folder = mkdtempSync(join(tmpdir(), "posthorn-verifier-"));
let browser: Browser | undefined;

beforeAll(async () => {
  if (executablePath) browser = await openBrowser(executablePath);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the committed page is what the sources give (vitest -u writes it anew)", async () => {
  await expect(await buildPage()).toMatchFileSnapshot("../verifier.html");
});

test.skipIf(!executablePath)(
  "opened from disk it passes a good bundle, refuses a tampered one, and asks the network for nothing (skipped: no browser)",
  async () => {
    const path = join(folder, "verifier.html");
    writeFileSync(path, await verifierPage());
    const print = Buffer.from("%PDF-1.7 as printed");
    const { bytes } = await sampleBundle({
      open: true,
      originals: [{ name: "message.txt", bytes: Buffer.from("text"), print }],
    });
    const context = await browser!.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(path).href);
    await page.setInputFiles("#file", [
      { name: "evidence-incomplete.asice", mimeType: "application/zip", buffer: Buffer.from(bytes) },
      { name: "message.txt", mimeType: "text/plain", buffer: Buffer.from("text") },
      { name: "paper.pdf", mimeType: "application/pdf", buffer: print },
    ]);
    await page.getByRole("heading", { name: "Everything fits together" }).waitFor();
    expect(await page.locator("#result").textContent()).toContain("Incomplete");
    expect(await page.locator("#result").textContent()).toContain("compared with message.txt");
    expect(await page.locator("tr", { hasText: "as printed" }).textContent()).toContain("paper.pdf");
    await page.getByLabel("Language").selectOption("fr");
    await page.getByRole("heading", { name: "Tout concorde" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");
    await page.getByLabel("Langue").selectOption("en");
    expect(await auditPage(page)).toEqual([]);
    await page.getByRole("button", { name: "Start anew" }).click();
    const tampered = Uint8Array.from(bytes);
    tampered[Math.floor(bytes.length / 2)] = (tampered[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    await page.setInputFiles("#file", [
      { name: "evidence.asice", mimeType: "application/zip", buffer: Buffer.from(tampered) },
    ]);
    await page.locator(".verdict.failed, .verdict.open").waitFor();
    expect(await page.locator(".verdict.passed").count()).toBe(0);
    expect(asked).toEqual([pathToFileURL(path).href]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);
