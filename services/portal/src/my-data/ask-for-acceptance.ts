// Whoever has not accepted what is newly in force is led to it before anything else; taking out, closing and leaving stay open.

import { AppError } from "@posthorn/domain";
import { outstandingPolicies } from "@posthorn/usecases";
import type { WebEnv } from "@posthorn/web";
import type { MiddlewareHandler } from "hono";
import type { PortalDeps } from "../deps.ts";
import type { Sessions } from "../session/sessions.ts";
import { POLICIES_IN_FORCE } from "./policies-in-force.ts";

export const AGREEMENTS_PATH = "/agreements";

/**
 * Getting in and out, proving who one is, one's data and rights, coming to an account or going from it; and the inbox, since the
 * window of a letter runs whatever its addressee thinks of new terms.
 */
const OPEN =
  /^\/(?:sign-(?:in|out)|confirm|security|identify|itsme|eid|privacy|cookies|ui|assets|healthz|readyz|agreements|switch|me|rights|inbox|account\/(?:export|close)|register|invitation|company\/(?:members|application))(?:\/|$)/;

/** Pages lead to the words; acts are forbidden `agreements_outstanding`. */
export function askForAcceptance(deps: PortalDeps, sessions: Sessions): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { path, method } = c.req;
    if (OPEN.test(path)) return next();
    const member = await sessions.of(c);
    if (!member) return next();
    const outstanding = await outstandingPolicies(deps.ctx, member, POLICIES_IN_FORCE);
    if (outstanding.length === 0) return next();
    if (method !== "GET" && method !== "HEAD") throw new AppError("forbidden", "agreements_outstanding");
    return c.redirect(`${AGREEMENTS_PATH}?next=${encodeURIComponent(path)}`, 303);
  };
}
