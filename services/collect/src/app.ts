// The collect site: notice, identification, decision, message. Faces everybody and sees only the delivery it was shown a token of.

import { createWebApp, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import { codesRoutes } from "./codes/enter-codes.tsx";
import { decisionRoutes } from "./decision/decide.tsx";
import { waitRoutes } from "./decision/wait.tsx";
import type { CollectDeps } from "./deps.ts";
import { checkCodeRoutes } from "./door/enter-check-code.tsx";
import { linkRoutes } from "./door/follow-link.tsx";
import { bundleRoutes } from "./message/fetch-bundle.tsx";
import { cardRoutes } from "./identify/card.tsx";
import { itsmeRoutes } from "./identify/itsme.ts";
import { messageRoutes } from "./message/read-message.tsx";
import { downloadRoutes } from "./message/download-parts.ts";
import { genuineRoutes } from "./notice/check-genuine.tsx";
import { notForMeRoutes } from "./notice/not-for-me.tsx";
import { noticeRoutes } from "./notice/show-notice.tsx";

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
  for (const routes of [
    checkCodeRoutes,
    linkRoutes,
    noticeRoutes,
    genuineRoutes,
    notForMeRoutes,
    codesRoutes,
    itsmeRoutes,
    cardRoutes,
    decisionRoutes,
    waitRoutes,
    messageRoutes,
    downloadRoutes,
    bundleRoutes,
  ]) {
    routes(app, deps);
  }
  return app;
}
