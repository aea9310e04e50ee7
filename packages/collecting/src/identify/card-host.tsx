// The way to the host where the browser itself reads a card, and the two addresses to which that leads back.

import { AppError } from "@posthorn/domain";
import type { WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { withNotice, withNoticeOf } from "../door/open-notice.ts";
import { routeOf } from "../door/paths.ts";
import { showClosed } from "../notice/show-closed.tsx";
import { beginCard } from "./card.tsx";
import { finishTry } from "./finish.ts";
import { keepSentFor, readSentFor } from "./keep-try.ts";
import { showFailure, showLostTry } from "./show-outcome.tsx";

/** There and back: the try goes out in the path, a one-time code comes back, and this browser's secret must fit both. */
export function cardHostRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.post(routeOf(deps, "/identify/card-host"), (c) => {
    const arrivedAt = deps.arrivedAt();
    return withNotice(c, deps, async (notice) => {
      const { cardHost } = deps.identification;
      if (cardHost === undefined) throw new AppError("not_found", "identification_way_unknown");
      const facts = { method: "eid_tls", nonce: "", arrivedAt } as const;
      const { begun, state } = await beginCard(c, deps, notice, facts);
      if (begun.kind === "closed") return showClosed(c, deps, notice, begun.reason, 409);
      keepSentFor(c, notice.deliveryId);
      return c.redirect(`${cardHost}/${state}`, 303);
    });
  });
  app.get("/card/return", (c) => {
    const code = c.req.query("code") ?? "";
    if (code === "") return showLostTry(c, deps);
    return finishTry(c, deps, { method: "eid_tls", returnHash: deps.digest.session(code) });
  });
  app.get("/card/refused", (c) => {
    const deliveryId = readSentFor(c);
    if (deliveryId === undefined) return showLostTry(c, deps);
    const code = c.req.query("reason") ?? "";
    const kind = code === "eid_status_unknown" ? "unavailable" : "forbidden";
    // Whatever else stands in the address gets the words for what is forbidden.
    const error = new AppError(kind, /^eid_[a-z_]{1,40}$/.test(code) ? code : "identification_try_unknown");
    return withNoticeOf(c, deps, deliveryId, (notice) => showFailure(c, deps, notice, error));
  });
}
