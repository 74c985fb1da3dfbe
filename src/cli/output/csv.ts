import { csvHeader, csvLine, type CsvForm } from '../../api/contract/csv/form.ts';
import type { Output } from './stream.ts';

/** Writes CSV (RFC 4180, lines ended by LF alone) with a header row, as the rows come. */
export async function printCsv<Row>(
  out: Output,
  form: CsvForm<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<void> {
  await out.line(csvHeader(form));
  for await (const row of rows) await out.line(csvLine(form.cells(row)));
}
