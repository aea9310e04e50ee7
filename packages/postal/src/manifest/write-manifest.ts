// Lists the letters of a batch for whoever prints them: once as JSON, once as CSV. Its form is docs/print-manifest.schema.json.

import { csvLine } from "@posthorn/domain";

/** Raised when something of the form changes that a reader relies on. */
const VERSION = 1;
/** Address lines that have columns of their own in the CSV file; what is beyond stands in the last. */
const LINES = 6;

export interface BatchToList {
  readonly number: number;
  /** Key of the printer. */
  readonly printer: string;
  readonly readyAt: Temporal.Instant;
  readonly duplex: boolean;
}

export interface LetterToList {
  readonly job: string;
  readonly ordinal: number;
  readonly file: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly sheets: number;
  readonly colour: boolean;
  readonly barcode: string;
  readonly address: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** In Brussels. */
  readonly postBy: Temporal.PlainDate;
}

/** `manifest.csv` and `manifest.json`, in this order: who waits for the last of them has both. The same batch gives the same octets. */
export function writeManifest(
  batch: BatchToList,
  letters: readonly LetterToList[],
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return [
    { name: "manifest.csv", bytes: Buffer.from(csvOf(batch, letters), "utf8") },
    {
      name: "manifest.json",
      bytes: Buffer.from(`${JSON.stringify(jsonOf(batch, letters), null, 2)}\n`, "utf8"),
    },
  ];
}

function jsonOf(batch: BatchToList, letters: readonly LetterToList[]) {
  return {
    version: VERSION,
    batch: batch.number,
    printer: batch.printer,
    ready_at: batch.readyAt.toString({ smallestUnit: "millisecond" }),
    letters: letters.length,
    sheets: letters.reduce((sum, { sheets }) => sum + sheets, 0),
    files: letters.map((letter) => ({
      job: letter.job,
      ordinal: letter.ordinal,
      file: letter.file,
      sha256: letter.sha256,
      bytes: letter.size,
      paper: "A4",
      pages: letter.pages,
      sheets: letter.sheets,
      duplex: batch.duplex,
      colour: letter.colour,
      registered: true,
      barcode: letter.barcode,
      address: letter.address,
      country: letter.country,
      post_by: letter.postBy.toString(),
    })),
  };
}

function csvOf(batch: BatchToList, letters: readonly LetterToList[]): string {
  const addressColumns = Array.from({ length: LINES }, (_, line) => `address_${line + 1}`);
  const head = [
    "batch",
    "printer",
    "job",
    "ordinal",
    "file",
    "sha256",
    "bytes",
    "paper",
    "pages",
    "sheets",
    "duplex",
    "colour",
    "registered",
    "barcode",
    ...addressColumns,
    "country",
    "post_by",
  ];
  const rows = letters.map((letter) => [
    String(batch.number),
    batch.printer,
    letter.job,
    String(letter.ordinal),
    letter.file,
    letter.sha256,
    String(letter.size),
    "A4",
    String(letter.pages),
    String(letter.sheets),
    String(batch.duplex),
    String(letter.colour),
    "true",
    letter.barcode,
    ...addressCells(letter.address),
    letter.country,
    letter.postBy.toString(),
  ]);
  // With the mark by which spreadsheets know UTF-8.
  return `\uFEFF${[head, ...rows].map(csvLine).join("")}`;
}

function addressCells(address: readonly string[]): readonly string[] {
  const cells = address.slice(0, LINES - 1);
  const last = address.slice(LINES - 1).join(", ");
  return [...cells, ...Array<string>(LINES - 1 - cells.length).fill(""), last];
}
