// A closed account is restricted (domain rules R1, R2): only its own closing, export, refund and way back are open, on every page.

import { AppError } from "@posthorn/domain";
import type { WebEnv } from "@posthorn/web";
import type { MiddlewareHandler } from "hono";
import type { Sessions } from "../session/sessions.ts";
import { CLOSING_PATH, isBeginning, isOpenWhenClosed } from "./paths.ts";

/** Pages lead to what is open; acts are forbidden `account_closed`. */
export function restrictClosed(sessions: Sessions): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { path } = c.req;
    if (isOpenWhenClosed(path)) return next();
    const member = await sessions.of(c);
    const restricted =
      member?.accountStatus === "closed" || (member?.accountStatus === "closing" && isBeginning(path));
    if (!restricted) return next();
    if (c.req.method !== "GET" && c.req.method !== "HEAD") throw new AppError("forbidden", "account_closed");
    return c.redirect(CLOSING_PATH, 303);
  };
}
