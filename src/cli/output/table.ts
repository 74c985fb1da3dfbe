import type { Paint, Tone } from './paint.ts';
import { visible } from '../../api/contract/visible.ts';
import { displayWidth, fit } from './width.ts';

/** One column of a table over rows of one type. */
export type Column<Row> = {
  readonly title: string;
  readonly align?: 'left' | 'right';
  cell(row: Row): string;
  tone?(row: Row): Tone;
  /** The larger, the earlier it goes where the terminal is narrow; a column without it always stays. */
  readonly dropFirst?: number;
  /** The fewest columns it may be cut to where the terminal is narrow; without it, it is never cut. */
  readonly cutTo?: number;
  /** True for a row in which the column says nothing; without such a word in any row the column goes. */
  idle?(row: Row): boolean;
};

/** The columns that are shown, and how wide each is. */
export type Layout<Row> = readonly { readonly column: Column<Row>; readonly width: number }[];

const gap = '  ';

/** A table as lines: titles, then one line per row. */
export function tableLines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
  paint: Paint,
): readonly string[] {
  const plan = layout(columns, rows, width);
  return [titleLine(plan, paint), ...rows.map((row) => rowLine(plan, row, paint))];
}

/** Chooses the columns that say something and fit, and gives each its width. */
export function layout<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
): Layout<Row> {
  let shown = columns
    .filter(({ idle }) => idle === undefined || rows.some((row) => !idle(row)))
    .map((column) => ({ column, natural: naturalWidth(column, rows) }));
  while (leastWidth(shown) > width) {
    const first = Math.max(...shown.map(({ column }) => column.dropFirst ?? 0));
    if (first === 0) break;
    shown = shown.filter(({ column }) => column.dropFirst !== first);
  }
  return grown(shown, Math.max(0, width - leastWidth(shown)));
}

// Columns that were cut share what is left, one after the other, until each has all it needs.
function grown<Row>(shown: readonly Measured<Row>[], spare: number): Layout<Row> {
  const widths = shown.map(({ column, natural }) => leastOf(column, natural));
  let left = spare;
  for (let growing = true; growing && left > 0;) {
    growing = false;
    for (const [index, { natural }] of shown.entries()) {
      const width = widths[index] ?? natural;
      if (width >= natural || left === 0) continue;
      widths[index] = width + 1;
      left -= 1;
      growing = true;
    }
  }
  return shown.map(({ column, natural }, index) => ({ column, width: widths[index] ?? natural }));
}

/** The line of titles. */
export function titleLine<Row>(plan: Layout<Row>, paint: Paint): string {
  return joined(plan.map(({ column, width }) => paint('dim', fit(column.title, width, column.align))));
}

/** The line of one row. */
export function rowLine<Row>(plan: Layout<Row>, row: Row, paint: Paint): string {
  return joined(
    plan.map(({ column, width }) =>
      paint(column.tone?.(row) ?? 'plain', fit(visible(column.cell(row)), width, column.align)),
    ),
  );
}

type Measured<Row> = { readonly column: Column<Row>; readonly natural: number };

function naturalWidth<Row>(column: Column<Row>, rows: readonly Row[]): number {
  return rows.reduce(
    (widest, row) => Math.max(widest, displayWidth(visible(column.cell(row)))),
    displayWidth(column.title),
  );
}

function leastOf<Row>(column: Column<Row>, natural: number): number {
  return Math.min(natural, Math.max(column.cutTo ?? natural, displayWidth(column.title)));
}

function leastWidth<Row>(measured: readonly Measured<Row>[]): number {
  const cells = measured.reduce((sum, { column, natural }) => sum + leastOf(column, natural), 0);
  return cells + gap.length * Math.max(0, measured.length - 1);
}

function joined(cells: readonly string[]): string {
  return cells.join(gap).trimEnd();
}
