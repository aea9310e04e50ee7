// The addressee's own copy of all the evidence; waited for while it is being made.

import { isLanguage } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { fetchOwnBundle } from "@posthorn/usecases";
import { Button, Card, renderPage, sendAttachment, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { presentedSession } from "../door/keep-session.ts";
import { withSession } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { frameOf, Layout } from "../frame.tsx";

export function bundleRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.get(routeOf(deps, "/bundle"), (c) =>
    withSession(c, deps, async ({ content }) => {
      const id = deliveryOf(c);
      // Records name subject and files: somebody who comes too early is led to where he waits.
      if (content === null) return c.redirect(pathOf(deps, id, "/wait"), 303);
      const language = c.get("language");
      const answer = await fetchOwnBundle(
        deps.ctx,
        presentedSession(c, deps, id),
        isLanguage(language) ? language : "en",
      );
      if (!("pending" in answer)) {
        const { file, filename } = answer;
        const type = "application/vnd.etsi.asic-e+zip";
        return sendAttachment(c, Uint8Array.from(file), { filename, type, size: file.length });
      }
      const frame = frameOf(c, deps);
      const words = textsFor(frame.language).bundle;
      c.header("Retry-After", "5");
      return renderPage(
        c,
        <Layout frame={frame} title={words.collect.title} refreshSeconds={5}>
          <h1>{words.wait.title}</h1>
          <Card title={words.collect.title} id="waiting">
            <p>{words.wait.text}</p>
            <Button href={pathOf(frame, id, "/message")}>
              {textsFor(frame.language).common.buttons.back}
            </Button>
          </Card>
        </Layout>,
        202,
      );
    }),
  );
}
