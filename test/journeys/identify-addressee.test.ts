// The addressee shows who he is, in a real browser against the whole stack: itsme in Dutch, both kinds of card in French, from notice to message.

import { auditPage, confirmAtItsme, findBrowser, installWebEid, openBrowser } from "@posthorn/testkit";
import type { ApiAddressee, CardId } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

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

const BODY = "De huur van oktober is niet betaald.";

test.skipIf(executable === undefined)("itsme, in Dutch, on a phone (skipped: no browser)", async () => {
  const words = textsFor("nl");
  const { id, page, context } = await openNotice({ language: "nl" });
  await page.getByRole("button", { name: words.collectIdentify.itsme }).click();
  await page.waitForURL("**/citizen/**");
  await confirmAtItsme(page, "jan");
  const shown = await accept(page, "nl");
  expect(shown).toContain(
    words.collectIdentify.decide.person({ name: "Jan Peeters", way: "itsme, niveau hoog" }),
  );
  await expectEvidence(id, ["Jan Peeters", "itsme"], ["74030251728", "1974-03-02"]);
  await context.close();
});

test.skipIf(executable === undefined).each([
  ["jan", "Jan Peeters"],
  ["ioana", undefined],
] as const)("card %s, in French (skipped: no browser)", async (card, expected) => {
  const { profile } = stack.standIns.cards.cards[card];
  const { familyName, givenNames = "", registerNumber = "" } = profile.holder;
  const name = expected ?? `${givenNames} ${familyName}`;
  const words = textsFor("fr");
  const addressee = { language: "fr", name: familyName, first_names: givenNames } as const;
  const { id, page, context } = await openNotice(addressee, card);
  await page.getByRole("button", { name: words.collectIdentify.card }).click();
  await page.getByRole("button", { name: words.webEid.button }).click();
  const shown = await accept(page, "fr");
  const way = "carte d’identité, niveau élevé";
  expect(shown).toContain(words.collectIdentify.decide.person({ name, way }));
  await expectEvidence(id, [familyName], [registerNumber, profile.holder.birthdate]);
  await context.close();
});

/** A message that asks itsme or eID, its notice open in a browser of the addressee's own, with his card in the reader. */
async function openNotice(
  values: Partial<ApiAddressee>,
  card: CardId = "jan",
): Promise<{ readonly id: string; readonly page: Page; readonly context: BrowserContext }> {
  const contact = newAddressee(values);
  const accepted = await stack.api.submit(
    newMessage([contact], { body: BODY, required_identification: "eid_or_itsme" }),
  );
  const notice = await stack.post.mailTo(contact.email);
  const context = await browser.newContext({
    locale: `${contact.language}-BE`,
    viewport: { width: 360, height: 740 },
  });
  await installWebEid(context, stack.standIns.cards.cards[card]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(notice.links.find((link) => link.includes("/l/")) ?? "");
  expect(await auditPage(page)).toEqual([]);
  return { id: accepted.deliveries[0]?.id ?? "", page, context };
}

/** What the page of the decision said. */
async function accept(page: Page, language: "nl" | "fr"): Promise<string> {
  const { decide } = textsFor(language).collect;
  await page.getByRole("heading", { level: 1, name: decide.title }).waitFor();
  expect(await auditPage(page)).toEqual([]);
  const shown = await page.locator("main").innerText();
  await page.getByRole("button", { name: decide.acceptButton }).click();
  await page.getByText(BODY).waitFor();
  return shown.replaceAll(/\s+/g, " ");
}

async function expectEvidence(id: string, says: readonly string[], hides: readonly string[]): Promise<void> {
  const list = await stack.api.evidence(id, ["ConsignmentAcceptance", "ContentConsignment"]);
  const sealed = await Promise.all(list.map(({ id: record }) => stack.api.sealed(`/evidence/${record}`)));
  const texts = sealed.map((bytes) => Buffer.from(bytes).toString("utf8"));
  const acceptance = texts.find((text) => text.includes("Event/ConsignmentAcceptance")) ?? "";
  for (const word of says) expect(acceptance).toContain(word);
  for (const word of hides) expect(texts.join("\n")).not.toContain(word);
}
