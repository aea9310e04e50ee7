// Who sends, as the verbs of drafts want it.

import type { DraftSender, SessionMember } from "@posthorn/usecases";

export function draftSender(member: SessionMember): DraftSender {
  return {
    accountId: member.accountId,
    memberId: member.memberId,
    email: member.personEmail,
    language: member.language,
    authentication: member.authentication,
  };
}
