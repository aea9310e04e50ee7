// The address a request came from, for rate limits and the transaction log.

import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * IP address of the caller, or undefined where there is no socket (tests without a server).
 * With `trustedProxy` the last entry of `X-Forwarded-For`, the one our own proxy wrote; earlier ones are the caller's claims.
 */
export function clientAddress(c: Context, trustedProxy: boolean): string | undefined {
  if (trustedProxy) {
    const last = c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim();
    if (last !== undefined && last !== "") return last;
  }
  // Requests made in-process carry no bindings, and getConnInfo reads them unasked.
  const bindings: unknown = c.env;
  if (typeof bindings !== "object" || bindings === null || !("incoming" in bindings || "server" in bindings))
    return undefined;
  return getConnInfo(c).remote.address;
}
