// The proof of a place in the log, as bundles and proofs carry it; verbs make it, so its shape stands in the domain.

export type { LogProof } from "@posthorn/domain";
