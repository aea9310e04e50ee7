// One of the staff at the back office, with a passkey of his own that he always touches.

import { runCommand } from "@posthorn/cli";
import { textsFor } from "@posthorn/texts";
import type { Browser, Page } from "playwright-core";
import type { TestStack } from "./open-stack.ts";
import { type JourneyLanguage, openPage, press } from "./use-portal.ts";

/** Is given a one-time address as the operator gives one, registers the passkey with it and signs in. */
export async function sitAtDesk(
  stack: TestStack,
  browser: Browser,
  role: TestStack["staff"][number]["role"],
  language: JourneyLanguage,
): Promise<Page> {
  const enrolment = await inviteAgain(stack, role);
  const words = textsFor(language).backoffice;
  const page = await openPage(browser, language);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${enrolment}?lang=${language}`);
  await press(page, words.enrol.button);
  await page.waitForURL(/\/sign-in\?enrolled/u);
  await press(page, words.signIn.button);
  await page.waitForURL(`${stack.addresses.services.backoffice}/`);
  return page;
}

/** The address that the stack began with may have grown old: others move its clock by weeks. */
async function inviteAgain(stack: TestStack, role: string): Promise<string> {
  const staff = stack.staff.find((each) => each.role === role);
  const said: string[] = [];
  const code = await runCommand(["staff", "invite-again", staff?.id ?? ""], {
    folder: stack.directory,
    env: { DATABASE_URL: stack.ownerUrl, BACKOFFICE_URL: stack.addresses.services.backoffice },
    now: () => stack.clock.now(),
    write: (text) => said.push(text),
    complain: () => undefined,
  });
  const address = said.join("").trim().split("\n").at(-1);
  if (code !== 0 || !address) throw new Error(`Nobody of this stack can be invited as ${role}.`);
  return address;
}
