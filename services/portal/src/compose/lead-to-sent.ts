// Somebody who comes back to a draft that was sent is led to what became of it.

import { AppError } from "@posthorn/domain";
import type { WebContext } from "@posthorn/web";

/** Throws what is no such case. */
export function toWhatWasSent(c: WebContext, error: unknown): Response {
  if (!(error instanceof AppError) || error.code !== "draft_already_sent") throw error;
  return c.redirect(`/messages/${error.detail}`, 303);
}
