// Cells that a spreadsheet would take for a formula: guarded on the way out, taken for what they are on the way in.

// OWASP "CSV Injection": these signs at the start, their wide forms too, begin a formula; tab and line ends may hide one.
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** Puts an apostrophe before what would be a formula; `unguardCell` gives back exactly what stood there. */
export function guardCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** One line of a CSV file (RFC 4180, CRLF), every cell quoted and guarded. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guardCell(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;
}
