// The sender's logo as a picture of its own, kept by the browser as long as it stays this one.

import { fetchSenderLogo } from "@posthorn/usecases";
import type { WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { presentedSession } from "../door/keep-session.ts";
import { deliveryOf, routeOf } from "../door/paths.ts";

/** Nobody who holds no door of the delivery learns whether there is one. */
export function logoRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.get(routeOf(deps, "/logo/:digest{[0-9a-f]{64}}"), async (c) => {
    const id = deliveryOf(c);
    const door = { ...deps.place.presented(c, id), ...presentedSession(c, deps, id) };
    const { bytes, sha256 } = await fetchSenderLogo(deps.ctx, door, id);
    // Whoever asks for an earlier picture gets the present one, but does not keep it under the other's name.
    const lasting = c.req.param("digest") === sha256;
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "image/png",
      "Cache-Control": lasting ? "private, max-age=31536000, immutable" : "no-store",
    });
  });
}
