// What follows from an answer, by what the try was for: a session, an identification, a confirmation, or a page that says why not.

import { AppError } from "@posthorn/domain";
import {
  confirmByIdentity,
  identifyPerson,
  isFresh,
  type PersonAnswer,
  type PersonPurpose,
  signInByIdentity,
} from "@posthorn/usecases";
import { setSessionCookie, type WebContext, deviceHashOf } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { previousSession } from "../session/previous-session.ts";
import type { Sessions } from "../session/sessions.ts";
import { visitorOf } from "../session/visitor.ts";
import { keepWaiting } from "./browser-cookies.ts";
import { settleRequest } from "../rights/settle-request.ts";
import { wayBack } from "./way-back.ts";

type Identified = Extract<PersonAnswer, { readonly kind: "identified" }>;

/** Always a redirect: what came back with the answer stays in no history. */
export async function settle(
  c: WebContext,
  deps: PortalDeps,
  sessions: Sessions,
  answer: Identified,
): Promise<Response> {
  const purpose = answer.attempt.purpose as PersonPurpose;
  const next = answer.attempt.next_path ?? "/";
  const back = (code: string) => c.redirect(wayBack(purpose, code, next), 303);
  if (purpose === "sign_in") return signIn(c, deps, answer, next);
  if (purpose === "rights") return settleRequest(c, deps, answer);
  const member = await sessions.require(c);
  // Of the one who began: another may have signed in in this browser since.
  if (member.personId !== answer.attempt.person_id) return back("identification_try_unknown");
  const { attempt, identity } = answer;
  const ports = { keys: deps.identityKeys, tokens: deps.tokens };
  const input = { member, attempt, identity, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
  if (purpose === "confirm") {
    const confirmed = await confirmByIdentity(deps.ctx, ports, input);
    if (confirmed === null) return back("not_confirmed");
    setSessionCookie(c, confirmed.token);
    return c.redirect(next, 303);
  }
  // It may add a way into the account, and a try that goes on after a card was refused was begun without asking.
  if (!isFresh(member, attempt.created_at))
    return c.redirect(`/confirm?next=${encodeURIComponent("/identify")}`, 303);
  const outcome = await identifyPerson(deps.ctx, ports, input);
  switch (outcome.kind) {
    case "identified":
      return c.redirect(`/identify?done=${outcome.how}`, 303);
    case "name_change":
      keepWaiting(c, outcome.returnCode);
      return c.redirect("/identify/name", 303);
    case "name_differs":
    case "of_another":
      return back(outcome.kind);
  }
}

async function signIn(
  c: WebContext,
  deps: PortalDeps,
  { identity }: Identified,
  next: string,
): Promise<Response> {
  const session = await signInByIdentity(
    deps.ctx,
    { keys: deps.identityKeys, tokens: deps.tokens },
    {
      identity,
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
      deviceHash: deviceHashOf(c, deps),
      ...previousSession(c, deps),
    },
  );
  if (session === null) return c.redirect(wayBack("sign_in", "unlinked", next), 303);
  setSessionCookie(c, session.token);
  return c.redirect(next, 303);
}

/** Of a try that nobody knows: to where whoever sits here can begin one. */
export async function leadOnUnknown(c: WebContext, sessions: Sessions, error: unknown): Promise<Response> {
  if (!(error instanceof AppError) || error.code !== "identification_try_unknown") throw error;
  const purpose = (await sessions.of(c)) ? "activate" : "sign_in";
  return c.redirect(wayBack(purpose, error.code, "/"), 303);
}
