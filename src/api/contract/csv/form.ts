import { visibleInCell } from '../visible.ts';

/** A value of a CSV cell; null is an empty cell. */
export type CsvValue = string | number | boolean | null;

/** The columns of a CSV form: the header, and how a row fills it. */
export type CsvForm<Row> = {
  readonly header: readonly string[];
  cells(row: Row): readonly CsvValue[];
};

/** One line of CSV (RFC 4180), without its end; texts are quoted, numbers of ours stay numbers. */
export function csvLine(values: readonly CsvValue[]): string {
  return values.map(csvCell).join(',');
}

/** The header of a CSV form, without its end. */
export function csvHeader({ header }: Pick<CsvForm<never>, 'header'>): string {
  return header.join(',');
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  return `"${inert(visibleInCell(value)).replaceAll('"', '""')}"`;
}

// A spreadsheet runs a cell that starts so as a formula, some after blanks or quotes, some in full-width signs:
// https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^(?:[\t\r\n\0\u2400]|[\s"';,]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

function inert(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
