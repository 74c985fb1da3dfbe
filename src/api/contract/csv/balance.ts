import type { BalanceLine } from '../balance.ts';
import type { CsvForm } from './form.ts';

const fields = [
  'tenantId',
  'tenantName',
  'skuId',
  'skuPartNumber',
  'productName',
  'class',
  'appliesTo',
  'capabilityStatus',
  'enabled',
  'warning',
  'suspended',
  'lockedOut',
  'consumed',
  'usable',
  'available',
  'firm',
  'graceHeld',
  'over',
  'ghost',
  'trueOver',
  'utilization',
  'counted',
  'gap',
  'status',
  'asOf',
  'runId',
] as const satisfies readonly (keyof BalanceLine)[];

/** The balance as CSV: the fields of its JSON, in the order of the contract. */
export const balanceCsv: CsvForm<BalanceLine> = {
  header: fields,
  cells: (line) => fields.map((field) => line[field]),
};
