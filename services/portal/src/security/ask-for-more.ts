// Where more than a password is asked for: who came in by it alone is led to the page that sets up more, and to no other.

import { viewSecurity } from "@posthorn/usecases";
import type { WebEnv } from "@posthorn/web";
import type { MiddlewareHandler } from "hono";
import type { PortalDeps } from "../deps.ts";
import type { Sessions } from "../session/sessions.ts";

/** What is open all the same: signing in and out, setting up, proving who sits there, and the page of components. */
const OPEN = /^\/(?:sign-(?:in|out)|security|confirm|identify|itsme|eid|ui)(?:\/|$)/;

export function askForMore(deps: PortalDeps, sessions: Sessions): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (!deps.signIn.moreThanPassword || OPEN.test(c.req.path)) return next();
    const member = await sessions.of(c);
    if (member?.authentication.method !== "password") return next();
    // Set up in this very session, or come in by a recovery code.
    const { appSince } = await viewSecurity(deps.ctx, member.personId);
    return appSince ? next() : c.redirect("/security?required", 303);
  };
}
