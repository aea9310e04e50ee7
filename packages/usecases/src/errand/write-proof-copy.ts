// The addressee's own copy of the proof of collection, sent to the address the notice went to.

import type { Transaction } from "@posthorn/db";
import type { Language } from "@posthorn/domain";
import { keptForAddressee } from "../inbox/kept-for-addressee.ts";
import { addresseeName } from "../notice/claim-notice.ts";
import type { MailToSend } from "../notice/ports.ts";
import { requestProof } from "../proof/request-proof.ts";
import type { ErrandFacts } from "./load-errand-facts.ts";
import type { ErrandPorts } from "./ports.ts";
import { toAddressee } from "./to-addressee.ts";

/** `pending` while the proof is being sealed; no mail where the content was never put at his disposal. */
export async function copyOfProof(
  trx: Transaction,
  ports: ErrandPorts,
  facts: ErrandFacts,
): Promise<readonly MailToSend[] | "pending"> {
  const { row, message, service } = facts;
  if (!row.consigned_at || !row.collected_at || !row.final_at) return [];
  const language = row.language as Language;
  const proof = await requestProof(trx, { deliveryId: row.id, kind: "proof_of_collection", language });
  if ("pending" in proof) return "pending";
  const { until: accessUntil } = await keptForAddressee(trx, row);
  if (accessUntil === null) return [];
  const mail = ports.rendering.proofCopy({
    language,
    service,
    addressee: addresseeName(row),
    sender: message.sender.name,
    link: ports.links.linkFor(row.id, row.link_generation).url,
    collectedAt: row.collected_at,
    accessUntil,
    trustStatus: message.trust_status,
    proof: { name: `proof-of-collection-${row.id}.pdf`, content: proof.pdf },
  });
  return [toAddressee(mail, facts)];
}
