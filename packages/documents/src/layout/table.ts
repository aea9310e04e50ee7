// Tables and definition lists that break over pages, between rows, or inside a row only when it is very tall.

import { COLORS, type Color, type Span } from "../text/style.ts";
import { wrapText, type SetLine } from "../text/wrap-text.ts";
import { beside, lineBlock, rule, stack, type Block, type Ink } from "./block.ts";
import { listItem, tagged, type Tag } from "./tag.ts";

/** Each text starts on a line of its own. */
export type Cell = readonly (readonly Span[])[];

export interface Column {
  /** In points, the gap to the next column included. */
  readonly width: number;
  readonly head: readonly Span[];
}

export interface TableOptions {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly lineColor: Color;
  /** Space in points above and below the text of a row. */
  readonly padding: number;
}

/** Space in points kept free at the right of each cell but the last. */
const GUTTER = 12;
/** A row taller than this, in points, may be cut between lines. */
const TALL = 220;

/** The head keeps with the first row and is set again on each page. */
export function table(options: TableOptions): readonly Block[] {
  const { columns, rows, lineColor, padding } = options;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const line = rule(total, lineColor);
  const tag: Tag = { role: "Table" };
  const headText = stack(
    sliceRow(
      columns,
      columns.map((column) => [column.head]),
      rowTags(tag, columns, "TH"),
    ),
  );
  const head: Block = { ...stack([headText, { ...line, gap: padding / 2 }]), keepWithNext: true };
  const body = rows.flatMap((row, index) => {
    const slices = sliceRow(columns, row, rowTags(tag, columns, "TD"));
    const blocks = height(slices) > TALL ? slices : [stack(slices)];
    return blocks.map((block, part): Block => {
      const top = part === 0 ? [index === 0 ? spacer(0) : line, { ...block, gap: padding }] : [block];
      const last = part === blocks.length - 1;
      return { ...stack(last ? [...top, spacer(padding)] : top), repeat: head };
    });
  });
  return [head, ...body];
}

export interface Definition {
  readonly term: readonly Span[];
  readonly texts: Cell;
}

/** Terms in a column of `termWidth` points, their texts beside them; `gap` points between two. */
export function definitionList(
  definitions: readonly Definition[],
  width: number,
  termWidth: number,
  gap: number,
): readonly Block[] {
  const columns: readonly Column[] = [
    { width: termWidth, head: [] },
    { width: width - termWidth, head: [] },
  ];
  const list: Tag = { role: "L" };
  return definitions.flatMap(({ term, texts }) => {
    const { label, body } = listItem(list);
    const slices = sliceRow(columns, [[term], texts], [label, body]);
    const blocks = height(slices) > TALL ? slices : [stack(slices)];
    return blocks.map((block, index) => (index === 0 ? { ...block, gap } : block));
  });
}

function rowTags(parent: Tag, columns: readonly Column[], role: "TH" | "TD"): readonly Tag[] {
  const row: Tag = { role: "TR", parent };
  return columns.map(() => ({ role, parent: row }));
}

/** Row cut into its lines: slice n holds line n of every cell. A tag for each cell. */
function sliceRow(
  columns: readonly Column[],
  cells: readonly Cell[],
  tags: readonly Tag[],
): readonly Block[] {
  const set = columns.map(({ width }, index): readonly SetLine[] => {
    const room = index === columns.length - 1 ? width : width - GUTTER;
    return (cells[index] ?? []).flatMap((spans) => wrapText(spans, room));
  });
  const count = Math.max(0, ...set.map((lines) => lines.length));
  const baselines = set.map((lines) => lines[0]?.baseline ?? 0);
  return Array.from({ length: count }, (_, at) => {
    let left = 0;
    const placed = columns.map(({ width }, index) => {
      const line = set[index]?.[at];
      const x = left;
      left += width;
      // First lines of cells in different sizes share their baseline.
      const drop = at === 0 ? Math.max(...baselines) - (baselines[index] ?? 0) : 0;
      const tag = tags[index];
      const block = line ? stack([spacer(drop), lineBlock(line)]) : spacer(0);
      return { x, block: tag ? tagged(at === 0 ? neverEmpty(block) : block, tag) : block };
    });
    return beside(placed);
  });
}

/** A cell without text has its place in the tree all the same: rows have as many cells as there are columns. */
function neverEmpty(block: Block): Block {
  if (block.inks.length > 0) return block;
  const nothing: Ink = { kind: "text", x: 0, y: 0, text: "", face: "sans", size: 1, color: COLORS.ink };
  return { ...block, inks: [nothing] };
}

function height(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.height, 0);
}

/** Empty height in points. */
export function spacer(points: number): Block {
  return { height: points, inks: [] };
}
