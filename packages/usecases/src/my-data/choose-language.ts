// A person chooses the language of his pages and mails.

import { transact } from "@posthorn/db";
import { AppError, LANGUAGES, type Language } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

/** Errors: bad_request `language_unknown`. */
export async function chooseLanguage(
  ctx: Context,
  input: {
    readonly member: Pick<SessionMember, "personId" | "accountId">;
    readonly language: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<Language> {
  const { personId, accountId } = input.member;
  const language = LANGUAGES.find((known) => known === input.language);
  if (!language) throw new AppError("bad_request", "language_unknown");
  await transact(ctx.db, { personId, accountId }, async (trx) => {
    await trx.updateTable("person").set({ language }).where("id", "=", personId).execute();
    const { arrivedAt: at, visitor } = input;
    await logUse(trx, ctx, { act: "language_chosen", at, visitor, accountId, personId });
  });
  return language;
}
