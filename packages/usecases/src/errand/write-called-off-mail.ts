// Tells an addressee that the letter his notice promised does not come: the sender has called it off.

import type { Transaction } from "@posthorn/db";
import type { MailToSend } from "../notice/ports.ts";
import type { ErrandFacts } from "./load-errand-facts.ts";
import type { ErrandPorts } from "./ports.ts";
import { toAddressee, wordsOfNotice } from "./to-addressee.ts";

/** No mail to who has acted meanwhile, to whom the sender's data were erased, or where it is stated that he is not meant. */
export async function addresseeCalledOff(
  trx: Transaction,
  ports: ErrandPorts,
  facts: ErrandFacts,
): Promise<readonly MailToSend[]> {
  const { row } = facts;
  const runs = row.state === "notified";
  const ended = row.state === "post_failed" || row.state === "expired";
  if (!(runs || ended) || row.addressee_erased_at !== null || (await isNotMeant(trx, row))) return [];
  const mail = ports.rendering.letterCalledOff({
    ...(await wordsOfNotice(trx, ports, facts)),
    collectUntil: runs ? row.collect_until : null,
  });
  return [toAddressee(mail, facts)];
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
