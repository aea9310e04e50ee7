// The shell of a program interface: request id, headers that suit JSON, problems as RFC 9457; no cookies, so no CSRF.

import { AppError } from "@posthorn/domain";
import type { Hono } from "hono";
import { respondWithProblem } from "../problem/respond.tsx";
import type { WebLog } from "./env.ts";
import { requestId } from "./request-id.ts";
import { requestLog } from "./request-log.ts";

export interface ApiEnv {
  Variables: { requestId: string };
}

/** Dresses an app (plain Hono or OpenAPIHono); call it before adding routes. */
export function dressApiApp<Env extends ApiEnv>(
  app: Hono<Env>,
  settings: { readonly log: WebLog; readonly origin: string },
): void {
  app.use(requestId(), requestLog(settings.log), async (c, next) => {
    await next();
    const headers = c.res.headers;
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (!headers.has("Content-Security-Policy"))
      headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    if (settings.origin.startsWith("https:"))
      headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  });
  app.onError((error, c) =>
    respondWithProblem(c, error, { requestId: c.get("requestId"), log: settings.log }),
  );
  app.notFound((c) =>
    respondWithProblem(c, new AppError("not_found", "not_found"), {
      requestId: c.get("requestId"),
      log: settings.log,
    }),
  );
}
