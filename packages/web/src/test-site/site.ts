// A small site for the tests of this package: what a browser would do, without a port.

import type { Hono } from "hono";
import { createWebApp } from "../app/create-web-app.ts";
import type { SiteSettings, WebEnv } from "../app/env.ts";
import type { Assets } from "../assets/assets.ts";

export const ORIGIN = "http://portal.localhost:8080";

/** Assets that only have names: bundling is tested by itself. */
export const NAMED_ASSETS: Assets = { files: new Map(), url: (name) => `/assets/${name}` };

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: object;
  readonly message: string;
}

export interface TestSite {
  readonly app: Hono<WebEnv>;
  readonly lines: LogLine[];
}

export function makeSite(settings: Partial<SiteSettings> = {}): TestSite {
  const lines: LogLine[] = [];
  const note =
    (level: LogLine["level"]) =>
    (fields: object, message: string): void => {
      lines.push({ level, fields, message });
    };
  const app = createWebApp({
    service: "portal",
    origin: ORIGIN,
    trustStatus: "demonstration",
    assets: NAMED_ASSETS,
    log: { info: note("info"), warn: note("warn"), error: note("error") },
    ...settings,
  });
  return { app, lines };
}

/** Name and value of every cookie a response sets, as the `Cookie` header that a browser would send next. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}
