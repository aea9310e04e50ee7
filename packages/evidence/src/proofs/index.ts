// PDF proofs: kinds, what they are made from, rendering and sealing.

export {
  type ProofContext,
  type ProofRequest,
  type QualifiedMethod,
  type SealedRecord,
} from "./proof-request.ts";
export { legalStatus, type LegalStatus } from "./legal-status.ts";
export type { MessageProofRequest } from "./message-content.ts";
export { renderMessageProof, renderMessageProofPage, renderProof, renderProofPage } from "./render-proof.ts";
export { sealMessageProof, sealProof, type ProofSeal } from "./seal-proof.ts";
