// A proof as it is handed out: rendered and sealed.

import type { CollectMaterial, SealKey, StampDigest } from "@posthorn/pki";
import { extendPdf } from "../pades/extend-pdf.ts";
import { signPdf } from "../pades/sign-pdf.ts";
import type { ProofRequest } from "./proof-request.ts";
import { proofWords } from "./proof-style.ts";
import type { MessageProofRequest } from "./message-content.ts";
import { renderMessageProof, renderProof } from "./render-proof.ts";

export interface ProofSeal {
  readonly key: SealKey;
  /** RFC 3161, over the value of the seal. */
  readonly timestamp: StampDigest;
  /** The platform's clock; becomes the claimed time of signing. */
  readonly now: Temporal.Instant;
  /** Given, the proof reaches B-LTA at once. */
  readonly longTerm?: CollectMaterial;
}

/** PDF/A-3 with PAdES baseline B-T, or B-LTA with `longTerm`. Fails as `renderProof`, the key and the ports fail. */
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
  { key, timestamp, now, longTerm }: ProofSeal,
): Promise<Uint8Array> {
  const sealed = await signPdf(pdf, key, timestamp, { now, reason: proofWords(language).texts.sealReason });
  return longTerm ? extendPdf(sealed, { collect: longTerm, timestamp }) : sealed;
}
