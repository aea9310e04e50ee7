// A proof as it is handed out: rendered and sealed.

import type { SealKey, StampDigest } from "@posthorn/pki";
import { signPdf } from "../pades/sign-pdf.ts";
import type { ProofRequest } from "./proof-request.ts";
import { proofWords } from "./proof-style.ts";
import { renderMessageProof, type MessageProofRequest } from "./render-message-proof.ts";
import { renderProof } from "./render-proof.ts";

export interface ProofSeal {
  readonly key: SealKey;
  /** RFC 3161, over the value of the seal. */
  readonly timestamp: StampDigest;
  /** The platform's clock; becomes the claimed time of signing. */
  readonly now: Temporal.Instant;
}

/** PDF/A-3 with PAdES baseline B-T. Fails as `renderProof`, the key and the timestamp fail. */
export async function sealProof(request: ProofRequest, seal: ProofSeal): Promise<Uint8Array> {
  return sealPdf(await renderProof(request), request, seal);
}

/** The sender's proof for a whole message, sealed; fails as `renderMessageProof`, the key and the timestamp fail. */
export async function sealMessageProof(request: MessageProofRequest, seal: ProofSeal): Promise<Uint8Array> {
  return sealPdf(await renderMessageProof(request), request, seal);
}

async function sealPdf(
  pdf: Uint8Array,
  { language }: Pick<ProofRequest, "language">,
  { key, timestamp, now }: ProofSeal,
): Promise<Uint8Array> {
  return signPdf(pdf, key, timestamp, { now, reason: proofWords(language).texts.sealReason });
}
