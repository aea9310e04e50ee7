// Row shapes of print renditions, batches and jobs of the postal desk, its people's acts, and the carrier's reports.

import type { CarrierOutcome } from "@posthorn/domain";
import type { ColumnType, Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";
import type { Json } from "./messages.ts";

export interface DraftRenditionTable {
  id: string;
  account_id: string;
  draft_id: string;
  /** Null: of the text. */
  upload_id: string | null;
  source_sha256: string;
  blob_id: string | null;
  size: number | null;
  sha256: string | null;
  pages: number | null;
  colour: boolean | null;
  converter: string | null;
  /** Code of why it cannot be printed; null where it can. */
  refusal: string | null;
  refusal_params: Json<Readonly<Record<string, string | number>>> | null;
  made_at: Instant;
}

export interface PartRenditionTable {
  message_id: string;
  ordinal: number;
  blob_id: string;
  size: number;
  sha256: string;
  pages: number;
  colour: boolean;
  converter: string;
}

export interface PrintBatchTable {
  id: string;
  number: Generated<number>;
  printer: string;
  state: "making" | "ready" | "printed" | "handed_over" | "closed";
  made_by: string;
  made_at: Instant;
  letters: number;
  ready_at: Defaulted<Instant | null>;
  printed_at: Defaulted<Instant | null>;
  handed_over_at: Defaulted<Instant | null>;
  push_asked_at: Defaulted<Instant | null>;
  push_next_at: Defaulted<Instant | null>;
  push_attempts: Defaulted<number>;
  pushed_at: Defaulted<Instant | null>;
  push_error: Defaulted<string | null>;
  problem: Defaulted<BatchProblem | null>;
  next_try_at: Defaulted<Instant | null>;
  tries: Defaulted<number>;
}

/** What keeps a batch from being numbered: no carrier and no range for a country, a range used up, a carrier who does not answer. */
export type NumberingProblem = "no_numbers" | "numbers_exhausted" | "carrier_unavailable";

/** What keeps its letters from being made: no room for files, a key or printer that the press does not have, or what only its log says. */
export type PressProblem =
  | "press_storage_full"
  | "press_key_wrong"
  | "press_printer_unknown"
  | "press_failed";

export type BatchProblem = NumberingProblem | PressProblem;

export type PrintJobState =
  | "chosen"
  | "released"
  | "numbered"
  | "made"
  | "printed"
  | "posted"
  | "dropped"
  | "fallen_out";

export interface PrintJobTable {
  id: string;
  batch_id: string;
  ordinal: number;
  delivery_id: string;
  account_id: string;
  state: PrintJobState;
  ended_reason: Defaulted<string | null>;
  ended_words: Defaulted<string | null>;
  barcode: Defaulted<string | null>;
  barcode_from: Defaulted<"carrier" | "range" | "s10" | null>;
  carrier_reference: Defaulted<string | null>;
  address: Defaulted<string[] | null>;
  blob_id: Defaulted<string | null>;
  wrapped_key: Defaulted<Uint8Array | null>;
  size: Defaulted<number | null>;
  sha256: Defaulted<string | null>;
  pages: Defaulted<number | null>;
  sheets: Defaulted<number | null>;
  colour: Defaulted<boolean | null>;
  made_at: Defaulted<Instant | null>;
  scanned_at: Defaulted<Instant | null>;
  scanned_by: Defaulted<string | null>;
  scan_taken_back_at: Defaulted<Instant | null>;
  posted_at: Defaulted<Instant | null>;
  next_poll_at: Defaulted<Instant | null>;
  polls: Defaulted<number>;
  file_falls_at: Defaulted<Instant | null>;
}

export type PostalActKind = "printed" | "fell_out" | "not_postable" | "handed_over" | "carrier_statement";

/** What an act says beside its kind; of a statement outcome, time and words. */
export interface PostalActDetails {
  readonly outcome?: CarrierOutcome;
  /** ISO 8601 UTC. */
  readonly said_at?: string;
  readonly words?: string;
  /** SHA-256 of the deposit's receipt that was there at the hand-over, or, of a statement, that states it. */
  readonly receipt_sha256?: string;
  /** Of a statement by receipt: the act of the hand-over that it is for. */
  readonly hand_over?: string;
}

export interface PostalActTable {
  id: string;
  kind: PostalActKind;
  batch_id: string | null;
  job_id: string | null;
  delivery_id: string | null;
  staff_id: string;
  acted_at: Instant;
  reason: string | null;
  details: Json<PostalActDetails> | null;
  needs_second: Defaulted<boolean>;
  seconded_by: Defaulted<string | null>;
  seconded_at: Defaulted<Instant | null>;
  withdrawn_at: Defaulted<Instant | null>;
  withdrawn_by: Defaulted<string | null>;
  withdrawn_words: Defaulted<string | null>;
  done_at: Defaulted<Instant | null>;
  outcome: ColumnType<PostalActOutcome | null, never, string>;
}

export interface PostalActOutcome {
  readonly done: number;
  readonly not_done: readonly { readonly job: string; readonly why: string }[];
}

export interface PostingReceiptTable {
  id: string;
  batch_id: string;
  sha256: string;
  media_type: "application/pdf" | "image/png" | "image/jpeg";
  bytes: Uint8Array;
  uploaded_by: string;
  uploaded_at: Instant;
  /** The act of the hand-over that it is for; null: the next one. */
  hand_over_id: Defaulted<string | null>;
}

export interface BarcodeRangeTable {
  name: string;
  next_serial: number;
}

export interface CarrierReportTable {
  id: Generated<number>;
  job_id: string;
  delivery_id: string;
  event_key: string;
  outcome: CarrierOutcome;
  said_at: Instant | null;
  words: string | null;
  source: string;
  raw: Uint8Array;
  media_type: string;
  received_at: Instant;
  booked_at: Instant | null;
}
