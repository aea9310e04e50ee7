// Where more than a password is asked for: who came in by it alone shows what else he has, or sets it up, and opens nothing before.

import { listIdentities, listPasskeys, type SessionMember, viewSecurity } from "@posthorn/usecases";
import type { WebEnv } from "@posthorn/web";
import type { MiddlewareHandler } from "hono";
import type { PortalDeps } from "../deps.ts";
import type { Sessions } from "../session/sessions.ts";

/** Proving who sits there, and signing out; and what is open to everybody. */
const PROVING = /^\/(?:sign-(?:in|out)|confirm|itsme|eid|privacy|cookies|ui)(?:\/|$)/;
/** Open only where there is nothing else yet: a password alone must not add a way in beside those that were set up. */
const SETTING_UP = /^\/(?:security|identify)(?:\/|$)/;

export function askForMore(deps: PortalDeps, sessions: Sessions): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (!deps.signIn.moreThanPassword || PROVING.test(c.req.path)) return next();
    const member = await sessions.of(c);
    if (!member || member.strong) return next();
    if (await hasMore(deps, member)) {
      const wanted = c.req.method === "GET" ? c.req.path : "/";
      return c.redirect(`/confirm?next=${encodeURIComponent(wanted)}`, 303);
    }
    return SETTING_UP.test(c.req.path) ? next() : c.redirect("/security?required", 303);
  };
}

/** Whether this person can show more than a password here. */
async function hasMore(deps: PortalDeps, { personId }: Pick<SessionMember, "personId">): Promise<boolean> {
  const { appSince } = await viewSecurity(deps.ctx, personId);
  if (appSince !== null) return true;
  const passkeys = await listPasskeys(deps.ctx, { kind: "person", id: personId });
  if (passkeys.some(({ suspectedAt }) => suspectedAt === null)) return true;
  const { linked } = await listIdentities(deps.ctx, personId);
  return linked.some(({ method }) => deps.identification.ways[method] !== undefined);
}
