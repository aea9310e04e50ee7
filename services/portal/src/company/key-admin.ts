// The signed-in member as the verbs of API keys want him.

import type { SessionMember, Visitor } from "@posthorn/usecases";
import type { WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { visitorOf } from "../session/visitor.ts";

export interface KeyAct {
  readonly admin: SessionMember;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

export function keyAct(c: WebContext, deps: Pick<PortalDeps, "arrivedAt">, admin: SessionMember): KeyAct {
  return { admin, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
}
