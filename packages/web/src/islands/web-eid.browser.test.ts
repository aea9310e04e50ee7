import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CARD_NONCE, startIslandsSite } from "../test-site/islands-site.tsx";
import type { IslandsSite } from "../test-site/islands-site.tsx";

const executablePath = await chromium.executablePath().catch(() => "");
const noBrowser = !existsSync(executablePath);
let browser: Browser | undefined;
let site: IslandsSite | undefined;

beforeAll(async () => {
  if (noBrowser) return;
  browser = await playwright.launch({ executablePath, args: ["--no-sandbox", "--headless=shell"] });
  site = await startIslandsSite();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.server.close(10);
});

/** How an extension answers: the code of a failure, `acknowledged` for nothing further; absent for success. */
interface Extension {
  readonly status?: string;
  readonly authenticate?: string;
}

async function visit(
  extension: Extension | undefined,
  act: (page: Page) => Promise<void>,
  options: BrowserContextOptions & { readonly path?: string } = {},
): Promise<void> {
  const { path = "/card", ...rest } = options;
  const context = await browser!.newContext({ locale: "en", ...rest });
  try {
    const page = await context.newPage();
    if (extension !== undefined) await page.addInitScript(play, extension);
    await page.goto(`${site!.url}${path}`);
    await act(page);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function play(extension: Extension): void {
  addEventListener("message", ({ data }: MessageEvent<Record<string, unknown>>) => {
    const action = String(data["action"]);
    const name = action === "web-eid:status" ? "status" : "authenticate";
    if (action !== `web-eid:${name}`) return;
    const say = (end: string, fields: object) => postMessage({ action: `${action}-${end}`, ...fields }, "*");
    say("ack", {});
    const wanted = extension[name];
    if (wanted === "acknowledged") return;
    if (wanted !== undefined) say("failure", { error: { code: wanted, message: "no" } });
    else
      say("success", {
        format: "web-eid:1.0",
        algorithm: "ES384",
        signature: String(data["challengeNonce"]),
        unverifiedCertificate: "AA==",
        appVersion: JSON.stringify(data["options"]),
        other: "stays here",
        extension: "2.2.1",
      });
  });
}

const identify = (page: Page) => page.getByRole("button", { name: "Identify with eID" });

test.skipIf(noBrowser)(
  "the card's answer to the page's challenge is posted, and nothing beside it",
  async () => {
    await visit({}, async (page) => {
      await identify(page).click();
      await page.waitForURL("**/moved");
      expect(JSON.parse(site!.submitted.at(-1) ?? "")).toEqual({
        format: "web-eid:1.0",
        algorithm: "ES384",
        signature: CARD_NONCE,
        unverifiedCertificate: "AA==",
        appVersion: '{"lang":"en","userInteractionTimeout":120000}',
      });
    });
  },
);

test.skipIf(noBrowser).each([
  ["no extension", undefined, "does not have the Web eID extension", true],
  ["no program", { status: "ERR_WEBEID_NATIVE_UNAVAILABLE" }, "program is not on this computer", true],
  ["an old program", { status: "ERR_WEBEID_VERSION_MISMATCH" }, "or it is too old", true],
  ["a cancelled PIN", { authenticate: "ERR_WEBEID_USER_CANCELLED" }, "You cancelled", false],
  ["no card in time", { authenticate: "ERR_WEBEID_USER_TIMEOUT" }, "did not answer in time", false],
  ["a window still open", { authenticate: "ERR_WEBEID_ACTION_PENDING" }, "still open", false],
  ["whatever else", { authenticate: "ERR_WEBEID_NATIVE_FATAL" }, "could not be read", false],
] as const)(
  "%s: it is said, the button is there again, and nothing was sent",
  async (_, extension, said, link) => {
    const before = site!.submitted.length;
    await visit(extension, async (page) => {
      await identify(page).click();
      await page.getByRole("alert").getByText(said).waitFor();
      expect(await page.getByRole("alert").getByRole("link").count()).toBe(link ? 1 : 0);
      expect(await identify(page).isEnabled()).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
        "Identify with eID",
      );
      expect(site!.submitted).toHaveLength(before);
    });
  },
);

test.skipIf(noBrowser)("while the card is awaited the button is held, and what to do is said", async () => {
  await visit({ authenticate: "acknowledged" }, async (page) => {
    await identify(page).press("Enter");
    await page.getByRole("status").getByText("type your PIN in the window that opens").waitFor();
    expect(await identify(page).isDisabled()).toBe(true);
  });
});

test.skipIf(noBrowser)("for another address than that of the site no card is asked", async () => {
  await visit(
    {},
    async (page) => {
      await identify(page).click();
      await page.getByRole("alert").getByText("at an address for which cards cannot answer").waitFor();
      expect(page.url()).toContain("/card");
    },
    { path: "/card?origin=https%3A%2F%2Fportal.example" },
  );
});

test.skipIf(noBrowser)("without JavaScript the page says what is needed and offers no button", async () => {
  await visit(
    undefined,
    async (page) => {
      await page.getByText("only be read where your browser runs JavaScript").waitFor();
      expect(await identify(page).count()).toBe(0);
    },
    { javaScriptEnabled: false },
  );
});
