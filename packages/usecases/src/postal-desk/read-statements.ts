// Reads a file of the carrier's statements: barcode, outcome, time, words; of whatever encoding and delimiter.

import { AppError } from "@posthorn/domain";
import { parse } from "csv-parse/sync";
import { encodingOf, textOf } from "../contact/read-text.ts";
import type { StatementRow } from "./book-statements.ts";

export const STATEMENT_FILE_BYTES = 1_000_000;
export const STATEMENT_ROWS_MAX = 2000;
const CELL_LONGEST = 400;

/**
 * A heading line is left out where its first cell has no digit. Errors: bad_request `statements_empty`,
 * `statements_broken`: a quotation mark that is not closed, say; too_large `statements_too_many`.
 */
export function readStatements(bytes: Uint8Array): readonly StatementRow[] {
  const text = [...textOf(bytes, encodingOf(bytes))].join("");
  const rows = readRecords(text);
  const [head] = rows;
  const body = head !== undefined && !/\d/.test(head.record[0] ?? "") ? rows.slice(1) : rows;
  if (body.length === 0) throw new AppError("bad_request", "statements_empty");
  if (body.length > STATEMENT_ROWS_MAX) throw new AppError("too_large", "statements_too_many");
  return body.map(({ record, line }) => {
    const cell = (index: number) => (record[index] ?? "").slice(0, CELL_LONGEST).toWellFormed();
    return { line, barcode: cell(0), outcome: cell(1), at: cell(2), words: cell(3) };
  });
}

function readRecords(text: string): readonly { readonly record: readonly string[]; readonly line: number }[] {
  const [heading = ""] = text.split(/\r?\n|\r/, 1);
  const delimiter = [";", "\t", ","].find((sign) => heading.includes(sign)) ?? ";";
  try {
    const read = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return read.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (cause) {
    throw new AppError("bad_request", "statements_broken", { cause });
  }
}
