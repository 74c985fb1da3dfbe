import type { Entry } from '../ledger.ts';
import type { CsvForm } from './form.ts';

/** The ledger as CSV: the fields of its JSON, `before` and `after` as JSON text. */
export const ledgerCsv: CsvForm<Entry> = {
  header: ['tenantId', 'sequence', 'at', 'runId', 'kind', 'userId', 'skuId', 'before', 'after'],
  cells: (entry) => [
    entry.tenantId,
    entry.sequence,
    entry.at,
    entry.runId,
    entry.kind,
    entry.userId ?? null,
    entry.skuId ?? null,
    jsonCell(entry.before),
    jsonCell(entry.after),
  ],
};

function jsonCell(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
