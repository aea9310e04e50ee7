// Whoever has had the processing of his data restricted (GDPR art. 18) sees his data, requests, export and the way to lift it, and nothing else.

import { AppError } from "@posthorn/domain";
import type { WebEnv } from "@posthorn/web";
import type { MiddlewareHandler } from "hono";
import type { Sessions } from "../session/sessions.ts";
import { isOpenWhenRestricted, OWN_PATH } from "./paths.ts";

/** Pages lead to his requests; acts are forbidden `processing_restricted`. */
export function restrictPerson(sessions: Sessions): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (isOpenWhenRestricted(c.req.path)) return next();
    const member = await sessions.of(c);
    if (member?.restricted !== true) return next();
    if (c.req.method !== "GET" && c.req.method !== "HEAD")
      throw new AppError("forbidden", "processing_restricted");
    return c.redirect(OWN_PATH, 303);
  };
}
