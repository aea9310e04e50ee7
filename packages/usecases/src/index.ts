// One file a verb: authorise, parse, transaction, the domain decides, record, enqueue.

export * from "./context.ts";
export * from "./message/submit-message.ts";
export * from "./proof/fetch-proof.ts";
export * from "./proof/make-proofs.ts";
export * from "./proof/proof-kinds.ts";
export * from "./proof/request-proof.ts";
export * from "./record/apply-decision.ts";
export * from "./record/load-message-facts.ts";
export * from "./record/owe-errand.ts";
export * from "./record/write-record.ts";
export * from "./sealing/append-log.ts";
export type * from "./sealing/ports.ts";
export * from "./sealing/seal-records.ts";
export * from "./sealing/stamp-records.ts";
