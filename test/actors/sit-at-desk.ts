// One of the staff at the back office, with a passkey of his own that he always touches.

import type { TestStack } from "./open-stack.ts";
import { openPage, press } from "./use-portal.ts";
import { textsFor } from "@posthorn/texts";
import type { Browser, Page } from "playwright-core";

/** Registers the passkey with the one-time address of the stack and signs in; in German, as the seeded officer reads. */
export async function sitAtDesk(stack: TestStack, browser: Browser): Promise<Page> {
  const { enrolment } = stack.staff.find(({ role }) => role === "registration_officer") ?? {};
  if (!enrolment) throw new Error("The officer of this stack has a passkey already.");
  const words = textsFor("de").backoffice;
  const page = await openPage(browser, "de");
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
  await page.goto(`${enrolment}?lang=de`);
  await press(page, words.enrol.button);
  await page.waitForURL(/\/sign-in\?enrolled/u);
  await press(page, words.signIn.button);
  await page.waitForURL(`${stack.addresses.services.backoffice}/`);
  return page;
}
