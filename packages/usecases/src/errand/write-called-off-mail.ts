// Tells an addressee that the letter his notice promised does not come: the sender has called it off.

import type { Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import { addresseeName } from "../notice/claim-notice.ts";
import type { MailToSend } from "../notice/ports.ts";
import { shownSender } from "../record/shown-sender.ts";
import type { ErrandFacts } from "./load-errand-facts.ts";
import type { ErrandPorts } from "./ports.ts";

/** No mail to who has acted meanwhile, to whom the sender's data were erased, or where it is stated that he is not meant. */
export async function addresseeCalledOff(
  trx: Transaction,
  ports: ErrandPorts,
  { errand, row, message, service }: ErrandFacts,
): Promise<readonly MailToSend[]> {
  const runs = row.state === "notified";
  const ended = row.state === "post_failed" || row.state === "expired";
  if (!(runs || ended) || row.addressee_erased_at !== null || (await isNotMeant(trx, row))) return [];
  const language = row.language as Language;
  const mail = ports.rendering.letterCalledOff({
    language,
    service,
    addressee: addresseeName(row),
    sender: (await shownSender(trx, row, message))?.name ?? null,
    link: ports.links.linkFor(row.id, row.link_generation).url,
    checkCode: ports.links.checkCodeFor(row.id, row.link_generation).code,
    checkUrl: ports.links.checkUrl,
    collectUntil: runs ? row.collect_until : null,
  });
  return [
    {
      ...mail,
      attemptId: errand.id,
      to: row.email,
      toName: addresseeName(row),
      language,
      date: errand.created_at,
    },
  ];
}

/** Whoever holds the notice that stands has stated so: no more mails go to that address. */
async function isNotMeant(trx: Transaction, row: ErrandFacts["row"]): Promise<boolean> {
  const stated = await trx
    .selectFrom("errand")
    .select("id")
    .where("delivery_id", "=", row.id)
    .where("kind", "=", "not_for_me")
    .where("occasion", "=", String(row.link_generation))
    .executeTakeFirst();
  return stated !== undefined;
}
