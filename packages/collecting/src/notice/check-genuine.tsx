// "Is this genuine?": how a careful reader checks a notice without trusting its link.

import { textsFor } from "@posthorn/texts";
import { Button, CheckCode, Note, renderPage, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { withNotice } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { frameOf, Layout } from "../frame.tsx";
import { SenderOf, untilWords } from "./describe-notice.tsx";

export function genuineRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.get(routeOf(deps, "/genuine"), (c) =>
    withNotice(c, deps, async (notice) => {
      const frame = frameOf(c, deps);
      const { collect } = textsFor(frame.language);
      const words = collect.genuine;
      const code = deps.place.checkCode(c, deliveryOf(c));
      const until = untilWords(frame.language, notice);
      return renderPage(
        c,
        <Layout frame={frame} title={words.title}>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <ol>
            {words.steps(deps.place.checkCodeUrl).map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          {code !== undefined && (
            <p>
              {words.codeIs} <CheckCode code={code} />
            </p>
          )}
          <SenderOf frame={frame} notice={notice} />
          {until !== undefined && <p>{collect.notice.until(until)}</p>}
          <Note tone="warn">
            <p>{words.never}</p>
            {notice.sender !== null && <p>{words.askSender(notice.sender.name)}</p>}
          </Note>
          <Button href={pathOf(frame, notice.deliveryId)} icon="back" kind="quiet">
            {collect.backToNotice}
          </Button>
        </Layout>,
      );
    }),
  );
}
