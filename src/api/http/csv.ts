import { csvHeader, csvLine, type CsvForm } from '../contract/csv/form.ts';
import type { Answer } from './answer.ts';

// Large enough that 100,000 rows are not 100,000 writes.
const chunkCharacters = 16_384;

/** A whole list as CSV, sent as its rows come. */
export function csv<Row>(file: string, form: CsvForm<Row>, rows: Iterable<Row> | AsyncIterable<Row>): Answer {
  return {
    status: 200,
    stream: { type: 'text/csv; charset=utf-8', file: `${file}.csv`, chunks: chunks(form, rows) },
  };
}

async function* chunks<Row>(
  form: CsvForm<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  let text = `${csvHeader(form)}\n`;
  for await (const row of rows) {
    text += `${csvLine(form.cells(row))}\n`;
    if (text.length < chunkCharacters) continue;
    yield text;
    text = '';
  }
  yield text;
}
