// Rows of a file of contacts, one after the other: CSV of whatever encoding and delimiter, or cards.

import { Readable } from "node:stream";
import {
  AppError,
  type FlatRow,
  readRow,
  readVcards,
  type UnderstoodColumn,
  understandColumns,
} from "@posthorn/domain";
import { parse } from "csv-parse";
import { encodingOf, type TextEncoding, textOf } from "./read-text.ts";

export const CONTACT_FILE_BYTES = 10_000_000;
export const CONTACT_FILE_ROWS = 50_000;
/** Longer ones are no addresses but a file that is none of ours, or a quote that was never closed. */
const ROW_CHARACTERS = 50_000;

/** How a file was read, for whoever sent it. */
export interface Understood {
  readonly format: "csv" | "vcard";
  readonly encoding: TextEncoding;
  readonly delimiter?: "," | ";" | "\t";
  readonly columns: readonly UnderstoodColumn[];
}

export interface FileRow {
  /** Of its first line, counted from 1. */
  readonly line: number;
  /** As they stood there; of a card none. */
  readonly cells: readonly string[];
  readonly read: { readonly ok: true; readonly row: FlatRow } | { readonly ok: false; readonly code: string };
}

export interface ContactFile {
  readonly understood: Understood;
  readonly rows: AsyncIterable<FileRow> | Iterable<FileRow>;
}

/**
 * Holds the whole file (at most `CONTACT_FILE_BYTES`), since only its last byte tells its encoding, but no more than a few rows
 * of what is read from it. Errors: too_large `contact_file_too_large`; bad_request `contact_file_empty`,
 * `contact_columns_unknown` where neither a name nor an address was understood.
 */
export async function openContactFile(source: AsyncIterable<Uint8Array>): Promise<ContactFile> {
  const bytes = await takeBytes(source);
  const encoding = encodingOf(bytes);
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 4096)).trimStart();
  if (start === "") throw new AppError("bad_request", "contact_file_empty");
  if (/^BEGIN:VCARD\b/i.test(start)) {
    const text = [...textOf(bytes, encoding)].join("");
    return { understood: { format: "vcard", encoding, columns: [] }, rows: cardRows(text) };
  }
  const delimiter = delimiterOf(start);
  const records = readRecords(bytes, encoding, delimiter);
  const head = await records.next();
  const columns = understandColumns(
    head.done === true ? [] : head.value.cells.map((cell) => cell.slice(0, 100).toWellFormed()),
  );
  const fields = new Set(columns.map(({ field }) => field));
  if (!fields.has("email") || !(fields.has("name") || fields.has("organisation"))) {
    await records.return();
    throw new AppError("bad_request", "contact_columns_unknown");
  }
  return { understood: { format: "csv", encoding, delimiter, columns }, rows: csvRows(records, columns) };
}

async function takeBytes(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > CONTACT_FILE_BYTES)
      throw new AppError("too_large", "contact_file_too_large", { detail: String(CONTACT_FILE_BYTES) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The sign that parts the heading line most often, outside quotes. */
function delimiterOf(start: string): "," | ";" | "\t" {
  const [heading = ""] = start.replaceAll(/"[^"]*"/g, "").split(/\r?\n|\r/, 1);
  const count = (sign: string) => heading.split(sign).length;
  if (count("\t") > count(",") && count("\t") > count(";")) return "\t";
  return count(";") > count(",") ? ";" : ",";
}

interface Recorded {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What cannot be read, from a quote that is never closed to the end say, is a row without cells. */
async function* readRecords(
  bytes: Uint8Array,
  encoding: TextEncoding,
  delimiter: string,
): AsyncGenerator<Recorded, void, undefined> {
  let broken = false;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // Otherwise an error would take along the rows before it that nobody has asked for yet.
    skip_records_with_error: true,
    on_skip() {
      broken = true;
      return undefined;
    },
  });
  Readable.from(textOf(bytes, encoding)).pipe(parser);
  let end = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const breaks = record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      const length = record.reduce((sum, cell) => sum + cell.length, 0);
      end = info.lines;
      yield { line: end - breaks, cells: length > ROW_CHARACTERS ? [] : record };
    }
    if (broken) yield { line: end + 1, cells: [] };
  } finally {
    parser.destroy();
  }
}

async function* csvRows(
  records: AsyncIterable<Recorded>,
  columns: readonly UnderstoodColumn[],
): AsyncGenerator<FileRow, void, undefined> {
  for await (const { line, cells } of records) {
    if (cells.length === 0) yield { line, cells, read: { ok: false, code: "row_broken" } };
    else if (cells.some((cell) => cell.trim() !== ""))
      yield { line, cells, read: { ok: true, row: readRow(columns, cells) } };
  }
}

function* cardRows(text: string): Generator<FileRow, void, undefined> {
  for (const { line, card } of readVcards(text)) yield { line, cells: [], read: card };
}
