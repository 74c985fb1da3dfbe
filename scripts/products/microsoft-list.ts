import { parseCsv, type CsvRow } from './csv.ts';

/** One line of Microsoft's list: a product, and one service plan of it or none. */
export type ListRow = {
  readonly skuId: string;
  readonly partNumber: string;
  readonly productName: string;
  readonly plan: { readonly id: string; readonly name: string } | null;
};

/** Tells every fault of a list at once, each with its line and column. */
export class ListFault extends Error {
  override readonly name = 'ListFault';
}

const columns = [
  'Product_Display_Name',
  'String_Id',
  'GUID',
  'Service_Plan_Name',
  'Service_Plan_Id',
  'Service_Plans_Included_Friendly_Names',
] as const;
type Column = (typeof columns)[number];

/**
 * The rows of Microsoft's "Product names and service plan identifiers for licensing" (CSV, UTF-8 or Windows-1252).
 * @throws ListFault naming each line and column that is not as it must be.
 */
export function readMicrosoftList(bytes: Uint8Array): readonly ListRow[] {
  const [header, ...rows] = csvRows(decode(bytes));
  const position = columnPositions(header);
  const faults: string[] = [];
  const read: ListRow[] = [];
  for (const row of rows) {
    const fault = (what: string) => faults.push(`Line ${row.line}${what}`);
    if (row.cells.length !== header?.cells.length) {
      fault(`: ${row.cells.length} cells, but the header has ${header?.cells.length}.`);
    } else {
      const cell = (column: Column) => tidy(row.cells[position(column)] ?? '');
      read.push(readRow(cell, (column, what) => fault(`, column ${column}: ${what}`)));
    }
  }
  if (rows.length === 0) faults.push('The list has no product.');
  if (faults.length > 0) throw new ListFault(faults.join('\n'));
  return read;
}

/** Older editions are Windows-1252, which is hardly ever valid UTF-8. A byte order mark is dropped. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function csvRows(text: string): readonly CsvRow[] {
  try {
    return parseCsv(text);
  } catch (error) {
    throw new ListFault(error instanceof Error ? error.message : String(error));
  }
}

/** Where each column stands, by its letters and digits alone: some editions write `String_ Id`. */
function columnPositions(header: CsvRow | undefined): (column: Column) => number {
  const plain = (title: string) => title.toLowerCase().replace(/[^a-z0-9]/g, '');
  const titles = header?.cells.map(plain) ?? [];
  const position = (column: Column) => titles.indexOf(plain(column));
  const missing = columns.filter((column) => position(column) === -1);
  if (missing.length === 0) return position;
  throw new ListFault(missing.map((column) => `Line ${header?.line ?? 1}: no column ${column}.`).join('\n'));
}

function readRow(cell: (column: Column) => string, fault: (column: Column, what: string) => void): ListRow {
  const filled = (column: Column) => {
    if (cell(column) === '') fault(column, 'is empty.');
    return cell(column);
  };
  const id = (column: Column) => {
    const text = cell(column).toLowerCase();
    if (!guid.test(text)) fault(column, `"${text}" is not a GUID.`);
    return text;
  };
  const planName = cell('Service_Plans_Included_Friendly_Names') || cell('Service_Plan_Name');
  return {
    skuId: id('GUID'),
    partNumber: filled('String_Id'),
    productName: filled('Product_Display_Name'),
    // A product without service plans has one line on which these are blank.
    plan:
      cell('Service_Plan_Id') === '' && planName === ''
        ? null
        : { id: id('Service_Plan_Id'), name: planName },
  };
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Without blanks of any kind around, and with single plain ones inside. */
function tidy(text: string): string {
  return text.replace(/[\s\u200b]+/g, ' ').trim();
}
