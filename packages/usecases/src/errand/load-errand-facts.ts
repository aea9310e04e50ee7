// What the mails of an errand are made of: the delivery, its message, and whom on the sender's side to tell.

import type { DeliveryRow, ErrandTable, MessageFacts, Selectable, Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";

export interface ErrandFacts {
  readonly errand: Selectable<ErrandTable>;
  readonly row: DeliveryRow;
  readonly message: MessageFacts;
  readonly service: string;
  /** The member who sent, or the account where he has left. */
  readonly sender: {
    readonly email: string;
    readonly language: Language;
    readonly accountClosed: boolean;
  };
}

export async function loadErrandFacts(
  trx: Transaction,
  ctx: Context,
  errand: Selectable<ErrandTable>,
): Promise<ErrandFacts> {
  const row = await trx
    .selectFrom("delivery")
    .selectAll()
    .where("id", "=", errand.delivery_id)
    .executeTakeFirstOrThrow();
  const sender = await trx
    .selectFrom("message")
    .innerJoin("account", "account.id", "message.account_id")
    .innerJoin("member", "member.id", "message.member_id")
    .innerJoin("person", "person.id", "member.person_id")
    .select([
      "account.email as account_email",
      "account.language as account_language",
      "account.status",
      "person.email",
      "person.language",
      "member.left_at",
    ])
    .where("message.id", "=", row.message_id)
    .executeTakeFirstOrThrow();
  const gone = sender.left_at !== null;
  return {
    errand,
    row,
    message: await loadMessageFacts(trx, row.message_id),
    service: ctx.settings.issuer.name,
    sender: {
      email: gone ? sender.account_email : sender.email,
      language: (gone ? sender.account_language : sender.language) as Language,
      accountClosed: sender.status === "closed",
    },
  };
}
