// What a card of the security page is given.

import type { SessionMember } from "@posthorn/usecases";
import type { PageFrame } from "@posthorn/web";
import type { Child } from "hono/jsx";
import type { PortalDeps } from "../deps.ts";

export interface CardGround {
  readonly deps: PortalDeps;
  readonly member: SessionMember;
  readonly frame: PageFrame;
}

/** Reads what it shows by itself; null where it has nothing to show. */
export type SecurityCard = (ground: CardGround) => Promise<Child>;
