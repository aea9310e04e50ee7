// One file a verb: authorise, parse, transaction, the domain decides, record, enqueue.

export * from "./context.ts";
export * from "./message/submit-message.ts";
