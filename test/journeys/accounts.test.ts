// The life of accounts in a real browser against the whole stack: registered, approved, used to send and to receive, handed over, closed and taken back.

import { randomBytes } from "node:crypto";
import { auditPage, findBrowser, openBrowser, sampleLetter } from "@posthorn/testkit";
import { brusselsDate, dateInWords, textsFor } from "@posthorn/texts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkPdf } from "../actors/check-pdf.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { shareStack } from "../actors/share-stack.ts";
import { sitAtDesk } from "../actors/sit-at-desk.ts";
import {
  arrive,
  fill,
  giveCredits,
  type JourneyLanguage,
  openPage,
  press,
  save,
  showWhoOneIs,
  writeMessage,
} from "../actors/use-portal.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

const executable = await findBrowser();
const PASSWORD = "zeven blauwe fietsen bij de Leie";
const COMPANY = "Imprimerie du Parc";

let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  if (executable === undefined) return;
  [stack, browser] = await Promise.all([shareStack(), openBrowser(executable)]);
});

afterAll(async () => {
  await browser?.close();
});

test.skipIf(executable === undefined)(
  "a private person registers, shows who she is, sends, and receives in her inbox (skipped: no browser)",
  async () => {
    const words = textsFor("nl");
    const griet = newAddressee({ email: newEmail("griet"), name: "Vermeulen", first_names: "Griet" });
    const page = await openPage(browser, "nl");
    await register(page, "nl", "private", { ...griet, firstNames: "Griet", familyName: "Vermeulen" });
    await arrive(page, words.identify.title);
    await showWhoOneIs(page, "nl", "griet");

    await giveCredits(stack, griet.email, 5);
    const addressee = newAddressee();
    const subject = "Opzegging van de huur";
    await writeMessage(stack, page, "nl", { addressee, subject, body: "Ik zeg de huur op." });
    await press(page, words.compose.preview.send);
    await arrive(page, subject);
    expect((await stack.post.mailTo(addressee.email)).text).toContain("Griet Vermeulen");

    await receive(page, griet);
    await page.context().close();
  },
);

test.skipIf(executable === undefined)(
  "a company applies, is approved, sends, changes hands, is closed and taken back (skipped: no browser)",
  async () => {
    const words = textsFor("fr");
    const email = newEmail("louis");
    const louis = await openPage(browser, "fr");
    await register(louis, "fr", "company", { email, firstNames: "Louis", familyName: "Lejeune" });
    await apply(louis);

    const addressee = newAddressee({ language: "fr" });
    const message = { addressee, subject: "Mise en demeure", body: "La facture reste impayée." };
    await writeMessage(stack, louis, "fr", message);
    await press(louis, words.compose.preview.send);
    await louis.getByText(words.errors.codes.account_applying.happened).waitFor();

    const desk = await sitAtDesk(stack, browser, "registration_officer", "de");
    await approve(desk);
    await desk.context().close();
    await mailWith(email, words.accountMails.kinds.application_approved.subject);

    await giveCredits(stack, email, 5);
    await writeMessage(stack, louis, "fr", message);
    await press(louis, words.compose.preview.send);
    await arrive(louis, message.subject);
    expect((await stack.post.mailTo(addressee.email)).text).toContain(COMPANY);

    const anne = await invite(louis);
    await handOver(louis, anne);
    await closeAndTakeBack(anne);
    await anne.context().close();
  },
);

function newEmail(name: string): string {
  return `${name}.${randomBytes(4).readUInt32BE()}@post.example`;
}

function mailWith(address: string, subject: string) {
  return stack.post.mailTo(address, { matches: (mail) => mail.subject.includes(subject) });
}

async function expectNoFault(page: Page): Promise<void> {
  expect(await auditPage(page), page.url()).toEqual([]);
}

/** Whole, and about the company, as far as programs are installed that read PDF. */
async function expectPdf(bytes: Buffer): Promise<void> {
  expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  const text = await checkPdf(bytes);
  expect(text ?? COMPANY).toContain(COMPANY);
}

