// What the log of use keeps of a request; personal data, in no line of the service's own log.

import type { Visitor } from "@posthorn/usecases";
import { clientAddress, type WebContext } from "@posthorn/web";

export function visitorOf(c: WebContext): Visitor {
  return {
    ip: addressOf(c),
    userAgent: c.req.header("User-Agent") ?? "",
    language: c.req.header("Accept-Language") ?? "",
  };
}

/** The key of limits by address. */
export function addressOf(c: WebContext): string {
  return clientAddress(c, c.get("settings").trustedProxy ?? false) ?? "unknown";
}
