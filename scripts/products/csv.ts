/** One record of a CSV text with the number of the line where it starts, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * The records of a CSV text (RFC 4180; lines may end in CRLF, LF or CR); lines without any text are left out.
 * @throws Error naming the line where a quoted cell is never closed, or goes on after its closing quote.
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  // One cell and what ends it: quoted, with quotes doubled inside, or plain; then a comma, a line end or the end.
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  for (;;) {
    const match = cell.exec(text);
    if (!match) throw new Error(`Line ${line}: a quote stands inside a cell or is never closed.`);
    const [whole, quoted, plain = '', end = ''] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',') continue;
    if (cells.some((value) => value.trim() !== '')) rows.push({ line: rowLine, cells });
    if (end === '') return rows;
    cells = [];
    rowLine = line;
  }
}
