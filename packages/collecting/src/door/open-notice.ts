// Reads the notice that a browser holds the door of, and turns what does not open into its page.

import { AppError } from "@posthorn/domain";
import {
  type CollectedView,
  type NoticeView,
  type Presented,
  viewCollected,
  viewNotice,
} from "@posthorn/usecases";
import { preferLanguage, type WebContext } from "@posthorn/web";
import type { CollectingDeps } from "../deps.ts";
import { dropSession, presentedSession } from "./keep-session.ts";
import { deliveryOf, pathOf } from "./paths.ts";

/** Whether the browser shows anything at all of the delivery. */
export function opens(door: Presented): boolean {
  return Object.keys(door).length > 0;
}

type Show<View> = (view: View) => Response | Promise<Response>;

/** Runs `show` with the notice; a missing door and a superseded link get pages of their own. */
export async function withNotice(
  c: WebContext,
  deps: CollectingDeps,
  show: Show<NoticeView>,
): Promise<Response> {
  return withNoticeOf(c, deps, deliveryOf(c), show);
}

/** The same where the address does not say of which delivery. */
export async function withNoticeOf(
  c: WebContext,
  deps: CollectingDeps,
  id: string,
  show: Show<NoticeView>,
): Promise<Response> {
  const door = deps.place.presented(c, id);
  if (!opens(door)) return deps.place.showClosed(c);
  try {
    const notice = await viewNotice(deps.ctx, door);
    if (notice.deliveryId !== id) throw new AppError("not_found", "link_unknown");
    if (!deps.place.inReadersLanguage) preferLanguage(c, notice.language);
    return await show(notice);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "link_unknown") throw error;
    deps.place.close(c, id);
    return deps.place.showUnknown(c);
  }
}

/** Runs `show` for the identified addressee; where his session has ended he is led back to the notice, which says so. */
export async function withSession(
  c: WebContext,
  deps: CollectingDeps,
  show: Show<CollectedView>,
): Promise<Response> {
  const id = deliveryOf(c);
  try {
    const view = await viewCollected(deps.ctx, presentedSession(c, deps, id));
    if (view.notice.deliveryId !== id) throw new AppError("unauthenticated", "collect_session_ended");
    if (!deps.place.inReadersLanguage) preferLanguage(c, view.notice.language);
    return await show(view);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "collect_session_ended") throw error;
    dropSession(c, id);
    return c.redirect(`${pathOf(deps, id)}?session=ended`, 303);
  }
}
