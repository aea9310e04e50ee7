// Reads the notice that a browser holds the door of, and turns what does not open into its page.

import { AppError } from "@posthorn/domain";
import { type CollectedView, type NoticeView, viewCollected, viewNotice } from "@posthorn/usecases";
import { preferLanguage, type WebContext } from "@posthorn/web";
import type { CollectDeps } from "../deps.ts";
import { closeDoor, dropSession, presentedDoor, presentedSession } from "./keep-door.ts";
import { deliveryOf, pathOf } from "./paths.ts";
import { showClosedDoor, showUnknownLink } from "./refuse-entry.tsx";

type Show<View> = (view: View) => Response | Promise<Response>;

/** Runs `show` with the notice; a missing door and a superseded link get pages of their own. */
export async function withNotice(
  c: WebContext,
  deps: CollectDeps,
  show: Show<NoticeView>,
): Promise<Response> {
  return withNoticeOf(c, deps, deliveryOf(c), show);
}

/** The same where the address does not say of which delivery. */
export async function withNoticeOf(
  c: WebContext,
  deps: CollectDeps,
  id: string,
  show: Show<NoticeView>,
): Promise<Response> {
  const door = presentedDoor(c, deps, id);
  if (door.presented === undefined) return showClosedDoor(c);
  try {
    const notice = await viewNotice(deps.ctx, door);
    if (notice.deliveryId !== id) throw new AppError("not_found", "link_unknown");
    preferLanguage(c, notice.language);
    return await show(notice);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "link_unknown") throw error;
    closeDoor(c, id);
    return showUnknownLink(c);
  }
}

/** Runs `show` for the identified addressee; where his session has ended he is led back to the notice, which says so. */
export async function withSession(
  c: WebContext,
  deps: CollectDeps,
  show: Show<CollectedView>,
): Promise<Response> {
  const id = deliveryOf(c);
  try {
    const view = await viewCollected(deps.ctx, presentedSession(c, deps, id));
    if (view.notice.deliveryId !== id) throw new AppError("unauthenticated", "collect_session_ended");
    preferLanguage(c, view.notice.language);
    return await show(view);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "collect_session_ended") throw error;
    dropSession(c, id);
    return c.redirect(`${pathOf(id)}?session=ended`, 303);
  }
}
