// All jobs by name with what they carry: ids only. A job is a hint; its handler re-reads and acts idempotently.

export interface JobPayloads {
  /** Sealer: time-stamp records that wait, then seal and log them; `recordId` is why it was woken. */
  "stamp-records": { readonly recordId: string };
  /** Sealer: render and seal a PDF proof that was asked for. */
  "make-proof": { readonly deliveryId: string };
  /** Sealer: the same for the proof of submission of a whole message. */
  "make-message-proof": { readonly messageId: string };
  /** Sealer: pack and seal an evidence bundle that was asked for. */
  "make-bundle": { readonly deliveryId: string };
  /** Worker: send the notice of the delivery's current round, where none stands or is under way. */
  "send-notice": { readonly deliveryId: string };
  /** Worker: carry on with a notice row (retry of mail or SMS). */
  "attempt-notice": { readonly noticeId: string };
  /** Worker: mail and text the two one-time codes of a challenge. */
  "send-codes": { readonly challengeId: string };
  /** Worker: book ContentConsignment once the acceptance is stamped. */
  "book-consignment": { readonly deliveryId: string };
  /** Worker: read a raw DSN or provider callback. */
  "read-arrival": { readonly arrivalId: number };
  /** Worker: act on a timer that is due. */
  "run-timer": { readonly deliveryId: string; readonly kind: string };
  /** Worker: a mail that is owed once. */
  "run-errand": { readonly errandId: string };
  /** Worker: a mail owed once to an account holder. */
  "run-person-errand": { readonly errandId: string };
  /** Worker: release the letters of a batch that is being made, and give each its number. */
  "release-batch": { readonly batchId: string };
  /** Press: make the letters of a batch that have their number. */
  "make-letters": { readonly batchId: string };
  /** Worker: bring the files of a batch to the print partner. */
  "push-batch": { readonly batchId: string };
  /** Worker: carry out what the postal desk did or asked. */
  "carry-out-postal-act": { readonly actId: string };
  /** Worker: ask the carrier what became of a letter. */
  "poll-carrier": { readonly jobId: string };
}

export type JobName = keyof JobPayloads;
