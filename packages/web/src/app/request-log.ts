// One log line per request: the route's pattern and never its path, because paths carry the tokens of notice links.

import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { WebLog } from "./env.ts";

export function requestLog(log: WebLog): MiddlewareHandler<{ Variables: { requestId: string } }> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const fields = {
      request_id: c.get("requestId"),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    log.info(fields, "request");
  };
}
