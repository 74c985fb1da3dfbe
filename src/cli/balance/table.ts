import type { BalanceLine } from '../../api/contract/balance.ts';
import type { Paint, Tone } from '../output/paint.ts';
import { layout, rowLine, titleLine } from '../output/table.ts';
import type { Column } from '../output/table.ts';
import { figure } from '../output/words.ts';
import { sections } from './sections.ts';
import { positive, stateTone, stateWords } from './state.ts';

/** The balance of one tenant as lines: a section per class of product, and a total of what is paid for. */
export function balanceTable(lines: readonly BalanceLine[], width: number, paint: Paint): readonly string[] {
  const rows = lines.map((line): Row => ({ ...line, isTotal: false }));
  const total = paidTotal(lines);
  const plan = layout(columns(width), total === null ? rows : [...rows, total], width);
  const printed = [titleLine(plan, paint)];
  for (const section of sections(lines)) {
    printed.push(paint('bold', section.title));
    for (const line of section.lines) printed.push(rowLine(plan, { ...line, isTotal: false }, paint));
    if (section.lines[0]?.class === 'paid' && total !== null) printed.push(rowLine(plan, total, paint));
  }
  return printed;
}

type Row = BalanceLine & { readonly isTotal: boolean };
type Field =
  'enabled' | 'warning' | 'suspended' | 'lockedOut' | 'consumed' | 'available' | 'firm' | 'counted' | 'gap';

function columns(width: number): readonly Column<Row>[] {
  return [
    {
      title: 'Product',
      cell: (row) => `  ${row.productName}`,
      tone: (row) => (row.isTotal ? 'bold' : 'plain'),
      cutTo: Math.max(22, Math.floor(width / 4)),
    },
    { title: 'SKU', cell: (row) => row.skuPartNumber ?? '', dropFirst: 7 },
    amount('Purchased', 'enabled'),
    {
      ...amount('In grace', 'warning'),
      dropFirst: 1,
      idle: (row) => isIdle(row, 'warning'),
    },
    amount('Assigned', 'consumed'),
    amount('Available', 'available'),
    {
      ...amount('Firm', 'firm'),
      cell: (row) => (positive(row.warning) && !row.isTotal ? figure(row.firm) : ''),
      dropFirst: 2,
      idle: (row) => !positive(row.warning),
    },
    {
      ...amount('Suspended', 'suspended'),
      dropFirst: 5,
      idle: (row) => isIdle(row, 'suspended'),
    },
    {
      ...amount('Locked out', 'lockedOut'),
      dropFirst: 6,
      idle: (row) => isIdle(row, 'lockedOut'),
    },
    { ...amount('Counted', 'counted'), dropFirst: 4 },
    { ...amount('Gap', 'gap'), dropFirst: 3, idle: (row) => isIdle(row, 'gap') },
    {
      title: 'Status',
      cell: (row) => (row.isTotal ? '' : stateWords(row)),
      tone: (row) => (row.isTotal ? 'plain' : stateTone(row)),
    },
  ];
}

function amount(title: string, field: Field): Column<Row> {
  return {
    title,
    align: 'right',
    cell: (row) => (applies(row, field) ? figure(row[field]) : ''),
    tone: (row): Tone => ((row[field] ?? 0) < 0 ? 'bad' : row.isTotal ? 'bold' : 'plain'),
  };
}

// A company-wide product has no such figures; that is not the same as not knowing them.
function applies(row: Row, field: Field): boolean {
  return row.class !== 'company' || !['available', 'firm', 'gap'].includes(field);
}

function isIdle(row: Row, field: Field): boolean {
  return row[field] === 0 || !applies(row, field) || row.class === 'no-subscription';
}

function paidTotal(lines: readonly BalanceLine[]): Row | null {
  const paid = lines.filter((line) => line.class === 'paid');
  const [first] = paid;
  if (first === undefined) return null;
  // A sum with an unknown part is unknown.
  const sum = (field: Field): number | null =>
    paid.reduce<number | null>((total, line) => {
      const value = line[field];
      return total === null || value === null ? null : total + value;
    }, 0);
  return {
    ...first,
    isTotal: true,
    productName: 'Total of paid products',
    skuPartNumber: '',
    enabled: sum('enabled'),
    warning: sum('warning'),
    suspended: sum('suspended'),
    lockedOut: sum('lockedOut'),
    consumed: sum('consumed'),
    available: sum('available'),
    firm: sum('firm'),
    counted: sum('counted'),
    gap: sum('gap'),
  };
}
