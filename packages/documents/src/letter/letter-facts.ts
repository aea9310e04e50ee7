// What a letter shows, and what comes of it.

import type {
  Language,
  LetterLength,
  LetterPage,
  PrinterProfile,
  PrintFacts,
  TrustStatus,
} from "@posthorn/domain";
import type { Block } from "../layout/block.ts";

/** One part of the message: what was sent, and the rendition of it that is printed. */
export interface LetterPart {
  readonly name: string;
  /** Of the original, lower-case hex, as is that in `print`. */
  readonly sha256: string;
  /** Of the original, in bytes. */
  readonly size: number;
  readonly print: PrintFacts;
  readonly colour: boolean;
  /** The rendition: a PDF of upright A4 pages without ink left of the content area. */
  readonly bytes: Uint8Array;
}

export interface Letter {
  /** In the data matrix of every page, with its number. */
  readonly jobId: string;
  readonly deliveryId: string;
  readonly batch: number;
  /** The addressee's. */
  readonly language: Language;
  readonly provider: string;
  readonly sender: { readonly name: string; readonly department?: string; readonly town?: string };
  readonly address: readonly string[];
  readonly returnAddress: readonly string[];
  /** The item's number with the carrier. */
  readonly barcode: string;
  /** `service` is null where the addressee's language has the word for it. */
  readonly carrier: { readonly name: string; readonly service: string | null };
  /** Of the service when the message was sent. */
  readonly trustStatus: TrustStatus;
  readonly submittedAt: Temporal.Instant;
  readonly releasedAt: Temporal.Instant;
  /** In Brussels; null where no notice ever stood. */
  readonly collectUntil: Temporal.PlainDate | null;
  readonly verifyUrl: string;
  /** In the order of the message. */
  readonly parts: readonly LetterPart[];
}

export interface PrintReadyLetter {
  readonly pdf: Uint8Array;
  /** With blank ones. */
  readonly pages: number;
  readonly sheets: number;
  /** Whether a part is in colour; our own pages never are. */
  readonly colour: boolean;
}

/** A letter while its own pages are set. */
export interface LetterInHand {
  readonly letter: Letter;
  readonly printer: PrinterProfile;
  readonly plan: readonly LetterPage[];
  readonly length: LetterLength;
  /** The verification address to be scanned: made once, it stands on two pages. */
  readonly code: Block;
}
