// Tells an addressee that the evidence of his registered message falls, with the proof of what he did, sealed, to keep (R9).

import { sql, type Transaction } from "@posthorn/db";
import {
  type CarrierEnd,
  type EvidenceFacts,
  isCarrierEnd,
  type ProofKind,
  type RecipientFacts,
} from "@posthorn/domain";
import type { MailToSend } from "../notice/ports.ts";
import { requestProof } from "../proof/request-proof.ts";
import { shownSender } from "../record/shown-sender.ts";
import type { ErrandFacts } from "./load-errand-facts.ts";
import type { ErrandPorts } from "./ports.ts";

/**
 * The address is the one that the evidence names: what the sender entrusted is erased by then. `pending` while the proof is being sealed; no
 * mail once the evidence is gone, or is held.
 */
export async function addresseeFalling(
  trx: Transaction,
  ports: ErrandPorts,
  { errand, row, message, service }: ErrandFacts,
): Promise<readonly MailToSend[] | "pending"> {
  const records = await readRecords(trx, row.id);
  const recipient = recipientOf(records);
  const fallsOn = await readFalling(trx, row.id);
  if (recipient === null || fallsOn === null) return [];
  const { language } = recipient;
  const kind = proofOf(row);
  const proof = kind === null ? null : await requestProof(trx, { deliveryId: row.id, kind, language });
  if (proof !== null && "pending" in proof) return "pending";
  const name = [recipient.first_names, recipient.name].filter(Boolean).join(" ");
  const mail = ports.rendering.evidenceFalling({
    language,
    service,
    addressee: name,
    sender: (await shownSender(trx, row, message))?.name ?? null,
    delivery: row.id,
    sentAt: row.accepted_at,
    fallsOn,
    proof:
      proof === null || kind === null
        ? null
        : { name: `${kind.replaceAll("_", "-")}-${row.id}.pdf`, content: proof.pdf },
    accepted: row.state === "collected",
    letter: letterOf(row, records),
  });
  return [
    {
      ...mail,
      attemptId: errand.id,
      to: recipient.email,
      toName: name,
      language,
      date: errand.created_at,
    },
  ];
}

/** What he did himself; of what he left the sender has the proof. */
function proofOf({ state, consigned_at: consignedAt }: ErrandFacts["row"]): ProofKind | null {
  if (state === "collected" && consignedAt !== null) return "proof_of_collection";
  return state === "refused" ? "proof_of_refusal" : null;
}

/** A correction moves no date and no state: the last word is the record's. */
function letterOf(
  { state }: ErrandFacts["row"],
  records: readonly EvidenceFacts[],
): CarrierEnd | "unknown" | null {
  if (!state.startsWith("post_")) return null;
  for (const { carrier } of records) if (carrier && isCarrierEnd(carrier.outcome)) return carrier.outcome;
  if (state === "post_delivered") return "delivered";
  return state === "post_returned" ? "returned" : "unknown";
}

/** The newest first. */
async function readRecords(trx: Transaction, deliveryId: string): Promise<readonly EvidenceFacts[]> {
  const rows = await trx
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", deliveryId)
    .orderBy("seq", "desc")
    .execute();
  return rows.map(({ canonical }) => JSON.parse(canonical) as EvidenceFacts);
}

function recipientOf(records: readonly EvidenceFacts[]): RecipientFacts | null {
  return records.find(({ recipient }) => recipient.email !== "")?.recipient ?? null;
}

/** Null where a hold keeps it, or it is due already. */
async function readFalling(trx: Transaction, deliveryId: string): Promise<Temporal.PlainDate | null> {
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    SELECT f.day FROM (SELECT d.id, retention.falls_on('R9', retention.day_of(d.final_at), d.account_id) AS day
        FROM delivery d WHERE d.id = ${deliveryId}) f
      WHERE f.day > retention.today() AND NOT EXISTS (SELECT FROM retention.held_until(ARRAY[f.id]))`.execute(
    trx,
  );
  return rows[0]?.day ?? null;
}
