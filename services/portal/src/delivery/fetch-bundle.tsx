// All the evidence of a delivery as one file; waited for while it is being made.

import { setTimeout as pause } from "node:timers/promises";
import { AppError, isLanguage, type Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type BundleFile, fetchBundle, type SessionMember } from "@posthorn/usecases";
import { eventStream, sendAttachment, type ServerEvent, type WebContext } from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { BundleWaitPage } from "./bundle-wait-page.tsx";

const ASKED_EVERY_MILLISECONDS = 1000;
/** The log's next checkpoint may be a minute away. */
const WAITED_SECONDS = 180;

interface AskedBundle {
  readonly deliveryId: string;
  readonly language: Language;
  fetch(): Promise<BundleFile | null>;
}

export const bundleRoutes: PortalRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.get("/deliveries/:delivery/bundle", async (c) => {
    const member = await sessions.require(c);
    const asked = readAsked(c, member);
    const bundle = await asked.fetch();
    if (bundle === null) {
      c.header("Retry-After", "5");
      return showWaiting(c, member, asked, false);
    }
    const { file, filename } = bundle;
    const type = "application/vnd.etsi.asic-e+zip";
    return sendAttachment(c, Uint8Array.from(file), { filename, type, size: file.length });
  });

  app.get("/deliveries/:delivery/bundle/ready", async (c) => {
    const member = await sessions.require(c);
    const asked = readAsked(c, member);
    return showWaiting(c, member, asked, (await asked.fetch()) !== null);
  });

  app.get("/deliveries/:delivery/bundle/events", async (c) => {
    const asked = readAsked(c, await sessions.require(c));
    // Asked before the answer begins, so that what is not the reader's own is a 404.
    await asked.fetch();
    const events = (signal: AbortSignal) => whenReady(asked, signal);
    return eventStream(c, events, deps.stopping ? { stopping: deps.stopping } : {});
  });

  function readAsked(c: WebContext, reader: SessionMember): AskedBundle {
    const deliveryId = c.req.param("delivery") ?? "";
    const language = c.req.query("language") ?? c.get("language");
    if (!isLanguage(language)) throw new AppError("bad_request", "language_unknown");
    return {
      deliveryId,
      language,
      async fetch() {
        const answer = await fetchBundle(ctx, reader, { deliveryId, language });
        return "pending" in answer ? null : answer;
      },
    };
  }

  /** While it is being made the page waits with 202 and goes on by itself; once ready it offers the file. */
  function showWaiting(
    c: WebContext,
    member: SessionMember,
    asked: AskedBundle,
    ready: boolean,
  ): Promise<Response> {
    const { title } = textsFor(c.get("language")).bundle.portal;
    return renderPortal(c, ctx, member, {
      title,
      current: "sent",
      islands: ready ? [] : ["live"],
      ...(ready ? {} : { refreshSeconds: 5, status: 202 as const }),
      body: (frame) => (
        <BundleWaitPage
          frame={frame}
          backPath={`/deliveries/${asked.deliveryId}`}
          bundlePath={below(asked, "")}
          eventsPath={ready ? null : below(asked, "/events")}
        />
      ),
    });
  }
};

async function* whenReady(
  asked: AskedBundle,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent, void, undefined> {
  const beats = (WAITED_SECONDS * 1000) / ASKED_EVERY_MILLISECONDS;
  for (let beat = 0; beat < beats && !signal.aborted; beat += 1) {
    if ((await asked.fetch()) !== null) {
      yield { event: "moved", data: below(asked, "/ready") };
      return;
    }
    await pause(ASKED_EVERY_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  }
}

function below({ deliveryId, language }: AskedBundle, rest: string): string {
  return `/deliveries/${deliveryId}/bundle${rest}?language=${language}`;
}
