// Gives every request an id that logs and problem pages share. One sent by the caller is ignored: it would let strangers write into our logs.

import { randomBytes } from "node:crypto";
import type { MiddlewareHandler } from "hono";

export const REQUEST_ID_HEADER = "X-Request-Id";

/** 80 random bits, enough to tell requests apart and short enough to read over the phone. */
export function requestId(): MiddlewareHandler<{ Variables: { requestId: string } }> {
  return async (c, next) => {
    const id = randomBytes(10).toString("hex");
    c.set("requestId", id);
    await next();
    c.res.headers.set(REQUEST_ID_HEADER, id);
  };
}
