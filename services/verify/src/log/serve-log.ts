// The public log for witnesses and tools: checkpoint and tiles as C2SP tlog-tiles asks; no cookies, no languages.

import { AppError } from "@posthorn/domain";
import { type ApiEnv, dressApiApp } from "@posthorn/web";
import { Hono } from "hono";
import type { VerifyDeps } from "../deps.ts";

export const LOG_PREFIX = "/log/";

/** True for what tools read: everything below the prefix, which people's pages never use. */
export function isForTools(path: string): boolean {
  return path === "/log/checkpoint" || path.startsWith("/log/tile/");
}

const A_YEAR_IN_SECONDS = 31_536_000;
// A checkpoint is a moment's: what caches keep longer looks like a log that stands still.
const CHECKPOINT_SECONDS = 5;
// The same tile comes fuller soon, under another address.
const PARTIAL_SECONDS = 60;

export function createLogApi(deps: Pick<VerifyDeps, "log" | "site">): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  dressApiApp(app, { log: deps.site.log, origin: deps.site.origin });
  app.use(async (c, next) => {
    await next();
    // Readable by everyone's page too: it is public, and the request carries nothing.
    c.res.headers.set("Access-Control-Allow-Origin", "*");
    c.res.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  });
  app.get(`${LOG_PREFIX}checkpoint`, async (c) => {
    const note = await deps.log.checkpoint();
    if (note === null) throw new AppError("not_found", "log_empty");
    return c.body(note, 200, {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": `public, max-age=${CHECKPOINT_SECONDS}`,
    });
  });
  app.get(`${LOG_PREFIX}tile/*`, async (c) => {
    const path = c.req.path.slice(LOG_PREFIX.length);
    const tile = await deps.log.tile(path);
    if (tile === null) throw new AppError("not_found", "tile_unknown");
    const seconds = path.includes(".p/") ? PARTIAL_SECONDS : A_YEAR_IN_SECONDS;
    return c.body(Uint8Array.from(tile), 200, {
      "Content-Type": "application/octet-stream",
      "Cache-Control": `public, max-age=${seconds}${path.includes(".p/") ? "" : ", immutable"}`,
    });
  });
  return app;
}
