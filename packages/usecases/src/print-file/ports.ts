// What print files need from outside the database: how they are listed for a printer, and how many go out as one.

import type { PrinterProfile } from "@posthorn/domain";
import type { PrintFileOpening } from "../letter/ports.ts";

export interface ManifestBatch {
  /** As people call it. */
  readonly number: number;
  /** Key of the printer. */
  readonly printer: string;
  readonly readyAt: Temporal.Instant;
  readonly duplex: boolean;
}

export interface ManifestLetter {
  readonly job: string;
  readonly ordinal: number;
  /** Name of the PDF beside the manifest. */
  readonly file: string;
  /** Of the PDF, lower-case hex. */
  readonly sha256: string;
  /** Of the PDF in bytes. */
  readonly size: number;
  readonly pages: number;
  readonly sheets: number;
  readonly colour: boolean;
  readonly barcode: string;
  /** As printed, line by line. */
  readonly address: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Last day on which it may be handed to the carrier, in Brussels. */
  readonly postBy: Temporal.PlainDate;
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The lists that go with the files of a batch; the same batch gives the same octets. */
export type WriteManifest = (
  batch: ManifestBatch,
  letters: readonly ManifestLetter[],
) => readonly NamedFile[];

export interface PrintFilesPorts {
  readonly files: PrintFileOpening;
  readonly printers: readonly PrinterProfile[];
  readonly manifest: WriteManifest;
}

/** One zip file as it is written; none of the entries but the present one is held. */
export type ZipFiles = (
  entries: AsyncIterable<{ readonly name: string; stream(): AsyncIterable<Uint8Array> }>,
  modifiedAt: Temporal.Instant,
) => AsyncIterable<Uint8Array>;
