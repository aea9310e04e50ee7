// What the verbs of passkeys are told of a request.

import type { PasskeyVisit } from "@posthorn/usecases";
import { deviceHashOf, type WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { visitorOf } from "../session/visitor.ts";

/** Gives the browser its device cookie where it has none: the answer must come from where the question went. */
export function passkeyVisit(c: WebContext, deps: PortalDeps): PasskeyVisit {
  return { visitor: visitorOf(c), arrivedAt: deps.arrivedAt(), browserHash: deviceHashOf(c, deps) };
}
