// Somebody at the portal in a browser of his own, in one language: what every journey does there.

import { readFile } from "node:fs/promises";
import { type CitizenId, confirmAtItsme, type SeededPerson } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import type { Browser, Locator, Page } from "playwright-core";
import { ask } from "./hold-table.ts";
import type { TestStack } from "./open-stack.ts";

export type JourneyLanguage = "nl" | "fr" | "de" | "en";

/** A browser that nobody used before. */
export async function openPage(browser: Browser, language: JourneyLanguage): Promise<Page> {
  const context = await browser.newContext({
    locale: language === "en" ? "en-GB" : `${language}-BE`,
    viewport: { width: 1320, height: 900 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

/** Waits for the page with this heading; where another came, says what stands on it. */
export async function arrive(page: Page, heading: string): Promise<void> {
  try {
    await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor({ timeout: 30_000 });
  } catch (cause) {
    const shown = await page.locator("body").innerText();
    throw new Error(`"${heading}" did not come; ${page.url()} says:\n${shown.slice(0, 3000)}`, { cause });
  }
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
}

/** By the names of the fields. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
}

/** What the browser saves when the link is followed. */
export async function save(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFile(await download.path());
}

/** A file that may still be in the making: the page that waits for it offers it then. */
export async function saveWhenReady(page: Page, button: Locator): Promise<Buffer> {
  const download = page.waitForEvent("download");
  // Where the other wins, nobody waits for this one any more.
  download.catch(() => undefined);
  const ready = page.locator("#ready a[download], #ready a.primary").first();
  await button.click();
  const waited = await Promise.race([download, ready.waitFor().then(() => null)]);
  if (waited === null) await ready.click();
  return readFile(await (await download).path());
}

/** One of the seeded people, by e-mail address and password. */
export async function signIn(page: Page, stack: TestStack, person: SeededPerson): Promise<void> {
  const { portal, common } = textsFor(person.language);
  await page.goto(`${stack.addresses.services.portal}/sign-in`);
  await fill(page, { email: person.email, password: person.password });
  await press(page, common.buttons.signIn);
  await arrive(page, portal.overview.title);
}

/** From the page that asks it, back to that page. */
export async function showWhoOneIs(page: Page, language: JourneyLanguage, citizen: CitizenId): Promise<void> {
  const words = textsFor(language).identify;
  await press(page, words.ways.itsme.button);
  await page.waitForURL(/\/citizen\//u);
  await confirmAtItsme(page, citizen);
  await page.getByText(words.done.activated).waitFor();
}

/** Writes to one addressee and looks the message over; nothing is sent yet. */
export async function writeMessage(
  stack: TestStack,
  page: Page,
  language: JourneyLanguage,
  message: {
    readonly addressee: { readonly email: string; readonly mobile: string };
    readonly subject: string;
    readonly body: string;
  },
): Promise<void> {
  const words = textsFor(language).compose;
  const { addressee, subject, body } = message;
  await page.goto(`${stack.addresses.services.portal}/compose`);
  await arrive(page, words.title);
  await fill(page, {
    "addressees.0.first_names": "Jan",
    "addressees.0.name": "Peeters",
    "addressees.0.email": addressee.email,
    "addressees.0.mobile": addressee.mobile,
    subject,
    body,
  });
  await press(page, words.review);
  await arrive(page, words.preview.title);
}

/** Nobody can buy any yet: the operator books them. */
export async function giveCredits(stack: TestStack, accountEmail: string, credits: number): Promise<void> {
  const [account] = await ask<{ id: string }>(stack.ownerUrl, "SELECT id FROM account WHERE email = $1", [
    accountEmail,
  ]);
  const id = account?.id;
  await ask(
    stack.ownerUrl,
    "INSERT INTO credit_entry (account_id, kind, item, amount, entered_at) VALUES ($1, 'purchase', 'pack', $2, clock.now())",
    [id, credits],
  );
  await ask(
    stack.ownerUrl,
    `INSERT INTO account_credit (account_id, balance) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET balance = account_credit.balance + excluded.balance`,
    [id, credits],
  );
}
