// Finds a real browser: the one inside a package where that runs, else one that is installed.

import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Path of a browser's program, or undefined: then a test says `skipped: no browser`. */
export async function findBrowser(): Promise<string | undefined> {
  const packaged = process.platform === "linux" && process.arch === "x64" ? await findPackaged() : undefined;
  return [packaged, ...INSTALLED].find((path) => path !== undefined && existsSync(path));
}

/** Opens it without a window. Names below `localhost` lead to 127.0.0.1 in every browser. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  const { chromium: playwright } = await import("playwright-core");
  // Never the package's own arguments: they switch off what a test of pages is about.
  // Without a window there is nothing for a graphics card to do; imitating one is a sixth of a browser's work.
  return playwright.launch({ executablePath, args: ["--no-sandbox", "--headless=shell", "--disable-gpu"] });
}

async function findPackaged(): Promise<string | undefined> {
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath().catch(() => undefined);
}
