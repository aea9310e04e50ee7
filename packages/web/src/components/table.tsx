// A table that becomes a list where it has no room, each cell then under its column's heading.

import type { Child } from "hono/jsx";
import type { Markup } from "./markup.ts";
import { classes } from "./tone.ts";

export interface Column<Row> {
  readonly heading: string;
  /** The heading is for screen readers only (a column of links). */
  readonly hideHeading?: boolean;
  /** Right-aligned figures. */
  readonly number?: boolean;
  /** Names the row: read out with each of its cells. */
  readonly rowHeading?: boolean;
  readonly cell: (row: Row) => Child;
}

export interface TableProps<Row> {
  /** Says what the table lists. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Its cells are short: it stays a table in a narrower box. */
  readonly compact?: boolean;
}

export function Table<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  compact = false,
}: TableProps<Row>): Markup {
  return (
    <div class={classes("table-box", compact && "compact")}>
      <table class="table">
        <caption class={showCaption ? undefined : "vh"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.number === true ? "num" : undefined}>
                {column.hideHeading === true ? <span class="vh">{column.heading}</span> : column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>{columns.map((column) => renderCell(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderCell<Row>(column: Column<Row>, row: Row): Markup {
  if (column.rowHeading === true) return <th scope="row">{column.cell(row)}</th>;
  return (
    <td
      class={classes(column.number === true && "num") || undefined}
      data-label={column.hideHeading === true ? undefined : column.heading}
    >
      {column.cell(row)}
    </td>
  );
}
