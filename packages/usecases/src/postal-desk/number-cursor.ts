// Where a page of a numbered list goes on: a number, and which way.

import { AppError } from "@posthorn/domain";
import { cutPage } from "../paging/cut-page.ts";

export interface NumberCursor {
  /** Towards the pages before this one. */
  readonly backwards: boolean;
  readonly number: number;
}

export function writeNumberCursor({ backwards, number }: NumberCursor): string {
  return `${backwards ? "n" : "o"}${number}`;
}

/** Errors: bad_request `cursor_invalid`. */
export function readNumberCursor(text: string): NumberCursor {
  // No more digits than the database's integers have, whatever they say.
  const match = /^([no])(\d{1,9})$/.exec(text);
  if (!match) throw new AppError("bad_request", "cursor_invalid");
  return { backwards: match[1] === "n", number: Number(match[2]) };
}

/** Cuts what was read, one more than a page, to the page in its order, with where it goes on. */
export function numberedPage<Row>(
  rows: readonly Row[],
  size: number,
  cursor: NumberCursor | null,
  numberOf: (row: Row) => number,
): { readonly page: readonly Row[]; readonly previous: string | null; readonly next: string | null } {
  const { page, before, after } = cutPage(rows, size, cursor);
  const to = (backwards: boolean, row: Row) => writeNumberCursor({ backwards, number: numberOf(row) });
  return {
    page,
    previous: before === null ? null : to(true, before),
    next: after === null ? null : to(false, after),
  };
}
