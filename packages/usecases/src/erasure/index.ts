// Erasing what is due and its journal, as others may call it.

export { copyJournal, refuseBehind, type JournalPort } from "./copy-journal.ts";
export { ERASURE_SETS } from "./erasure-sets.ts";
export type { ErasureStatement } from "./make-receipts.ts";
export { listReceipts, RECEIPTS_AT_ONCE } from "./list-receipts.ts";
export { explainItem, planErasure } from "./plan-erasure.ts";
export { type BlobRemovalPort, removeBlobsOwed } from "./remove-blobs.ts";
export { disownJournal, refuseLostJournal } from "./refuse-lost-journal.ts";
export { type BlobListPort, removeUnnamed } from "./remove-unnamed.ts";
export { replayJournal } from "./replay-journal.ts";
export { type ReceiptSealingPort, sealReceipts } from "./seal-receipts.ts";
export { rewriteTables } from "./rewrite-tables.ts";
export { runErasure } from "./run-erasure.ts";
export type { ErasureContext } from "./run-report.ts";
export { refuseMissingFunctions } from "./set-functions.ts";
export { trimJournal } from "./trim-journal.ts";
