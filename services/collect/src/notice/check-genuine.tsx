// "Is this genuine?": how a careful reader checks a notice without trusting its link.

import { textsFor } from "@posthorn/texts";
import { Button, CheckCode, CollectLayout, Note, pageFrame, renderPage, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectDeps } from "../deps.ts";
import { readDoor } from "../door/keep-door.ts";
import { withNotice } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { SenderOf, untilWords } from "./describe-notice.tsx";

export function genuineRoutes(app: Hono<WebEnv>, deps: CollectDeps): void {
  app.get(routeOf("/genuine"), (c) =>
    withNotice(c, deps, async (notice) => {
      const frame = pageFrame(c);
      const { collect } = textsFor(frame.language);
      const words = collect.genuine;
      const door = readDoor(c, deliveryOf(c));
      const until = untilWords(frame.language, notice);
      return renderPage(
        c,
        <CollectLayout frame={frame} title={words.title}>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <ol>
            {words.steps(`${c.get("settings").origin}/`).map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          {door?.kind === "code" && (
            <p>
              {words.codeIs} <CheckCode code={door.code} />
            </p>
          )}
          <SenderOf language={frame.language} notice={notice} />
          {until !== undefined && <p>{collect.notice.until(until)}</p>}
          <Note tone="warn">
            <p>{words.never}</p>
            <p>{words.askSender(notice.sender.name)}</p>
          </Note>
          <Button href={pathOf(notice.deliveryId)} icon="back" kind="quiet">
            {collect.backToNotice}
          </Button>
        </CollectLayout>,
      );
    }),
  );
}
