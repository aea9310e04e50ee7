// Lets in whoever shows an API key (RFC 6750); every use is logged by the verb.

import { AppError } from "@posthorn/domain";
import { authenticateKey, type Visitor } from "@posthorn/usecases";
import { clientAddress } from "@posthorn/web";
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { ApiDeps, ApiServiceEnv } from "../deps.ts";

// Longer ones are no browser's or library's; the log of use is not for storing texts.
const HEADER_KEPT = 300;

export function authenticate(deps: ApiDeps): MiddlewareHandler<ApiServiceEnv> {
  return async (c, next) => {
    const presented = /^Bearer ([^\s]+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
    if (presented === undefined) {
      c.header("WWW-Authenticate", 'Bearer realm="posthorn"');
      throw new AppError("unauthenticated", "api_key_missing", {
        detail: "Send the header Authorization: Bearer, with an API key.",
      });
    }
    try {
      const holder = await authenticateKey(deps.ctx, deps.keys, {
        presented,
        act: `${c.req.method} ${routePath(c, -1)}`,
        visitor: visitorOf(c, deps.trustedProxy),
        arrivedAt: deps.arrivedAt(),
      });
      deps.rate.consume(holder.keyId);
      c.set("holder", holder);
    } catch (error) {
      if (error instanceof AppError && error.kind === "unauthenticated")
        c.header("WWW-Authenticate", 'Bearer realm="posthorn", error="invalid_token"');
      throw error;
    }
    await next();
  };
}

function visitorOf(c: Context, trustedProxy: boolean): Visitor {
  const header = (name: string) => (c.req.header(name) ?? "").slice(0, HEADER_KEPT);
  return {
    ip: clientAddress(c, trustedProxy) ?? "",
    userAgent: header("User-Agent"),
    language: header("Accept-Language"),
  };
}
