// "This is not for me": said by whoever holds the link, after a page that tells what it brings about.

import { textsFor } from "@posthorn/texts";
import { type NoticeView, stateNotForMe } from "@posthorn/usecases";
import { Button, CsrfField, Note, renderPage, type WebContext, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { withNotice } from "../door/open-notice.ts";
import { pathOf, routeOf } from "../door/paths.ts";
import { visitorOf } from "../door/visitor.ts";
import { frameOf, Layout } from "../frame.tsx";
import { SenderOf } from "./describe-notice.tsx";

export function notForMeRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  const route = routeOf(deps, "/not-for-me");
  app.get(route, (c) =>
    withNotice(c, deps, (notice) =>
      notice.silenced ? showDone(c, deps, notice) : showQuestion(c, deps, notice),
    ),
  );
  app.post(route, (c) =>
    withNotice(c, deps, async (notice) => {
      const door = deps.place.presented(c, notice.deliveryId);
      await stateNotForMe(deps.ctx, { door, arrivedAt: deps.arrivedAt(), visitor: visitorOf(c) });
      return c.redirect(pathOf(deps, notice.deliveryId, "/not-for-me"), 303);
    }),
  );
}

async function showQuestion(c: WebContext, deps: CollectingDeps, notice: NoticeView): Promise<Response> {
  const frame = frameOf(c, deps);
  const { collect } = textsFor(frame.language);
  const words = collect.notForMe;
  return renderPage(
    c,
    <Layout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <SenderOf frame={frame} notice={notice} />
      <p class="lead">{words.lead(notice.addressee)}</p>
      <ul id="effects">
        {words.effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <Note>
        <p>{words.notRefusing}</p>
      </Note>
      <form method="post" action={pathOf(frame, notice.deliveryId, "/not-for-me")}>
        <CsrfField token={frame.csrfToken} />
        <Button kind="seal" wide describedBy="effects">
          {words.confirm}
        </Button>
      </form>
      <Button href={pathOf(frame, notice.deliveryId)} icon="back" kind="quiet">
        {collect.backToNotice}
      </Button>
    </Layout>,
  );
}

async function showDone(c: WebContext, deps: CollectingDeps, notice: NoticeView): Promise<Response> {
  const frame = frameOf(c, deps);
  const { collect } = textsFor(frame.language);
  const words = collect.notForMe;
  return renderPage(
    c,
    <Layout frame={frame} title={words.doneTitle}>
      <h1>{words.doneTitle}</h1>
      <SenderOf frame={frame} notice={notice} />
      <p class="lead">{words.done}</p>
      <Button href={pathOf(frame, notice.deliveryId)} icon="back" kind="quiet">
        {collect.backToNotice}
      </Button>
    </Layout>,
  );
}
