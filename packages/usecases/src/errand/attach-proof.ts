// Whose account is closed cannot fetch a proof any more: it goes with the mail about what it proves (domain rules, "Closing").

import type { ErrandKind, Transaction } from "@posthorn/db";
import { type DeliveryStateName, type EvidenceFacts, type ProofKind, provingRecord } from "@posthorn/domain";
import type { MailToSend } from "../notice/ports.ts";
import { requestProof } from "../proof/request-proof.ts";
import type { ErrandFacts } from "./load-errand-facts.ts";

/** What proves each end. */
const PROOFS: Partial<Record<DeliveryStateName, ProofKind>> = {
  collected: "proof_of_collection",
  refused: "proof_of_refusal",
  expired: "proof_of_expiry",
  unreachable: "proof_of_non_notification",
  post_delivered: "proof_of_post_outcome",
  post_returned: "proof_of_post_outcome",
  post_unknown: "proof_of_post_outcome",
  post_failed: "proof_of_post_outcome",
};

function proofFor(errand: ErrandKind, state: DeliveryStateName): ProofKind | undefined {
  if (errand === "posted") return "proof_of_posting";
  return errand === "final" || errand === "corrected" ? PROOFS[state] : undefined;
}

/** Nothing for an account that is open, or where the records prove nothing; `pending` while the proof is being sealed. */
export async function attachProof(
  trx: Transaction,
  { errand, row, sender }: ErrandFacts,
): Promise<NonNullable<MailToSend["attachments"]> | "pending"> {
  const kind = proofFor(errand.kind, row.state);
  if (!sender.accountClosed || kind === undefined) return [];
  const records = await trx
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", row.id)
    .execute();
  const facts = records.map(({ canonical }) => JSON.parse(canonical) as EvidenceFacts);
  // What was accepted is collected once its content was at the addressee's disposal.
  if (provingRecord(kind, facts) === null) return row.chain_closed ? [] : "pending";
  const proof = await requestProof(trx, { deliveryId: row.id, kind, language: sender.language });
  if ("pending" in proof) return "pending";
  const name = `${kind.replaceAll("_", "-")}-${row.id}.pdf`;
  return [{ name, type: "application/pdf", content: proof.pdf }];
}
