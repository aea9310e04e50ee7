// What follows when itsme or a card has answered for a request: it is complete, or the page says that the name is another one.

import { AppError } from "@posthorn/domain";
import { confirmRequestByIdentity, type PersonAnswer } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { visitorOf } from "../session/visitor.ts";
import { PUBLIC_PATH } from "./paths.ts";

/** Always a redirect: what came back with the answer stays in no history. */
export async function settleRequest(
  c: WebContext,
  deps: PortalDeps,
  { attempt, identity }: Extract<PersonAnswer, { readonly kind: "identified" }>,
): Promise<Response> {
  const requestId = attempt.request_id ?? "";
  try {
    const outcome = await confirmRequestByIdentity(deps.ctx, {
      requestId,
      identity,
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    if (outcome.kind === "name_differs")
      return c.redirect(`${PUBLIC_PATH}/code/${requestId}?failed=name_differs`, 303);
    return c.redirect(`${PUBLIC_PATH}/complete/${requestId}`, 303);
  } catch (error) {
    // Confirmed or taken back meanwhile: its page says so.
    if (!(error instanceof AppError) || error.code !== "rights_request_unknown") throw error;
    return c.redirect(`${PUBLIC_PATH}/code/${requestId}`, 303);
  }
}
