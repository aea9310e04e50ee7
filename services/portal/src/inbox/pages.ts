// The pages of a delivery in the inbox: those of the collect site, at this site's door and under a database role of their own.

import { type CollectingDeps, collectingRoutes, itsmeReturned } from "@posthorn/collecting";
import { isTryToCollect, requireInboxEntry } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import type { PortalRoutes } from "../routes.ts";
import type { Sessions } from "../session/sessions.ts";
import { createInboxPlace, INBOX, type InboxPlace } from "./place.ts";

export const inboxRoutes: PortalRoutes = (app, deps, sessions) => {
  const pages = collectingIn(deps);
  app.use(`${INBOX}/:delivery/*`, async (c, next) => {
    const member = await sessions.require(c);
    pages.place.enter(c, member);
    await requireInboxEntry(deps.ctx, member, c.req.param("delivery"));
    await next();
  });
  collectingRoutes(app, pages);
};

/** Where itsme led back to, if the try was begun in an inbox; null leaves it to whoever else begins tries here. */
export async function returnToInbox(
  c: WebContext,
  deps: PortalDeps,
  sessions: Sessions,
  state: string,
): Promise<Response | null> {
  if (!(await isTryToCollect(deps.inbox.ctx, deps.sessionHash(state)))) return null;
  const member = await sessions.of(c);
  // The answer is good in the browser that began, for who is signed in there: not after signing in anew.
  if (!member) return c.redirect(`/sign-in?next=${encodeURIComponent(INBOX)}`, 303);
  const pages = collectingIn(deps);
  pages.place.enter(c, member);
  return itsmeReturned(c, pages);
}

function collectingIn(deps: PortalDeps): CollectingDeps & { readonly place: InboxPlace } {
  const { ways } = deps.identification;
  return {
    ...deps.inbox,
    site: deps.site,
    place: createInboxPlace(deps.collectUrl),
    // Cards by Web eID: the host for client certificates leads back to the pages that show who somebody is to this site.
    identification: { itsme: ways.itsme, eid: ways.eid, identityKeys: deps.identityKeys },
    sessions: deps.tokens,
    content: deps.content,
    keys: deps.keys,
    digest: { session: (token) => deps.sessionHash(token) },
    arrivedAt: () => deps.arrivedAt(),
    stopping: deps.stopping,
  };
}
