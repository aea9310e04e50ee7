import { createTryLimit } from "@posthorn/db";
import {
  auditPage,
  createVerbBench,
  findBrowser,
  openBrowser,
  tabTo,
  PEOPLE,
  type VerbBench,
} from "@posthorn/testkit";
import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

// skipped: no browser — where neither the packaged nor an installed one runs.
const executablePath = await findBrowser();
const noBrowser = executablePath === undefined;

let bench: VerbBench;
let portal: RunningPortal;
let browser: Browser | undefined;

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
}, 60_000);
afterAll(async () => {
  await browser?.close();
  if (executablePath === undefined) return;
  await portal.close();
  await bench.close();
});

/** The browser's own authenticator, as a phone or laptop has one. */
interface Device {
  verify(verified: boolean): Promise<void>;
}

async function visit(
  act: (page: Page, device: Device) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser!.newContext({ locale: "en", ...options });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await act(page, await giveDevice(await context.newCDPSession(page)));
    expect(complaints.filter((text) => /Content.Security.Policy|Refused to|Error:/i.test(text))).toEqual([]);
  } finally {
    await context.close();
  }
}

async function giveDevice(session: CDPSession): Promise<Device> {
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  return {
    verify: async (isUserVerified) => {
      await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
  };
}

async function press(page: Page, selector: string, leadsTo: RegExp): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
  await page.waitForURL(leadsTo);
}

async function signInByPassword(page: Page, personId: string): Promise<void> {
  const person = PEOPLE.find(({ id }) => id === personId);
  await page.goto(`${portal.url}/sign-in?lang=en`);
  await tabTo(page, "#email");
  await page.keyboard.type(person?.email ?? "");
  await tabTo(page, "#password");
  await page.keyboard.type(person?.password ?? "");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/$/);
}

test.skipIf(noBrowser)(
  "with the keyboard alone a passkey is added, signs in, and is removed; axe finds nothing on the way",
  async () => {
    await visit(async (page) => {
      // A browser without windows would choose among its proposals at once.
      await page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
      await signInByPassword(page, "per_SEED0NELECLAES");
      await page.goto(`${portal.url}/security`);
      await press(page, '#passkeys a[href="/security/passkeys/add"]', /\/add$/);
      expect(await auditPage(page)).toEqual([]);
      await tabTo(page, "#name");
      await page.keyboard.press("Control+A");
      await page.keyboard.type("Laptop");
      await press(page, '#add button[type="submit"]', /done=added/);
      await page.getByRole("status").getByText("The passkey is added.").waitFor();
      expect(await auditPage(page)).toEqual([]);
      await page.locator('form[action="/sign-out"] button').press("Enter");
      await page.waitForURL(/signed-out/);

      await page.goto(`${portal.url}/sign-in?next=/security/passkeys`);
      expect(await auditPage(page)).toEqual([]);
      // Before anything else of the page.
      await tabTo(page, 'main button[type="submit"]');
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
        "Sign in with a passkey",
      );
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/security\/passkeys$/);
      await page.getByRole("rowheader", { name: /Laptop/ }).waitFor();
      await press(page, 'a[aria-label="Remove Laptop"]', /\/remove$/);
      expect(await auditPage(page)).toEqual([]);
      await press(page, '#remove button[type="submit"]', /done=removed/);
      await page.getByText("You have no passkey yet").waitFor();
      expect(await auditPage(page)).toEqual([]);

      // The device still has it: that it opens nothing is said on a page of its own.
      await page.locator('form[action="/sign-out"] button').press("Enter");
      await page.waitForURL(/signed-out/);
      await page.getByRole("button", { name: "Sign in with a passkey" }).press("Enter");
      await page.waitForURL(/\/sign-in\/passkey$/);
      await page.getByRole("alert").getByText("does not open an account here").waitFor();
      expect(await auditPage(page)).toEqual([]);
    });
  },
  60_000,
);

test.skipIf(noBrowser)(
  "what the browser refuses is said, the button is there again, and nothing was sent",
  async () => {
    await visit(async (page, device) => {
      await signInByPassword(page, "per_SEED0CAMILLEDUBOIS");
      await page.goto(`${portal.url}/security/passkeys/add?lang=en`);
      const make = page.getByRole("button", { name: "Make the passkey" });
      await device.verify(false);
      await make.press("Enter");
      await page.getByRole("alert").getByText("No passkey was made.").waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("Make the passkey");
      await device.verify(true);
      await make.press("Enter");
      await page.waitForURL(/done=added/);
      await page.goto(`${portal.url}/security/passkeys/add`);
      await make.press("Enter");
      await page.getByRole("alert").getByText("already has a passkey for your account").waitFor();
      expect(page.url()).toBe(`${portal.url}/security/passkeys/add`);
    });
  },
  60_000,
);

test.skipIf(noBrowser)(
  "a passkey that is chosen among the proposals of the address field signs in",
  async () => {
    await visit(async (page) => {
      await signInByPassword(page, "per_SEED0PIETERDECLERCQ");
      await page.goto(`${portal.url}/security/passkeys/add`);
      await page.getByRole("button", { name: "Make the passkey" }).press("Enter");
      await page.waitForURL(/done=added/);
      await page.locator('form[action="/sign-out"] button').press("Enter");
      // A browser without windows chooses by itself.
      await page.waitForURL(`${portal.url}/`);
      expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(true);
    });
  },
);

test.skipIf(noBrowser)("a browser that knows no passkeys says so, and the other ways stay", async () => {
  await visit(async (page) => {
    await page.addInitScript("delete window.PublicKeyCredential");
    await page.goto(`${portal.url}/sign-in?lang=en`);
    await page.getByRole("alert").getByText("This browser does not know passkeys.").waitFor();
    expect(await page.getByRole("button", { name: "Sign in with a passkey" }).isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Sign in", exact: true }).isVisible()).toBe(true);
  });
});

test.skipIf(noBrowser)(
  "without JavaScript the page says what passkeys need, and the other ways stay",
  async () => {
    await visit(
      async (page) => {
        await page.goto(`${portal.url}/sign-in?lang=en`);
        await page.getByText("Passkeys need JavaScript.").waitFor();
        expect(await page.getByRole("button", { name: "Sign in with a passkey" }).isVisible()).toBe(false);
        expect(await page.getByRole("button", { name: "Sign in", exact: true }).isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  },
);
