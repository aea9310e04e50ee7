// The page between acceptance and content: it waits for the timestamp and moves on by itself, or by reload.

import { setTimeout as pause } from "node:timers/promises";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { type Consignment, type NoticeView, readConsignment } from "@posthorn/usecases";
import {
  Button,
  eventStream,
  LiveRegion,
  Note,
  renderPage,
  type ServerEvent,
  type WebContext,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { presentedSession } from "../door/keep-session.ts";
import { withSession } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { frameOf, Layout } from "../frame.tsx";
import { nameToAsk, SenderOf } from "../notice/describe-notice.tsx";

const REFRESH_SECONDS = 2;
/** Asked often while the stamp is expected, then seldom: an authority that is down may be so for hours. */
const PAUSES = { soon: 100, later: 2000, soonFor: 100 } as const;

export function waitRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.get(routeOf(deps, "/wait"), (c) =>
    withSession(c, deps, ({ notice, content, failed }) => {
      if (content !== null) return c.redirect(pathOf(deps, notice.deliveryId, "/message"), 303);
      if (failed) return showFailed(c, deps, notice);
      if (notice.state !== "collected") return c.redirect(pathOf(deps, notice.deliveryId), 303);
      return showWait(c, deps, notice);
    }),
  );
  app.get(routeOf(deps, "/events"), (c) => {
    const id = deliveryOf(c);
    const door = presentedSession(c, deps, id);
    const read = () => readConsignment(deps.ctx, door);
    const options = deps.stopping === undefined ? {} : { stopping: deps.stopping };
    return eventStream(c, (signal) => untilConsigned(read, pathOf(deps, id, "/wait"), signal), options);
  });
}

async function* untilConsigned(
  read: () => Promise<Consignment>,
  next: string,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  for (let asked = 0; !signal.aborted; asked += 1) {
    if ((await read()) !== "waiting") {
      yield { event: "moved", data: next };
      return;
    }
    await pause(asked < PAUSES.soonFor ? PAUSES.soon : PAUSES.later, undefined, { signal });
  }
}

async function showWait(c: WebContext, deps: CollectingDeps, notice: NoticeView): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const words = textsFor(language).collect.wait;
  const accepted = dateTimeInWords(language, notice.finalAt ?? notice.now, { seconds: true });
  return renderPage(
    c,
    <Layout frame={frame} title={words.title} islands={["live"]} refreshSeconds={REFRESH_SECONDS}>
      <h1>{words.title}</h1>
      <LiveRegion language={language} id="wait" eventsPath={pathOf(frame, notice.deliveryId, "/events")}>
        <SenderOf frame={frame} notice={notice} />
        <p class="lead">{words.happened(accepted)}</p>
        <Note>
          <p>{words.next}</p>
          <p>{words.reload}</p>
        </Note>
      </LiveRegion>
      <Button href={pathOf(frame, notice.deliveryId, "/wait")} wide>
        {words.reloadButton}
      </Button>
    </Layout>,
  );
}

async function showFailed(c: WebContext, deps: CollectingDeps, notice: NoticeView): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const words = textsFor(language).collect.failed;
  return renderPage(
    c,
    <Layout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <SenderOf frame={frame} notice={notice} />
      <p class="lead">{words.happened(dateTimeInWords(language, notice.finalAt ?? notice.now))}</p>
      <Note tone="stop">
        <p>{words.next(nameToAsk(language, notice))}</p>
      </Note>
    </Layout>,
  );
}
