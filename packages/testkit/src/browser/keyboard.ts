// A page with the keyboard alone, as many people use it.

import type { Page } from "playwright-core";

/** More than any page of ours has to be tabbed through. */
const PRESSES = 120;

/** Presses Tab until the element has the focus; a page on which that never happens is closed to many people. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < PRESSES; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${selector} on ${page.url()}`);
}

export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(text);
}

/** Presses Enter where the focus is, and waits for where that leads. */
export async function pressEnter(page: Page, leadsTo: RegExp): Promise<void> {
  await page.keyboard.press("Enter");
  await page.waitForURL(leadsTo);
}
