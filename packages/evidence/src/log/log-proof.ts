// The proof of a place in the log, as bundles and proofs carry it; verbs make it, so its shape stands in the domain.

export type { LogProof } from "@posthorn/domain";

/** Attached to a proof's PDF: the proofs of all records whose evidence is attached, as a JSON list. */
export const LOG_PROOFS_FILE = "log-proofs.json";
