// What a request tells of its sender, for the staff log.

import type { Visitor } from "@posthorn/usecases";
import { clientAddress, type WebContext } from "@posthorn/web";

export function visitorOf(c: WebContext): Visitor {
  return {
    ip: clientAddress(c, c.get("settings").trustedProxy ?? false) ?? "",
    userAgent: c.req.header("User-Agent") ?? "",
    language: c.req.header("Accept-Language") ?? "",
  };
}
