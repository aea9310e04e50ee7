// A proof of one delivery or of a whole message: as PDF/A-3, and as a web page that says the same.

import { deliveryContent } from "./delivery-content.ts";
import { layProof } from "./lay-proof.ts";
import { messageContent, type MessageProofRequest } from "./message-content.ts";
import type { ProofRequest } from "./proof-request.ts";
import { writePage } from "./write-page.ts";

/**
 * The unsealed PDF, with the XML of every sealed record attached. The same records give the same bytes.
 * Throws AppError `proof_not_available` or `proof_being_sealed`.
 */
export async function renderProof(request: ProofRequest): Promise<Uint8Array> {
  return layProof(deliveryContent(request));
}

/** The unsealed PDF. Throws AppError `proof_not_available` or `proof_being_sealed`. */
export async function renderMessageProof(request: MessageProofRequest): Promise<Uint8Array> {
  return layProof(messageContent(request));
}

/** The accessible twin: one HTML file without scripts or anything from elsewhere. It carries no seal; the PDF does. */
export function renderProofPage(request: ProofRequest): string {
  return writePage(deliveryContent(request));
}

export function renderMessageProofPage(request: MessageProofRequest): string {
  return writePage(messageContent(request));
}
