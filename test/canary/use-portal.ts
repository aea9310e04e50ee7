// The invented person at the portal without a browser: signs in, opens pages, closes accounts.

import { createVisitor, PEOPLE, type Page, type Visitor } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { fillForm } from "../actors/fill-form.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { canary } from "../secrecy/find-canaries.ts";

export const PASSWORD = "zeven blauwe fietsen bij de Leie";

/** Her e-mail address in one of her parts. */
export const addressOf = (what: string) => `${canary(what)}@post.example`;

/** The admin of the company that she joins and that writes to her. */
export function lotte() {
  const [person] = PEOPLE;
  if (person === undefined) throw new Error("Nobody was seeded.");
  return person;
}

export function open(stack: TestStack, visitor: Visitor, path: string): Promise<Page> {
  return visitor.open(`${stack.addresses.services.portal}${path}`);
}

export async function signIn(stack: TestStack, email: string, password: string): Promise<Visitor> {
  const visitor = createVisitor({ language: "en" });
  await fillForm(visitor, await open(stack, visitor, "/sign-in?lang=en"), "/sign-in", { email, password });
  return visitor;
}

/** At once: what runs is called off. */
export async function closeAccount(stack: TestStack, visitor: Visitor): Promise<void> {
  const confirm = await open(stack, visitor, "/account/close/confirm?mode=now");
  const language = confirm.document.documentElement.lang as "en" | "nl";
  await fillForm(visitor, confirm, "/account/close", { word: textsFor(language).closing.confirm.word });
}