/** From the first form to being signed in. */
async function register(
  page: Page,
  language: JourneyLanguage,
  kind: "private" | "company",
  person: { readonly email: string; readonly firstNames: string; readonly familyName: string },
): Promise<void> {
  const words = textsFor(language).registration;
  await page.goto(`${stack.addresses.services.portal}/register`);
  await arrive(page, words.title);
  await page.locator(`[name=kind][value=${kind}]`).check();
  await press(page, words.goOn);
  const { email, firstNames, familyName } = person;
  await page.locator("[name=first_names]").waitFor();
  await fill(page, { first_names: firstNames, family_name: familyName, email });
  if (kind === "private")
    await fill(page, { street: "Kerkstraat", number: "7", postcode: "9000", town: "Gent" });
  await page.locator("[name=accept_terms]").check();
  await page.locator("[name=accept_privacy]").check();
  // The same page but for the address: looked at once.
  if (kind === "private") await expectNoFault(page);
  await press(page, words.submit);
  await arrive(page, words.sent.title);

  const isLink = (link: string) => link.includes("/register/confirm/");
  const mail = await stack.post.mailTo(email, { matches: ({ links }) => links.some(isLink) });
  await page.goto(mail.links.find(isLink) ?? "");
  await arrive(page, words.confirm.title);
  await fill(page, { next: PASSWORD, again: PASSWORD });
  await press(page, words.confirm.make);
}

/** A letter of a company's, from the mail about it to the list of what was accepted. */
async function receive(
  page: Page,
  person: { readonly email: string; readonly mobile: string },
): Promise<void> {
  const { collect, inbox } = textsFor("nl");
  const letter = Buffer.from(await sampleLetter("Ingebrekestelling", ["Betaal."], stack.clock.now()));
  const addressee = newAddressee({ ...person, name: "Vermeulen", first_names: "Griet", language: "nl" });
  await stack.api.submit(newMessage([addressee], { body: "De huur is niet betaald." }), {
    attachments: [{ name: "brief.pdf", type: "application/pdf", bytes: letter }],
  });
  await stack.post.mailTo(person.email, {
    matches: ({ links }) => links.some((link) => link.includes("/l/")),
  });
  await page.goto(`${stack.addresses.services.portal}/inbox`);
  await arrive(page, inbox.title);
  await page.getByText(inbox.states.notified, { exact: true }).waitFor();
  await page.getByRole("link", { name: "Immo Vandewalle bv" }).click();
  await press(page, collect.notice.send);
  const withCode = { matches: (each: { codes: readonly string[] }) => each.codes.length > 0 };
  const [mail, text] = await Promise.all([
    stack.post.mailTo(person.email, withCode),
    stack.post.textTo(person.mobile, withCode),
  ]);
  await fill(page, { email: mail.codes[0] ?? "", sms: text.codes[0] ?? "" });
  await press(page, collect.codes.button);
  await press(page, collect.decide.acceptButton);
  await page.getByText("De huur is niet betaald.").waitFor();
  expect(await save(page, page.locator("a[href]", { hasText: "brief.pdf" }).first())).toEqual(letter);

  await page.goto(`${stack.addresses.services.portal}/inbox`);
  await page.getByText(inbox.states.collected, { exact: true }).waitFor();
  // A year, as a new account is set.
  const last = brusselsDate(stack.clock.now()).add({ days: 365 });
  await page.getByText(`${inbox.until} ${last.day} `).waitFor();
  await expectNoFault(page);
}

async function apply(page: Page): Promise<void> {
  const words = textsFor("fr").registration.application;
  await arrive(page, words.title);
  await fill(page, {
    company_name: COMPANY,
    enterprise_number: "BE 0876.543.270",
    street: "Rue du Parc",
    number: "4",
    postcode: "4020",
    town: "Liège",
    representative_name: "Louis Lejeune",
    representative_function: "administrateur",
    representative_email: "louis@parc.example",
  });
  await page.locator("[name=legal_form]").selectOption({ index: 1 });
  await page.locator("[name=vat_liable][value=yes]").check();
  await press(page, words.company.save);
  const download = page.getByRole("link", { name: words.form.download });
  const form = await save(page, download);
  await expectPdf(form);
  await expectNoFault(page);

  for (const kind of ["approval_form", "kbo_extract"] as const) {
    await page
      .locator(`#${kind}`)
      .setInputFiles({ name: `${kind}.pdf`, mimeType: "application/pdf", buffer: form });
    await page.locator(`form:has(#${kind}) button`).click();
    await page.getByRole("cell", { name: words.documents.kinds[kind], exact: true }).waitFor();
  }
  await page.getByRole("link", { name: words.identity.go }).click();
  await showWhoOneIs(page, "fr", "louis");
  await page.goto(`${stack.addresses.services.portal}/company/application`);
  await page.locator("[name=processor_agreement]").check();
  await press(page, words.submit.button);
  await page.getByText(words.states.submitted.title, { exact: true }).waitFor();
}

