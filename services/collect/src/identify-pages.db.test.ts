import { auditPage, confirmAtItsme, findBrowser, installWebEid, openBrowser } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type IdentifyingSite, startIdentifyingSite, wordsIn } from "./identification.test-support.ts";

const executable = await findBrowser();
let site: IdentifyingSite;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  if (executable === undefined) return;
  [site, browser] = await Promise.all([startIdentifyingSite(), openBrowser(executable)]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Tabs until a control whose words match has the focus, as somebody without a mouse does. */
async function press(page: Page, words: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    if (focused === words) return page.keyboard.press("Enter");
  }
  throw new Error(`"${words}" cannot be reached by keyboard on ${page.url()}`);
}

test(
  "itsme and card by keyboard only, with everything that turns somebody away, accessible in light and dark",
  { timeout: 180_000 },
  async ({ skip }) => {
    skip(executable === undefined, "skipped: no browser");
    const context = await browser.newContext({ locale: "fr-BE" });
    const { cards } = site.cards.set;
    const webEid = await installWebEid(context, cards.jan_revoked);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
    const audit = async (name: string) => {
      for (const complaint of await auditPage(page)) complaints.push(`${name}: ${complaint}`);
    };
    const words = wordsIn("fr");
    const answer = textsFor("fr").webEid.button;

    const letter = await site.letter();
    await page.goto(`${letter.link}?lang=fr`);
    await audit("notice");
    await press(page, words.itsme);
    await page.waitForURL("**/citizen/**");
    await confirmAtItsme(page, "cancel");
    await audit("cancelled");
    await press(page, words.card);
    await page.waitForURL("**/card");
    await audit("card");
    await press(page, answer);
    await page.getByRole("alert").waitFor();
    await audit("card refused");
    webEid.choose("ERR_WEBEID_USER_CANCELLED");
    await press(page, answer);
    await page.getByText(textsFor("fr").webEid.island.cancelled).first().waitFor();
    webEid.choose(cards.nele);
    await press(page, answer);
    await page.getByRole("heading", { level: 1, name: words.mismatch.title }).waitFor();
    await audit("mismatch");
    await press(page, words.itsme);
    await page.waitForURL("**/citizen/**");
    await confirmAtItsme(page, "jan");
    await page.waitForURL("**/decide");
    await audit("decision");
    await page.goto(`${site.origin}/itsme/callback?state=${"x".repeat(43)}`);
    await audit("lost try");

    const company = await site.letter({
      kind: "organisation",
      name: "Immo Vandewalle bv",
      first_names: null,
      enterprise_number: "0403019261",
    });
    await page.goto(company.link);
    await page.getByText(words.delegate.title).click();
    await audit("notice for an organisation");
    expect(complaints).toEqual([]);
    await context.close();
  },
);
