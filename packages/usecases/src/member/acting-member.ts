// Who acts on members, teams and invitations of an account, from where and when.

import type { SessionMember } from "../account/load-session.ts";
import type { Visitor } from "../record/log-use.ts";

export interface MemberAct {
  readonly actor: Pick<SessionMember, "accountId" | "memberId" | "personId">;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}
