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
import {
  Button,
  CollectLayout,
  Note,
  pageFrame,
  readForm,
  renderPage,
  type WebContext,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectDeps } from "../deps.ts";
import { presentedSession } from "../door/keep-door.ts";
import { withSession } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { visitorOf } from "../door/visitor.ts";
import { SenderOf } from "../notice/describe-notice.tsx";
import { showClosed } from "../notice/show-closed.tsx";
import { DECISION_PAGE_VERSION, decisionFrame, DecisionPage, renderKept } from "./decision-page.tsx";

export function decisionRoutes(app: Hono<WebEnv>, deps: CollectDeps): void {
  app.get(routeOf("/decide"), (c) =>
    withSession(c, deps, (view) => {
      const { notice } = view;
      if (notice.state === "collected") return c.redirect(pathOf(notice.deliveryId, "/wait"), 303);
      if (notice.closed !== null) return showClosed(c, notice, notice.closed);
      return showDecision(c, view);
    }),
  );
  app.post(routeOf("/accept"), (c) =>
    choose(c, deps, async (input, view) => {
      const decided = await acceptMessage(deps.ctx, deps, input);
      if (decided.kind === "closed") return showClosed(c, view.notice, decided.reason, 409);
      return c.redirect(pathOf(deliveryOf(c), "/wait"), 303);
    }),
  );
  app.post(routeOf("/refuse"), (c) =>
    choose(c, deps, async (input, view) => {
      const decided = await refuseMessage(deps.ctx, input);
      if (decided.kind === "refused") return c.redirect(pathOf(deliveryOf(c), "/refused"), 303);
      if (decided.reason === "already_collected") return c.redirect(pathOf(deliveryOf(c), "/wait"), 303);
      if (decided.reason !== "refusing_closed") return showClosed(c, view.notice, decided.reason, 409);
      return showDecision(c, view, textsFor(c.get("language")).collect.decide.refusingClosed, 409);
    }),
  );
  app.get(routeOf("/refused"), (c) =>
    withSession(c, deps, ({ notice }) =>
      notice.state === "refused"
        ? showClosed(c, notice, "already_refused")
        : c.redirect(pathOf(notice.deliveryId), 303),
    ),
  );
}

async function choose(
  c: WebContext,
  deps: CollectDeps,
  act: (input: DecisionInput, view: CollectedView) => Promise<Response>,
): Promise<Response> {
  return withSession(c, deps, async (view) => {
    const { notice } = view;
    const form = await readForm(c);
    const language = form.get("language");
    if (isLanguage(language)) c.set("language", language);
    const kept = await renderKept(pageFrame(c), view);
    const open = notice.state !== "collected" && notice.closed === null;
    if (open && form.get("shown") !== kept.digest) {
      return showDecision(c, view, textsFor(c.get("language")).collect.decide.changed, 409);
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
      return showDamaged(c, notice);
    }
  });
}

async function showDecision(
  c: WebContext,
  view: CollectedView,
  remark?: string,
  status: 200 | 409 = 200,
): Promise<Response> {
  const frame = pageFrame(c);
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
async function showDamaged(c: WebContext, notice: NoticeView): Promise<Response> {
  const frame = pageFrame(c);
  const words = textsFor(frame.language).collect.damaged;
  return renderPage(
    c,
    <CollectLayout frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <SenderOf language={frame.language} notice={notice} />
      <p class="lead">{words.happened}</p>
      <Note tone="stop">
        <p>{words.next}</p>
      </Note>
      <p class="muted">{dateTimeInWords(frame.language, notice.now)}</p>
      <Button href={pathOf(notice.deliveryId, "/decide")} wide>
        {textsFor(frame.language).common.buttons.back}
      </Button>
    </CollectLayout>,
    500,
  );
}
