// itsme: the button that leads there, the address to which it leads back, and the keys that it reads of us.

import { AppError } from "@posthorn/domain";
import { beginIdentification } from "@posthorn/usecases";
import type { WebContext, WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { withNotice } from "../door/open-notice.ts";
import { routeOf } from "../door/paths.ts";
import { addressOf, visitorOf } from "../door/visitor.ts";
import { showClosed } from "../notice/show-closed.tsx";
import { finishTry } from "./finish.ts";
import { keepBrowser } from "./keep-try.ts";
import { showFailure, showLostTry } from "./show-outcome.tsx";

/** As it is registered with itsme. */
export const ITSME_CALLBACK = "/itsme/callback";

export function itsmeRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.post(routeOf(deps, "/identify/itsme"), (c) => begin(c, deps));
}

/** What itsme led back with, for a try that was begun here. */
export function itsmeReturned(c: WebContext, deps: CollectingDeps): Promise<Response> {
  const state = c.req.query("state") ?? "";
  if (state === "" || deps.identification.itsme === undefined) return showLostTry(c, deps);
  const { search } = new URL(c.req.url);
  return finishTry(c, deps, {
    method: "itsme",
    state,
    stateHash: deps.digest.session(state),
    callbackUrl: `${deps.site.origin}${ITSME_CALLBACK}${search}`,
  });
}

async function begin(c: WebContext, deps: CollectingDeps): Promise<Response> {
  const arrivedAt = deps.arrivedAt();
  return withNotice(c, deps, async (notice) => {
    const { itsme } = deps.identification;
    if (itsme === undefined) throw new AppError("not_found", "identification_way_unknown");
    await deps.limits.asking.consume(addressOf(c));
    await deps.limits.identifying.consume(notice.deliveryId);
    const secrets = itsme.freshSecrets();
    const language = c.get("language");
    const begun = await beginIdentification(deps.ctx, {
      door: deps.place.presented(c, notice.deliveryId),
      method: "itsme",
      browserHash: deps.digest.session(keepBrowser(c)),
      stateHash: deps.digest.session(secrets.state),
      nonce: secrets.nonce,
      codeVerifier: secrets.codeVerifier,
      language,
      arrivedAt,
      visitor: visitorOf(c),
    });
    if (begun.kind === "closed") return showClosed(c, deps, notice, begun.reason, 409);
    try {
      return c.redirect(await itsme.begin(secrets, { language }), 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === "internal") throw error;
      const { code, detail, kind } = error;
      deps.site.log.warn({ request_id: c.get("requestId"), code, detail, kind }, "itsme was not reached");
      return showFailure(c, deps, notice, error);
    }
  });
}
