// Looks at a page as its readers would: axe in light and dark, nothing that scrolls sideways on the narrowest phone.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SCHEMES = ["light", "dark"] as const;
const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1320, height: 900 };
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown }[];
  }[];
}

/** What is wrong with the page as it stands open, a line each; empty where nothing is. */
export async function auditPage(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await page.evaluate(endOfTransition);
  for (const viewport of [NARROW, WIDE]) {
    await page.setViewportSize(viewport);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (wide) found.push(`scrolls sideways at ${viewport.width} px`);
  }
  // Evaluated by the browser's own tools, so the page's policy against inline scripts stays in force.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  for (const colorScheme of SCHEMES) {
    // A colour that is still changing has no contrast to measure.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.waitForFunction(() => document.getAnimations().length === 0);
    const results = await page.evaluate<AxeResults>(
      `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`,
    );
    for (const { id, nodes } of results.violations) {
      found.push(`${colorScheme}: ${id} at ${nodes.map((node) => String(node.target)).join(", ")}`);
    }
  }
  return found;
}

/** Runs in the page. A change of pages that is still being animated is broken off by a change of size, and says so as an error. */
async function endOfTransition(): Promise<void> {
  const { activeViewTransition } = document as {
    activeViewTransition?: { readonly finished: Promise<void> } | null;
  };
  await activeViewTransition?.finished.catch(() => undefined);
}
