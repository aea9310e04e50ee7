// Who sends, as the verbs of drafts want it.

import {
  type Context,
  type DraftSender,
  mayUseRegisterNumbers,
  type SessionMember,
} from "@posthorn/usecases";

export async function draftSender(ctx: Context, member: SessionMember): Promise<DraftSender> {
  return {
    accountId: member.accountId,
    memberId: member.memberId,
    email: member.personEmail,
    language: member.language,
    authentication: member.authentication,
    registerNumbers: await mayUseRegisterNumbers(ctx, member.accountId),
  };
}
