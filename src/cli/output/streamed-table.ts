import type { Paint } from './paint.ts';
import type { Output } from './stream.ts';
import { layout, rowLine, titleLine } from './table.ts';
import type { Column } from './table.ts';

// The first rows decide the widths of all: a list of any length prints in constant memory.
const rowsThatDecide = 500;

/** Writes a table as its rows come, and gives how many there were; no row at all prints nothing. */
export async function printStreamedTable<Row>(
  out: Output,
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
  width: number,
  paint: Paint,
): Promise<number> {
  const iterator = rows[Symbol.asyncIterator]();
  try {
    const first = await take(iterator, rowsThatDecide);
    if (first.length === 0) return 0;
    // A column that is idle in the first rows may speak in a later one, unless there is none.
    const kept = first.length < rowsThatDecide ? columns : columns.map(({ idle: _, ...column }) => column);
    const plan = layout(kept, first, width);
    await out.line(titleLine(plan, paint));
    for (const row of first) await out.line(rowLine(plan, row, paint));
    let printed = first.length;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      await out.line(rowLine(plan, next.value, paint));
      printed += 1;
    }
    return printed;
  } finally {
    await iterator.return?.();
  }
}

async function take<Row>(iterator: AsyncIterator<Row>, most: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  while (rows.length < most) {
    const next = await iterator.next();
    if (next.done === true) break;
    rows.push(next.value);
  }
  return rows;
}
