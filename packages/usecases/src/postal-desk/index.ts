// What the postal desk does, as others may call it.

export { type FallOutReason, FALL_OUT_REASONS, askFellOut } from "./ask-fell-out.ts";
export { askNotPostable, notPostableReasons, type NotPostableReason } from "./ask-not-postable.ts";
export { askPrinted } from "./ask-printed.ts";
export { askPush } from "./ask-push.ts";
export {
  bookStatement,
  bookStatements,
  type StatementReport,
  type TypedStatement,
} from "./book-statements.ts";
export { countQueue, type QueueCounts } from "./count-queue.ts";
export { askHandOver, secondHandOver, withdrawHandOver } from "./hand-over.ts";
export { NEXT_DEPOSIT, openReceipt, RECEIPT_BYTES, uploadReceipt } from "./keep-receipt.ts";
export type { ActLine } from "./list-acts.ts";
export { type BatchLine, type BatchPage, type BatchState, listBatches } from "./list-batches.ts";
export { JOB_VIEWS, type JobLine, type JobPage, type JobView, listJobs } from "./list-jobs.ts";
export { listQueue, QUEUE_VIEWS, type QueueLine, type QueuePage, type QueueView } from "./list-queue.ts";
export { BATCH_LETTERS_MAX, makeBatch } from "./make-batch.ts";
export { DESK_WORDS_LONGEST } from "./parse-words.ts";
export { readStatements, STATEMENT_FILE_BYTES } from "./read-statements.ts";
export {
  importBarcodes,
  SCAN_OUTCOMES,
  type ScanAnswer,
  scanBarcode,
  type ScannedLine,
  type ScanOutcome,
  type ScanReport,
} from "./scan-barcodes.ts";
export { takeScanBack } from "./take-scan-back.ts";
export { type BatchView, JOB_STATES, markBatch, viewBatch } from "./view-batch.ts";
export { type DeskJob, type DeskLetter, findLetter, viewDeskLetter } from "./view-letter.ts";
export { SOON_DAYS } from "./waiting-letters.ts";
