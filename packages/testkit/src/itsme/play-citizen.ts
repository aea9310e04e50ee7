// Plays the person at the stand-in itsme: over plain HTTP, or in a browser's page that stands there.

import type { Page } from "playwright-core";
import { createVisitor } from "../visitor/visitor.ts";
import type { Visitor } from "../visitor/visitor.ts";
import type { CitizenId } from "./citizens.ts";

/**
 * Goes where `begin` of the product leads, says who he is, and answers with the address to which itsme sends the browser back;
 * it is not opened. `cancel` says no. Throws where itsme refuses the request.
 */
export async function identifyWithItsme(
  address: string,
  citizen: CitizenId | "cancel",
  visitor: Visitor = createVisitor(),
): Promise<string> {
  const chooser = await follow(visitor, address);
  const form = citizen === "cancel" ? { act: "cancel" } : { act: "confirm", citizen };
  const resume = await follow(visitor, chooser, { method: "POST", body: new URLSearchParams(form) });
  return follow(visitor, resume);
}

/** For a page on which the stand-in has just been opened; ends where the product has taken the person back. */
export async function confirmAtItsme(page: Page, citizen: CitizenId | "cancel"): Promise<void> {
  const { pathname, origin } = new URL(page.url());
  if (!pathname.startsWith("/citizen/")) throw new Error(`${page.url()} is not the stand-in itsme.`);
  if (citizen === "cancel") await page.getByRole("button", { name: /^(Cancel|Annuleren)$/u }).click();
  else {
    await page.locator(`input[name=citizen][value=${citizen}]`).check();
    await page.getByRole("button", { name: /^(Confirm|Bevestigen)$/u }).click();
  }
  await page.waitForURL((url) => url.origin !== origin);
}

async function follow(visitor: Visitor, address: string, init?: RequestInit): Promise<string> {
  const answer = await visitor.fetch(address, init);
  const location = answer.headers.get("location");
  if (location === null)
    throw new Error(`The stand-in itsme answered ${answer.status}: ${(await answer.text()).slice(0, 400)}`);
  await answer.body?.cancel();
  return new URL(location, address).href;
}
