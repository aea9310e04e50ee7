// "This is not for me": said by whoever holds the link, after a page that tells what it brings about.

import { textsFor } from "@posthorn/texts";
import { type NoticeView, stateNotForMe } from "@posthorn/usecases";
import {
  Button,
  CollectLayout,
  CsrfField,
  Note,
  pageFrame,
  renderPage,
  type WebContext,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectDeps } from "../deps.ts";
import { presentedDoor } from "../door/keep-door.ts";
import { withNotice } from "../door/open-notice.ts";
import { pathOf, routeOf } from "../door/paths.ts";
import { visitorOf } from "../door/visitor.ts";
import { SenderOf } from "./describe-notice.tsx";

export function notForMeRoutes(app: Hono<WebEnv>, deps: CollectDeps): void {
  const route = routeOf("/not-for-me");
  app.get(route, (c) =>
    withNotice(c, deps, (notice) => (notice.silenced ? showDone(c, notice) : showQuestion(c, notice))),
  );
  app.post(route, (c) =>
    withNotice(c, deps, async (notice) => {
      const door = presentedDoor(c, deps, notice.deliveryId);
      await stateNotForMe(deps.ctx, { door, arrivedAt: deps.arrivedAt(), visitor: visitorOf(c) });
      return c.redirect(pathOf(notice.deliveryId, "/not-for-me"), 303);
    }),
  );
}

async function showQuestion(c: WebContext, notice: NoticeView): Promise<Response> {
  const frame = pageFrame(c);
  const { collect } = textsFor(frame.language);
  const words = collect.notForMe;
  return renderPage(
    c,
    <CollectLayout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <SenderOf language={frame.language} notice={notice} />
      <p class="lead">{words.lead(notice.addressee)}</p>
      <ul id="effects">
        {words.effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <Note>
        <p>{words.notRefusing}</p>
      </Note>
      <form method="post" action={pathOf(notice.deliveryId, "/not-for-me")}>
        <CsrfField token={frame.csrfToken} />
        <Button kind="seal" wide describedBy="effects">
          {words.confirm}
        </Button>
      </form>
      <Button href={pathOf(notice.deliveryId)} icon="back" kind="quiet">
        {collect.backToNotice}
      </Button>
    </CollectLayout>,
  );
}

async function showDone(c: WebContext, notice: NoticeView): Promise<Response> {
  const frame = pageFrame(c);
  const { collect } = textsFor(frame.language);
  const words = collect.notForMe;
  return renderPage(
    c,
    <CollectLayout frame={frame} title={words.doneTitle}>
      <h1>{words.doneTitle}</h1>
      <SenderOf language={frame.language} notice={notice} />
      <p class="lead">{words.done}</p>
      <Button href={pathOf(notice.deliveryId)} icon="back" kind="quiet">
        {collect.backToNotice}
      </Button>
    </CollectLayout>,
  );
}
