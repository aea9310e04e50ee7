import { afterAll, beforeAll, expect, test } from "vitest";
import { newItsmeSecrets } from "@posthorn/identity";
import { Hono } from "hono";
import type { Browser } from "playwright-core";
import { auditPage } from "../browser/audit-page.ts";
import { findBrowser, openBrowser } from "../browser/open-browser.ts";
import { manualClock } from "../standin/clock.ts";
import { serveApp, type ServedApp } from "../standin/serve.ts";
import { startItsmeBench, type ItsmeBench } from "./itsme-bench.ts";
import { confirmAtItsme } from "./play-citizen.ts";

const executable = await findBrowser();
const clock = manualClock("2026-11-22T09:00:00Z");
let browser: Browser;
let site: ServedApp;
let bench: ItsmeBench;

beforeAll(async () => {
  if (executable === undefined) return;
  const app = new Hono();
  app.get("/itsme/callback", (c) => c.text("back"));
  site = await serveApp(app, { port: 0 });
  const callback = `${site.url.replace("127.0.0.1", "collect.localhost")}/itsme/callback`;
  bench = await startItsmeBench({ clock, redirectUris: [callback], askRegisterNumber: true });
  browser = await openBrowser(executable);
}, 60_000);
afterAll(() => Promise.all([browser?.close(), bench?.stop(), site?.stop()]));

async function openChooser(language: "nl" | "en") {
  const { itsme, redirectUri } = bench;
  const secrets = newItsmeSecrets();
  const startedAt = clock.now();
  const page = await browser.newPage();
  await page.goto(await itsme.begin({ ...secrets, redirectUri, language }));
  return { page, secrets, startedAt };
}

test.skipIf(executable === undefined)(
  "a person chooses who to be, in a page everybody can use (skipped: no browser)",
  async () => {
    const { itsme, redirectUri } = bench;
    const { page, secrets, startedAt } = await openChooser("nl");
    expect(await page.getByText("rijksregisternummer").first().isVisible()).toBe(true);
    expect(await auditPage(page)).toEqual([]);
    await confirmAtItsme(page, "ana");
    const answer = { ...secrets, callbackUrl: page.url(), redirectUri, at: clock.now(), startedAt };
    expect(await itsme.finish(answer)).toMatchObject({
      kind: "identified",
      identity: { familyName: "Silva" },
    });
    await page.close();
  },
);

test.skipIf(executable === undefined)(
  "with the keyboard alone: arrows, tab, Enter; or no (skipped: no browser)",
  async () => {
    const { itsme, redirectUri } = bench;
    const { page, secrets, startedAt } = await openChooser("en");
    await page.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/callback/u);
    const answer = { ...secrets, callbackUrl: page.url(), redirectUri, at: clock.now(), startedAt };
    expect(await itsme.finish(answer)).toMatchObject({ identity: { familyName: "Maes" } });
    await page.close();
    const second = await openChooser("en");
    await confirmAtItsme(second.page, "cancel");
    const no = { ...second.secrets, callbackUrl: second.page.url(), redirectUri, at: clock.now() };
    expect(await itsme.finish({ ...no, startedAt: second.startedAt })).toEqual({ kind: "cancelled" });
    await second.page.close();
  },
);