async function approve(page: Page): Promise<void> {
  const words = textsFor("de").mandates;
  await page.goto(`${stack.addresses.services.backoffice}/companies`);
  await page.getByRole("link", { name: COMPANY }).click();
  await expectNoFault(page);
  const paper = await save(page, page.locator("a[href*='/documents/']").first());
  await expectPdf(paper);
  for (const check of Object.values(words.decide.checks)) await page.getByLabel(check).check();
  await press(page, words.decide.approve);
  await page.getByText(words.decide.done.approved).waitFor();
}

/** Opens the invitation as somebody new, and is signed in. */
async function invite(admin: Page): Promise<Page> {
  const { invitation, members } = textsFor("fr");
  const email = newEmail("anne");
  await admin.goto(`${stack.addresses.services.portal}/company/members`);
  await admin.getByRole("link", { name: members.invite.link }).click();
  await fill(admin, { emails: email });
  await press(admin, members.invite.button);
  await admin.getByText(members.done.invited).waitFor();
  await expectNoFault(admin);

  const isLink = (link: string) => link.includes("/invitation/");
  const mail = await stack.post.mailTo(email, { matches: ({ links }) => links.some(isLink) });
  const anne = await openPage(browser, "fr");
  await anne.goto(mail.links.find(isLink) ?? "");
  await arrive(anne, invitation.title(COMPANY));
  await expectNoFault(anne);
  await fill(anne, { first_names: "Anne", family_name: "Collard", password: PASSWORD, again: PASSWORD });
  await anne.locator("[name=accepted]").check();
  await press(anne, invitation.anew.button);
  await arrive(anne, invitation.states.joined.title(COMPANY));
  return anne;
}

/** The first admin names the second and leaves; who remains cannot. */
async function handOver(first: Page, second: Page): Promise<void> {
  const { members, portal } = textsFor("fr");
  const list = `${stack.addresses.services.portal}/company/members`;
  await first.goto(list);
  await first.getByRole("link", { name: members.manageOne("Anne Collard") }).click();
  await arrive(first, "Anne Collard");
  await first.locator("[name=role][value=admin]").check();
  await press(first, members.one.saveRole);
  await first.getByText(members.done.role).waitFor();
  await first.getByRole("link", { name: members.leave.link }).click();
  await arrive(first, members.leave.title);
  await press(first, members.leave.button);
  await first.getByText(portal.signIn.signedOut).waitFor();
  await first.context().close();

  await second.goto(list);
  await second.getByRole("link", { name: members.leave.link }).click();
  await second.getByText(members.leave.onlyAdmin).waitFor();
}

async function closeAndTakeBack(page: Page): Promise<void> {
  const words = textsFor("fr").closing;
  await page.goto(`${stack.addresses.services.portal}/account/close`);
  await arrive(page, words.title);
  // The first message is still on its way.
  await page.locator("[name=mode][value=now]").check();
  await press(page, words.choose.go);
  await arrive(page, words.confirm.title);
  await fill(page, { word: words.confirm.word });
  await press(page, words.confirm.submit);
  await arrive(page, words.state.closedTitle);
  const lastDay = brusselsDate(stack.clock.now()).add({ days: 44 });
  await page.getByText(words.state.closed(dateInWords("fr", lastDay))).waitFor();
  await expectNoFault(page);
  await press(page, words.undo.submit);
  await page.getByText(words.done.reopened).waitFor();
}
