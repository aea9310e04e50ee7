// Mails to an addressee after his notice: what their words begin with, and how they are addressed.

import type { Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import { addresseeName } from "../notice/claim-notice.ts";
import type { MailToSend, RenderedMail } from "../notice/ports.ts";
import { shownSender } from "../record/shown-sender.ts";
import type { ErrandFacts } from "./load-errand-facts.ts";
import type { ErrandPorts } from "./ports.ts";

/** With the way in that his notice gave, and the sender as far as he may know him yet. */
export async function wordsOfNotice(
  trx: Transaction,
  { links }: ErrandPorts,
  { row, message, service }: ErrandFacts,
) {
  return {
    language: row.language as Language,
    service,
    addressee: addresseeName(row),
    sender: (await shownSender(trx, row, message))?.name ?? null,
    link: links.linkFor(row.id, row.link_generation).url,
    checkCode: links.checkCodeFor(row.id, row.link_generation).code,
    checkUrl: links.checkUrl,
  };
}

/** `attemptId`: that of the errand where it owes no other mail. */
export function toAddressee<Mail extends RenderedMail>(
  mail: Mail,
  { errand, row }: Pick<ErrandFacts, "errand" | "row">,
  attemptId: string = errand.id,
): Mail & MailToSend {
  return {
    ...mail,
    attemptId,
    to: row.email,
    toName: addresseeName(row),
    language: row.language as Language,
    date: errand.created_at,
  };
}
