import type { Output } from './stream.ts';
import { visibleInCell } from './visible.ts';

/** A value of a CSV cell; null is an empty cell. */
export type CsvValue = string | number | boolean | null;

/** The columns of a CSV form: the header, and how a row fills it. */
export type CsvForm<Row> = {
  readonly header: readonly string[];
  cells(row: Row): readonly CsvValue[];
};

/** Writes CSV (RFC 4180, lines ended by LF alone) with a header row, as the rows come. */
export async function printCsv<Row>(
  out: Output,
  form: CsvForm<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<void> {
  await out.line(csvLine(form.header));
  for await (const row of rows) await out.line(csvLine(form.cells(row)));
}

/** One line of CSV, without its end. */
export function csvLine(values: readonly CsvValue[]): string {
  return values.map(csvCell).join(',');
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = inert(visibleInCell(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// A spreadsheet runs a cell that starts so as a formula: https://owasp.org/www-community/attacks/CSV_Injection
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
