// Where itsme leads the browser back to, and where it reads our public keys.

import { answerByItsme, type PersonPurpose } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import { returnToInbox } from "../inbox/pages.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { readBrowserHash } from "./browser-cookies.ts";
import { leadOnUnknown, settle } from "./settle.ts";
import { wayBack } from "./way-back.ts";

export const ITSME_CALLBACK = "/itsme/callback";

export const itsmeRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/itsme/jwks.json", (c) => {
    const keys = deps.identification.itsmeKeys;
    if (!keys) return c.notFound();
    return c.json(keys.jwks, 200, { "Cache-Control": keys.cacheControl });
  });

  // The one address that finishes by GET, since itsme leads there: nothing happens without the cookie of the browser that began.
  app.get(ITSME_CALLBACK, async (c) => {
    const { ways } = deps.identification;
    if (!ways.itsme) return c.notFound();
    const state = c.req.query("state") ?? "";
    const inInbox = await returnToInbox(c, deps, sessions, state);
    if (inInbox) return inInbox;
    try {
      const answer = await answerByItsme(deps.ctx, ways, {
        state,
        stateHash: deps.sessionHash(state),
        browserHash: readBrowserHash(c, deps),
        callbackUrl: c.req.url,
        visitor: visitorOf(c),
        arrivedAt: deps.arrivedAt(),
      });
      if (answer.kind === "identified") return await settle(c, deps, sessions, answer);
      const { purpose, next_path } = answer.attempt;
      logRefusal(c, answer.error);
      return c.redirect(wayBack(purpose as PersonPurpose, answer.error.code, next_path ?? "/"), 303);
    } catch (error) {
      return leadOnUnknown(c, sessions, error);
    }
  });
};

/** The cause is a word of ours; what itsme said is not told. */
function logRefusal(
  c: WebContext,
  { code, detail }: { readonly code: string; readonly detail: string },
): void {
  c.get("settings").log.info({ code, detail }, "not identified by itsme");
}
