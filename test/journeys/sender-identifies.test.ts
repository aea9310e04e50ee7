// Who sends shows who he is, in a real browser: activated with itsme in Dutch and sent, signed in with an identity card in French.

import {
  auditPage,
  confirmAtItsme,
  findBrowser,
  installWebEid,
  openBrowser,
  PEOPLE,
  type WebEidAct,
} from "@posthorn/testkit";
import { type Texts, textsFor } from "@posthorn/texts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee } from "../actors/write-message.ts";

const executable = await findBrowser();

let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  if (executable === undefined) return;
  [stack, browser] = await Promise.all([shareStack(), openBrowser(executable)]);
});

afterAll(async () => {
  await browser?.close();
});

async function newPage(locale: string, card?: WebEidAct): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 1320, height: 900 } });
  if (card !== undefined) await installWebEid(context, card);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

async function signIn(page: Page, personId: string, words: Texts): Promise<void> {
  const person = PEOPLE.find(({ id }) => id === personId);
  await page.goto(`${stack.addresses.services.portal}/sign-in`);
  await page.getByRole("textbox", { name: words.portal.signIn.email }).fill(person?.email ?? "");
  await page.getByLabel(words.portal.signIn.password, { exact: true }).fill(person?.password ?? "");
  await page.getByRole("button", { name: words.common.buttons.signIn, exact: true }).click();
  await arrive(page, words.portal.overview.title);
}

async function arrive(page: Page, heading: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

test.skipIf(executable === undefined)("activated with itsme, and sent (skipped: no browser)", async () => {
  const words = textsFor("nl");
  const page = await newPage("nl-BE");
  await signIn(page, "per_SEED0TOMJANSSENS", words);
  await page.getByRole("link", { name: words.identify.notes.toIdentify }).click();
  await arrive(page, words.identify.title);
  expect(await auditPage(page)).toEqual([]);

  // Somebody else's phone first.
  await page.getByRole("button", { name: words.identify.ways.itsme.button }).click();
  await page.waitForURL(/\/citizen\//u);
  await confirmAtItsme(page, "jan");
  await page.getByText(words.identify.failures.name_differs.title).waitFor();
  expect(await auditPage(page)).toEqual([]);

  await page.getByRole("button", { name: words.identify.ways.itsme.button }).click();
  await page.waitForURL(/\/citizen\//u);
  await confirmAtItsme(page, "tom");
  await page.getByText(words.identify.done.activated).waitFor();
  expect(await auditPage(page)).toEqual([]);

  await page.getByRole("link", { name: words.identify.compose, exact: true }).click();
  await arrive(page, words.compose.title);
  const contact = newAddressee();
  await page.getByLabel(words.compose.firstNames).fill("Jan");
  await page.getByLabel(words.compose.name, { exact: true }).fill("Peeters");
  await page.locator("[name='addressees.0.email']").fill(contact.email);
  await page.locator("[name='addressees.0.mobile']").fill(contact.mobile);
  await page.locator("[name=subject]").fill("Opzegging");
  await page.locator("[name=body]").fill("Geachte heer,\n\nIk zeg de huur op.");
  await page.getByRole("button", { name: words.compose.review }).click();
  await arrive(page, words.compose.preview.title);
  await page.getByRole("button", { name: words.compose.preview.send }).click();
  await arrive(page, "Opzegging");
  const notice = await stack.post.mailTo(contact.email);
  expect(notice.text).toContain("Tom Janssens");
});

test.skipIf(executable === undefined)(
  "linked and signed in with an identity card (skipped: no browser)",
  async () => {
    const words = textsFor("fr");
    const { cards } = stack.standIns.cards;
    const page = await newPage("fr-BE", cards.camille);
    await signIn(page, "per_SEED0CAMILLEDUBOIS", words);
    await page.goto(`${stack.addresses.services.portal}/security`);
    await page.getByRole("link", { name: words.identify.security.again }).click();
    await arrive(page, words.identify.title);
    await page.getByRole("button", { name: words.identify.ways.card.button }).click();
    await arrive(page, words.identify.card.title);
    expect(await auditPage(page)).toEqual([]);
    await page.getByRole("button", { name: words.webEid.button }).click();
    await page.getByText(words.identify.done.linked).waitFor();
    expect(await auditPage(page)).toEqual([]);
    await page.getByRole("button", { name: words.common.buttons.signOut }).first().click();

    await page.getByText(words.portal.signIn.signedOut).waitFor();
    await page.getByRole("button", { name: words.identify.signIn.card }).click();
    await arrive(page, words.identify.card.title);
    await page.getByRole("button", { name: words.webEid.button }).click();
    await arrive(page, words.portal.overview.title);
    await page.getByText("Camille Dubois", { exact: false }).first().waitFor();
  },
);

test.skipIf(executable === undefined)(
  "a card that opens no account, and one that is blocked (skipped: no browser)",
  async () => {
    const words = textsFor("fr");
    const { cards } = stack.standIns.cards;
    const page = await newPage("fr-BE", cards.ana);
    await page.goto(`${stack.addresses.services.portal}/sign-in`);
    await page.getByRole("button", { name: words.identify.signIn.card }).click();
    await page.getByRole("button", { name: words.webEid.button }).click();
    await page.getByText(words.identify.failures.unlinked.title).waitFor();
    expect(await auditPage(page)).toEqual([]);

    const blocked = await newPage("fr-BE", cards.jan_revoked);
    await blocked.goto(`${stack.addresses.services.portal}/sign-in`);
    await blocked.getByRole("button", { name: words.identify.signIn.card }).click();
    await blocked.getByRole("button", { name: words.webEid.button }).click();
    await blocked.getByText(words.webEid.refusals.eid_certificate_revoked).waitFor();
    expect(await auditPage(blocked)).toEqual([]);
  },
);
