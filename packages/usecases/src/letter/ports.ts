// What letters need from outside the database: renditions, the letter itself, the carrier, the printer's door, print files.

import type {
  CarrierOutcome,
  Language,
  PostalAddress,
  PrinterProfile,
  PrintFacts,
  RenditionRefusal,
  TrustStatus,
} from "@posthorn/domain";
import type { ContentPort, KeyUnwrapping, KeyWrapping } from "../context.ts";

/** A print rendition; its file lies in a folder of its own until `dispose`. */
export interface RenderedPart {
  readonly kind: "rendered";
  readonly pages: number;
  readonly colour: boolean;
  /** Program and version that made it, as the evidence names it. */
  readonly converter: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
  dispose(): Promise<void>;
}

export interface RenditionRefused {
  readonly kind: "refused";
  readonly reason: RenditionRefusal;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Makes renditions, apart from the process that serves people: bad files end there. Never throws for a bad file. */
export interface RenditionPort {
  /** Reads `source` to its end. Of many that wait, accounts have their turns; too_many `renditions_busy` where much of one does. */
  renderPart(part: {
    readonly account: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly source: AsyncIterable<Uint8Array>;
  }): Promise<RenderedPart | RenditionRefused>;
  /** Part 1 set as a letter. */
  renderText(text: {
    readonly account: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<RenderedPart | RenditionRefused>;
}

/** Everything a letter shows; the same facts and parts give the same octets. */
export interface LetterFacts {
  /** In the data matrix of every page, with its number. */
  readonly jobId: string;
  readonly deliveryId: string;
  readonly batch: number;
  readonly language: Language;
  readonly provider: string;
  readonly sender: { readonly name: string; readonly department?: string; readonly town?: string };
  /** As `addressLines` sets them. */
  readonly address: readonly string[];
  readonly returnAddress: readonly string[];
  readonly barcode: string;
  /** The operator's name and service on the label; the service is null where the addressee's language has the word. */
  readonly carrier: { readonly name: string; readonly service: string | null };
  /** Of the service when the message was sent. */
  readonly trustStatus: TrustStatus;
  readonly submittedAt: Temporal.Instant;
  readonly releasedAt: Temporal.Instant;
  /** Last day it could be collected; null where no notice ever stood. */
  readonly collectUntil: Temporal.PlainDate | null;
  /** Where proofs of this delivery are checked. */
  readonly verifyUrl: string;
  /** In the order of the message; bytes are those of the rendition. */
  readonly parts: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly size: number;
    readonly print: PrintFacts;
    /** Of the rendition; our own pages are black on white. */
    readonly colour: boolean;
    readonly bytes: Uint8Array;
  }[];
}

export interface ComposedLetter {
  readonly pdf: Uint8Array;
  /** With blank ones. */
  readonly pages: number;
  readonly sheets: number;
  readonly colour: boolean;
}

export interface LetterPort {
  /** Throws AppError conflict `letter_too_long` {sheets, max} where it fits no envelope of this printer. */
  compose(letter: LetterFacts, printer: PrinterProfile): Promise<ComposedLetter>;
}

/** How the press closes print files: a key for each, wrapped for a pair of the postal desk's own. */
export interface PrintFileClosing {
  readonly content: Pick<ContentPort, "put">;
  readonly wrapping: KeyWrapping;
  newContentKey(): Uint8Array;
}

/** How desk and worker open them. */
export interface PrintFileOpening {
  readonly content: Pick<ContentPort, "open">;
  readonly keys: KeyUnwrapping;
}

/** What the wrap of a print file's key is bound to. */
export function printFileContext(jobId: string): string {
  return `print_file/${jobId}`;
}

export interface CarrierEvent {
  /** The same for the same event, however often it is read. */
  readonly key: string;
  readonly outcome: CarrierOutcome;
  readonly at: Temporal.Instant | null;
  /** One line, his own. */
  readonly words: string | null;
  /** As received. */
  readonly raw: Uint8Array;
  readonly mediaType: string;
}

/** Errors: unavailable `carrier_unavailable` (retryable, says when); bad_request `carrier_refused` with his words. */
export interface CarrierPort {
  /** As the public knows him. */
  readonly name: string;
  /** The service asked for: registered. */
  readonly service: string;
  /**
   * Registers the item and answers its number; asked again with the same `reference` it answers the same. Errors besides:
   * conflict `number_taken`, the number that was given is another item's.
   */
  announce(item: {
    readonly reference: string;
    /** Where numbers come from a range of ours. */
    readonly barcode?: string;
    readonly sender: string;
    /** Where the item goes back to; absent: to us. */
    readonly returnAddress?: PostalAddress;
    readonly addressee: {
      readonly name: string;
      readonly firstNames?: string;
      readonly attentionOf?: string;
    };
    readonly address: PostalAddress;
    readonly language: Language;
  }): Promise<{ readonly barcode: string; readonly reference: string }>;
  /** Oldest first. */
  track(item: {
    readonly barcode: string;
    readonly reference: string | null;
  }): Promise<readonly CarrierEvent[]>;
  /** His signed proof of what became of it; null while there is none. */
  proof(item: {
    readonly barcode: string;
    readonly reference: string | null;
  }): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | null>;
}

/** Numbers of items where the carrier gives none out one by one. Pure: serial in, number out. */
export interface NumberRange {
  /** Row of `barcode_range`. */
  readonly name: string;
  readonly kind: "range" | "s10";
  readonly first: number;
  readonly last: number;
  numberOf(serial: number): string;
}

/** How letters are numbered here: by the carrier, or from ranges; letters abroad always from `abroad`. */
export interface NumberingPorts {
  readonly carrier: CarrierPort | null;
  readonly domestic: NumberRange | null;
  readonly abroad: NumberRange | null;
}

/** What the worker needs of the post: numbers, whoever follows items, and whom letters are handed over to. */
export interface PostPorts extends NumberingPorts {
  /** As records name him; the carrier where one is connected. */
  readonly operator: {
    readonly name: string;
    /** The service asked for: registered. */
    readonly service: string;
  };
}

/** Why files did not reach a print partner. */
export const PUSH_FAULTS = [
  /** No server answers, or not in time. */
  "unreachable",
  /** It is not the one whose key the configuration names. */
  "host_key_wrong",
  "auth_refused",
  /** Our key for it is not configured. */
  "no_key",
  /** It takes no more: its disk is full, most likely. */
  "no_room",
  /** It does not let us write there. */
  "denied",
  "broken_off",
  /** It has another batch under this name. */
  "already_there",
] as const;
export type PushFault = (typeof PUSH_FAULTS)[number];

/** A file that stands in a folder of a printer. */
export interface FileToPush {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Brings files to a print partner: the folder is there whole or not at all, `last` written after all others; where the same
 * `last` stands in it already, nothing is done. Errors: AppError unavailable `printer_unavailable`, whose detail is a PushFault.
 */
export interface PrinterDoor {
  push(
    printer: PrinterProfile,
    folder: string,
    files: AsyncIterable<FileToPush>,
    last: FileToPush,
  ): Promise<void>;
}
