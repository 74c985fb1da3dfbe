import type { Run } from '../runs.ts';
import type { CsvForm } from './form.ts';

const fields = [
  'tenantId',
  'id',
  'state',
  'startedAt',
  'endedAt',
  'requests',
  'throttled',
  'partial',
  'reason',
] as const satisfies readonly (keyof Run)[];

/** The runs as CSV: the fields of their JSON. */
export const runsCsv: CsvForm<Run> = {
  header: fields,
  cells: (run) => fields.map((field) => run[field] ?? null),
};
