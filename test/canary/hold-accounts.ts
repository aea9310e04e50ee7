// As an account holder: registered for herself, member and admin of a company, with address book, draft, team and key.

import { createVisitor, type Attachment, type Page, type Visitor } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { fillForm } from "../actors/fill-form.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { canary, canaryName } from "../secrecy/find-canaries.ts";
import { addressOf, lotte, open, PASSWORD, signIn } from "./use-portal.ts";

/** Name and words of its own. */
export const textFile = (what: string): Attachment => ({
  name: `${canary(`${what}name`)}.txt`,
  type: "text/plain",
  bytes: Buffer.from(`In a file: ${canary(`${what}bytes`)}.`),
});

async function linkTo(stack: TestStack, address: string, part: string): Promise<string> {
  const isLink = (link: string) => link.includes(part);
  const mail = await stack.post.mailTo(address, { matches: ({ links }) => links.some(isLink) });
  return mail.links.find(isLink) ?? "";
}

async function fillRegistration(stack: TestStack, visitor: Visitor, who: string): Promise<void> {
  await fillForm(visitor, await open(stack, visitor, "/register?kind=private&lang=en"), "/register", {
    first_names: canaryName(`${who}first`),
    family_name: canaryName(`${who}last`),
    email: addressOf(`${who}email`),
    street: canaryName(`${who}street`),
    number: "7",
    postcode: "9000",
    town: canaryName(`${who}town`),
    accept_terms: true,
    accept_privacy: true,
    accept_electronic_delivery: true,
  });
}

export async function registerHolder(stack: TestStack): Promise<Visitor> {
  const visitor = createVisitor({ language: "en" });
  await fillRegistration(stack, visitor, "holder");
  const confirm = await visitor.open(await linkTo(stack, addressOf("holderemail"), "/register/confirm/"));
  await fillForm(visitor, confirm, new URL(confirm.url).pathname, { next: PASSWORD, again: PASSWORD });
  return visitor;
}

/** Begun and never ended: a registration, an invitation, and signing in with what is no account's or not the password. */
export async function leaveUnfinished(stack: TestStack): Promise<void> {
  const visitor = createVisitor({ language: "en" });
  await fillRegistration(stack, visitor, "unfinished");
  for (const email of [addressOf("wrongemail"), addressOf("holderemail")]) {
    const page = await open(stack, visitor, "/sign-in?lang=en");
    await visitor.press(page, textsFor("en").common.buttons.signIn, {
      email,
      password: canary("wrongpassword"),
    });
  }
}

/** Invited by the admin, joined, made an admin; and one who is invited and never answers. */
export async function joinCompany(
  stack: TestStack,
): Promise<{ readonly lotte: Visitor; readonly member: Visitor }> {
  const admin = await signIn(stack, lotte().email, lotte().password);
  await fillForm(admin, await open(stack, admin, "/company/members/invite"), "/company/members/invite", {
    emails: `${addressOf("memberemail")}\n${addressOf("invitedemail")}`,
    role: "admin",
  });
  await fillForm(admin, await open(stack, admin, "/company/teams"), "/company/teams", {
    name: canaryName("teamname"),
    sender_name: canaryName("teamsender"),
  });
  const member = createVisitor({ language: "en" });
  const invitation = await member.open(await linkTo(stack, addressOf("memberemail"), "/invitation/"));
  await fillForm(member, invitation, "/join", {
    first_names: canaryName("memberfirst"),
    family_name: canaryName("memberlast"),
    password: PASSWORD,
    again: PASSWORD,
    accepted: true,
  });
  await fillForm(admin, await open(stack, admin, "/company/api-keys/new"), "/company/api-keys", {
    name: canaryName("keyname"),
    scopes: "messages:send",
  });
  return { lotte: admin, member };
}

/** A contact, a consent that is kept, and a draft with a file. */
export async function useAccount(stack: TestStack, visitor: Visitor, who: string): Promise<void> {
  await fillForm(visitor, await open(stack, visitor, "/contacts/new"), "/contacts/new", {
    name: canaryName(`${who}contactlast`),
    first_names: canaryName(`${who}contactfirst`),
    email: addressOf(`${who}contactemail`),
    "postal_address.street": canaryName(`${who}contactstreet`),
    "postal_address.number": "1",
    "postal_address.postcode": "9000",
    "postal_address.town": "Gent",
  });
  await fillForm(visitor, await open(stack, visitor, "/contacts/consents/new"), "/contacts/consents/new", {
    email: addressOf(`${who}agreedemail`),
    name: canaryName(`${who}agreedlast`),
    first_names: canaryName(`${who}agreedfirst`),
    stated_on: "2026-01-02",
    words: canary(`${who}agreedwords`),
  });
  const draft = await open(stack, visitor, "/compose");
  await fillForm(visitor, draft, new URL(draft.url).pathname, {
    "addressees.0.name": canaryName(`${who}draftlast`),
    "addressees.0.first_names": canaryName(`${who}draftfirst`),
    "addressees.0.email": addressOf(`${who}draftemail`),
    subject: canary(`${who}draftsubject`),
    body: canary(`${who}drafttext`),
    action: "keep",
  });
  const file = textFile(`${who}draftfile`);
  const again = await open(stack, visitor, new URL(draft.url).pathname);
  const shown = await fillForm(visitor, again, new URL(draft.url).pathname, {
    [fileField(again)]: [file],
    action: "keep",
  });
  if (!shown.text.includes(file.name)) throw new Error(`The draft has no file: ${shown.text.slice(0, 2000)}`);
}

function fileField(page: Page): string {
  const [field] = Array.from(page.document.querySelectorAll<HTMLInputElement>("#compose input[type=file]"));
  if (field === undefined) throw new Error(`No file can be added on ${page.url}.`);
  return field.name;
}
