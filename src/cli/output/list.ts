import type { Call } from '../definition.ts';
import type { CsvForm } from '../../api/contract/csv/form.ts';

/** Prints a list in the form that was asked for; the table is the caller's own. */
export async function printList<Row>(
  call: Call,
  rows: Iterable<Row> | AsyncIterable<Row>,
  csv: CsvForm<Row>,
  printTable: () => Promise<void>,
): Promise<void> {
  switch (call.globals.output) {
    case 'json': {
      const { printJsonList } = await import('./json.ts');
      return printJsonList(call.terminal.out, rows);
    }
    case 'csv': {
      const { printCsv } = await import('./csv.ts');
      return printCsv(call.terminal.out, csv, rows);
    }
    case 'table':
      return printTable();
  }
}
