// The pages on which an addressee learns of a message, shows who he is, chooses, and reads.

import type { WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import { codesRoutes } from "./codes/enter-codes.tsx";
import { decisionRoutes } from "./decision/decide.tsx";
import { waitRoutes } from "./decision/wait.tsx";
import type { CollectingDeps } from "./deps.ts";
import { cardRoutes } from "./identify/card.tsx";
import { itsmeRoutes } from "./identify/itsme.ts";
import { consentRoutes } from "./message/consent-card.tsx";
import { bundleRoutes } from "./message/fetch-bundle.tsx";
import { downloadRoutes } from "./message/download-parts.ts";
import { messageRoutes } from "./message/read-message.tsx";
import { genuineRoutes } from "./notice/check-genuine.tsx";
import { notForMeRoutes } from "./notice/not-for-me.tsx";
import { logoRoutes } from "./notice/show-logo.ts";
import { noticeRoutes } from "./notice/show-notice.tsx";

export type { CollectingDeps, Identification } from "./deps.ts";
export { addressOf } from "./door/visitor.ts";
export { cardHostRoutes } from "./identify/card-host.tsx";
export { ITSME_CALLBACK, itsmeReturned } from "./identify/itsme.ts";
export type { Place } from "./place.ts";

/** All pages of one delivery, below the base of their place. Where itsme leads back to is the site's own route. */
export function collectingRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  for (const routes of [
    noticeRoutes,
    logoRoutes,
    genuineRoutes,
    notForMeRoutes,
    codesRoutes,
    itsmeRoutes,
    cardRoutes,
    decisionRoutes,
    waitRoutes,
    messageRoutes,
    consentRoutes,
    downloadRoutes,
    bundleRoutes,
  ]) {
    routes(app, deps);
  }
}
