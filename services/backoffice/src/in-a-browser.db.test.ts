import { keepIdentification } from "@posthorn/usecases";
import { auditPage, createVerbBench, findBrowser, openBrowser, type VerbBench } from "@posthorn/testkit";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inviteOne, type RunningBackoffice, startBackoffice } from "./start.test-support.ts";

// skipped: no browser — where neither the packaged nor an installed one runs.
const executablePath = await findBrowser();
const noBrowser = executablePath === undefined;
const REASON = "Request of the person concerned, letter of 19 November";

let bench: VerbBench;
let desk: RunningBackoffice;
let browser: Browser | undefined;
const complaints: string[] = [];

beforeAll(async () => {
  if (executablePath === undefined) return;
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  browser = await openBrowser(executablePath);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  if (executablePath === undefined) return;
  await desk.close();
  await bench.close();
});

/** A browser of one of the staff, with a security key of its own that its owner always touches. */
async function openWithKey(): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  if (!browser) throw new Error("no browser");
  const context = await browser.newContext({ locale: "en", viewport: { width: 1320, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 4"))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page };
}

async function enrolAndSignIn(page: Page, roles: readonly string[], email: string): Promise<void> {
  const { token } = await inviteOne(bench, roles, email);
  await page.goto(`${desk.url}/enrol/${token}?lang=en`);
  await page.getByRole("button", { name: "Register a passkey" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sign-in\?enrolled/);
  await page.getByRole("button", { name: "Sign in with your passkey" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`${desk.url}/`);
}

async function keepRecord(): Promise<{ readonly commitment: string }> {
  const ctx = bench.context("owner");
  const at = Temporal.Now.instant().round("millisecond");
  return ctx.db.transaction().execute((trx) =>
    keepIdentification(trx, ctx, bench.identityKeys, {
      identity: {
        method: "itsme",
        issuer: "itsme",
        country: "BE",
        level: "high",
        authenticatedAt: at,
        familyName: "Maes",
        givenNames: "Lotte",
        birthDate: Temporal.PlainDate.from("1985-07-30"),
        registerNumber: "85073003328",
        subject: "h2qs8c4tz7",
        received: { sub: "h2qs8c4tz7", id_token: "eyJhbGciOi".repeat(80) },
      },
      purpose: "activate",
      personId: "per_SEED0LOTTEMAES",
      at,
    }),
  );
}

test.skipIf(noBrowser)(
  "an officer registers a key, comes in, finds a record and opens it with a reason; the auditor reads so in the log",
  async () => {
    const { commitment } = await keepRecord();
    const officer = await openWithKey();
    const { page } = officer;
    const { token } = await inviteOne(bench, ["auditor"], "to-come@posthorn.example");
    for (const path of [`/enrol/${token}?lang=fr`, "/sign-in?lang=de"]) {
      await page.goto(desk.url + path);
      expect(await auditPage(page)).toEqual([]);
    }
    await enrolAndSignIn(page, ["privacy_officer"], "officer@posthorn.example");
    expect(await auditPage(page)).toEqual([]);
    await page.getByRole("link", { name: "Identification records" }).first().click();
    await page.waitForURL(/\/identification-records$/);
    await page.fill("#q", "not a number");
    await page.press("#q", "Enter");
    await page.locator("#error-summary").waitFor();
    expect(await auditPage(page)).toEqual([]);
    await page.fill("#q", commitment);
    await page.press("#q", "Enter");
    await page.getByRole("link", { name: /Look at the record/ }).click();
    await page.waitForURL(/\/identification-records\/idr_/);
    expect(await auditPage(page)).toEqual([]);
    await page.fill("#reason", REASON);
    await page.getByRole("button", { name: "Open the record now" }).click();
    await page.waitForURL(/\/open$/);
    await page.getByText("85073003328").first().waitFor();
    expect(await auditPage(page)).toEqual([]);
    await page.goto(`${desk.url}/confirm?next=/security`);
    expect(await auditPage(page)).toEqual([]);
    await page.getByRole("button", { name: "Confirm with your passkey" }).click();
    await page.waitForURL(`${desk.url}/security`);
    await page.goto(`${desk.url}/security?lang=de`);
    expect(await auditPage(page)).toEqual([]);
    await officer.context.close();

    const auditor = await openWithKey();
    await enrolAndSignIn(auditor.page, ["auditor"], "auditor@posthorn.example");
    await auditor.page.goto(`${desk.url}/log`);
    await auditor.page.getByText(`Reason: ${REASON}`).waitFor();
    await auditor.page.goto(`${desk.url}/log?lang=fr`);
    expect(await auditPage(auditor.page)).toEqual([]);
    await auditor.context.close();
    expect(complaints).toEqual([]);
  },
  180_000,
);
