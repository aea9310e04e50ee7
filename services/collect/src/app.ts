// The collect site: notice, identification, decision, message. Faces everybody and sees only the delivery it was shown a token of.

import { cardHostRoutes, collectingRoutes, ITSME_CALLBACK, itsmeReturned } from "@posthorn/collecting";
import { createWebApp, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectDeps } from "./deps.ts";
import { checkCodeRoutes } from "./door/enter-check-code.tsx";
import { linkRoutes } from "./door/follow-link.tsx";
import { placeOf } from "./door/place.ts";

/** Nothing that is typed here is longer. */
const BODY_BYTES = 16_384;

export function createApp(deps: CollectDeps): Hono<WebEnv> {
  const app = createWebApp({ bodyBytes: () => BODY_BYTES, ...deps.site, service: "collect" });
  app.get("/healthz", (c) => {
    const { status, body } = deps.health.live();
    return c.json(body, status);
  });
  app.get("/readyz", async (c) => {
    const { status, body } = await deps.health.ready();
    return c.json(body, status);
  });
  checkCodeRoutes(app, deps);
  linkRoutes(app, deps);
  const pages = { ...deps, place: placeOf(deps) };
  collectingRoutes(app, pages);
  cardHostRoutes(app, pages);
  app.get(ITSME_CALLBACK, (c) => itsmeReturned(c, pages));
  return app;
}
