// Turns what came back of a try into the next page: the decision, the message, or why not.

import { AppError, isLanguage } from "@posthorn/domain";
import {
  COLLECT_SESSION_MINUTES,
  finishIdentification,
  type IdentificationAnswer,
  type IdentificationFinished,
} from "@posthorn/usecases";
import { preferLanguage, type WebContext } from "@posthorn/web";
import type { CollectingDeps } from "../deps.ts";
import { keepSession } from "../door/keep-session.ts";
import { opens, withNoticeOf } from "../door/open-notice.ts";
import { pathOf } from "../door/paths.ts";
import { visitorOf } from "../door/visitor.ts";
import { showClosed } from "../notice/show-closed.tsx";
import { readBrowser } from "./keep-try.ts";
import { showFailure, showLostTry, showMismatch } from "./show-outcome.tsx";

/** `onFailure` may show a failed answer on a page of its own. */
export async function finishTry(
  c: WebContext,
  deps: CollectingDeps,
  answer: IdentificationAnswer,
  onFailure?: (error: AppError, deliveryId: string) => Promise<Response>,
): Promise<Response> {
  const arrivedAt = deps.arrivedAt();
  const browser = readBrowser(c);
  // Who merely follows the address, as mail gateways do, is not even looked up.
  if (browser === undefined) return showLostTry(c, deps);
  let isDoorOpen = false;
  let finished: IdentificationFinished;
  try {
    finished = await finishIdentification(
      deps.ctx,
      { ...deps.identification, sessions: deps.sessions },
      {
        answer,
        browserHash: deps.digest.session(browser),
        doorOf(deliveryId) {
          const door = deps.place.presented(c, deliveryId);
          isDoorOpen = opens(door);
          return door;
        },
        arrivedAt,
        visitor: visitorOf(c),
      },
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "identification_try_unknown") return showLostTry(c, deps);
    if (error.code !== "link_unknown") throw error;
    return isDoorOpen ? deps.place.showUnknown(c) : deps.place.showClosed(c);
  }
  if (isLanguage(finished.language)) preferLanguage(c, finished.language);
  return showFinished(c, deps, finished, onFailure);
}

async function showFinished(
  c: WebContext,
  deps: CollectingDeps,
  finished: IdentificationFinished,
  onFailure?: (error: AppError, deliveryId: string) => Promise<Response>,
): Promise<Response> {
  const { deliveryId } = finished;
  if (finished.kind === "identified") {
    keepSession(c, deliveryId, finished.token, COLLECT_SESSION_MINUTES * 60);
    return c.redirect(pathOf(deps, deliveryId, finished.collected ? "/message" : "/decide"), 303);
  }
  if (finished.kind === "failed") {
    const { code, detail, kind } = finished.error;
    deps.site.log.warn({ request_id: c.get("requestId"), code, detail, kind }, "an identification failed");
    if (onFailure) return onFailure(finished.error, deliveryId);
  }
  return withNoticeOf(c, deps, deliveryId, (notice) => {
    switch (finished.kind) {
      case "cancelled":
        return showFailure(c, deps, notice, new AppError("forbidden", "identification_cancelled"));
      case "failed":
        return showFailure(c, deps, notice, finished.error);
      case "mismatch":
        return showMismatch(c, deps, notice, finished.field);
      case "closed":
        return showClosed(c, deps, notice, finished.reason, 409);
    }
  });
}
