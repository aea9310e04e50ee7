// Accepting and refusing by the identified addressee: what he saw is compared with what we keep before it counts.

import { AppError, isLanguage } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import {
  acceptMessage,
  type CollectedView,
  type DecisionInput,
  type NoticeView,
  refuseMessage,
} from "@posthorn/usecases";
import { Button, Note, readForm, renderPage, type WebContext, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { presentedSession } from "../door/keep-session.ts";
import { withSession } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { visitorOf } from "../door/visitor.ts";
import { frameOf, Layout } from "../frame.tsx";
import { SenderOf } from "../notice/describe-notice.tsx";
import { showClosed } from "../notice/show-closed.tsx";
import { DECISION_PAGE_VERSION, decisionFrame, DecisionPage, renderKept } from "./decision-page.tsx";

export function decisionRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.get(routeOf(deps, "/decide"), (c) =>
    withSession(c, deps, (view) => {
      const { notice } = view;
      if (notice.state === "collected") return c.redirect(pathOf(deps, notice.deliveryId, "/wait"), 303);
      if (notice.closed !== null) return showClosed(c, deps, notice, notice.closed);
      return showDecision(c, deps, view);
    }),
  );
  app.post(routeOf(deps, "/accept"), (c) =>
    choose(c, deps, async (input, view) => {
      const decided = await acceptMessage(deps.ctx, deps, input);
      if (decided.kind === "closed") return showClosed(c, deps, view.notice, decided.reason, 409);
      return c.redirect(pathOf(deps, deliveryOf(c), "/wait"), 303);
    }),
  );
  app.post(routeOf(deps, "/refuse"), (c) =>
    choose(c, deps, async (input, view) => {
      const decided = await refuseMessage(deps.ctx, input);
      if (decided.kind === "refused") return c.redirect(pathOf(deps, deliveryOf(c), "/refused"), 303);
      if (decided.reason === "already_collected")
        return c.redirect(pathOf(deps, deliveryOf(c), "/wait"), 303);
      if (decided.reason !== "refusing_closed") return showClosed(c, deps, view.notice, decided.reason, 409);
      return showDecision(c, deps, view, textsFor(c.get("language")).collect.decide.refusingClosed, 409);
    }),
  );
  app.get(routeOf(deps, "/refused"), (c) =>
    withSession(c, deps, ({ notice }) =>
      notice.state === "refused"
        ? showClosed(c, deps, notice, "already_refused")
        : c.redirect(pathOf(deps, notice.deliveryId), 303),
    ),
  );
}

async function choose(
  c: WebContext,
  deps: CollectingDeps,
  act: (input: DecisionInput, view: CollectedView) => Promise<Response>,
): Promise<Response> {
  return withSession(c, deps, async (view) => {
    const { notice } = view;
    const form = await readForm(c);
    const language = form.get("language");
    if (isLanguage(language)) c.set("language", language);
    const kept = await renderKept(frameOf(c, deps), view);
    const open = notice.state !== "collected" && notice.closed === null;
    if (open && form.get("shown") !== kept.digest) {
      return showDecision(c, deps, view, textsFor(c.get("language")).collect.decide.changed, 409);
    }
    const input: DecisionInput = {
      door: presentedSession(c, deps, notice.deliveryId),
      arrivedAt: deps.arrivedAt(),
      visitor: visitorOf(c),
      page: { html: kept.html, language: c.get("language"), version: DECISION_PAGE_VERSION },
    };
    try {
      return await act(input, view);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      deps.site.log.error(
        { request_id: c.get("requestId"), code: error.code, delivery: notice.deliveryId },
        "a part does not open",
      );
      return showDamaged(c, deps, notice);
    }
  });
}

async function showDecision(
  c: WebContext,
  deps: CollectingDeps,
  view: CollectedView,
  remark?: string,
  status: 200 | 409 = 200,
): Promise<Response> {
  const frame = frameOf(c, deps);
  const { notice, collector } = view;
  const { digest } = await renderKept(frame, view);
  const page = (
    <DecisionPage
      frame={decisionFrame(frame, notice.deliveryId)}
      notice={notice}
      collector={collector}
      shown={digest}
      remark={remark}
    />
  );
  return renderPage(c, page, status);
}

function isDamaged(error: unknown): error is AppError {
  return error instanceof AppError && (error.code === "content_damaged" || error.code === "content_missing");
}

/** Before accepting every part is opened; where one does not open, the state stays and the addressee is told so. */
async function showDamaged(c: WebContext, deps: CollectingDeps, notice: NoticeView): Promise<Response> {
  const frame = frameOf(c, deps);
  const words = textsFor(frame.language).collect.damaged;
  return renderPage(
    c,
    <Layout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <SenderOf frame={frame} notice={notice} />
      <p class="lead">{words.happened}</p>
      <Note tone="stop">
        <p>{words.next}</p>
      </Note>
      <p class="muted">{dateTimeInWords(frame.language, notice.now)}</p>
      <Button href={pathOf(frame, notice.deliveryId, "/decide")} wide>
        {textsFor(frame.language).common.buttons.back}
      </Button>
    </Layout>,
    500,
  );
}
