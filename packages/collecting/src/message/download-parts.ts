// Parts as files, each or all in one zip: decrypted on the way, never held whole, cut off where a byte is not as it was.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { openParts, type OpenedPart } from "@posthorn/usecases";
import { sendAttachment, type WebContext, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { presentedSession } from "../door/keep-session.ts";
import { withSession } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { visitorOf } from "../door/visitor.ts";
import { streamOf } from "./stream-of.ts";

export function downloadRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.get(routeOf(deps, "/parts/:ordinal{[0-9]{1,3}}"), (c) =>
    withContent(c, deps, async () => {
      const [part] = await open(c, deps, Number(c.req.param("ordinal")));
      if (part === undefined) throw new AppError("not_found", "part_not_found");
      return sendAttachment(c, streamOf(part.stream(), logFailure(c, deps)), {
        filename: part.name,
        type: part.type,
        size: part.size,
      });
    }),
  );
  app.get(routeOf(deps, "/all.zip"), (c) =>
    withContent(c, deps, async (collectedAt) => {
      const parts = await open(c, deps, null);
      const filename = `${textsFor(c.get("language")).collect.message.zipName}.zip`;
      return sendAttachment(c, streamOf(deps.zip(parts, collectedAt), logFailure(c, deps)), {
        filename,
        type: "application/zip",
      });
    }),
  );
}

/** Somebody who comes too early is led to where he waits. */
function withContent(
  c: WebContext,
  deps: CollectingDeps,
  send: (collectedAt: Temporal.Instant) => Promise<Response>,
): Promise<Response> {
  return withSession(c, deps, ({ content }) =>
    content === null ? c.redirect(pathOf(deps, deliveryOf(c), "/wait"), 303) : send(content.collectedAt),
  );
}

function open(c: WebContext, deps: CollectingDeps, ordinal: number | null): Promise<readonly OpenedPart[]> {
  return openParts(deps.ctx, deps, {
    door: presentedSession(c, deps, deliveryOf(c)),
    ordinal,
    arrivedAt: deps.arrivedAt(),
    visitor: visitorOf(c),
  });
}

function logFailure(c: WebContext, deps: CollectingDeps): (error: unknown) => void {
  const fields = { request_id: c.get("requestId"), delivery: deliveryOf(c) };
  return (error) => deps.site.log.error({ ...fields, err: error }, "a download broke off");
}
