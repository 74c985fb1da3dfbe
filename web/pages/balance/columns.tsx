import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { DatedSubscription } from '../../../src/api/contract/overview.ts';
import { Delta, Figure } from '../../ui/figure.tsx';
import { ProductName } from '../../ui/product-name.tsx';
import { productState, productStates } from '../../ui/product-state.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import type { Column } from '../../ui/table/column.ts';
import type { Words } from '../../words/words.tsx';
import { sums } from '../sku/sums.ts';
import { AssignedCell, CountedCell, DateCell } from './cells.tsx';
import { type SumField, sumOf } from './figures.ts';

type Line = BalanceLine;

type Given = {
  readonly words: Words;
  /** Undefined while they are on their way. */
  readonly lines: readonly Line[] | undefined;
  readonly dates: ReadonlyMap<string, DatedSubscription>;
  /** The lines to compare with, by SKU, and the day they are of. */
  readonly other: { readonly day: string; readonly lines: ReadonlyMap<string, Line> } | null;
};

/** The columns of the balance; those that would be empty all through are left out. */
export function balanceColumns(given: Given): readonly Column<Line>[] {
  const { t } = given.words;
  const has = (field: SumField) => given.lines?.some((line) => (line[field] ?? 0) !== 0) ?? true;
  const columns: (Column<Line> | false)[] = [
    {
      id: 'product',
      label: t('balance.product'),
      width: 220,
      grow: 2.4,
      cell: ({ productName, skuPartNumber }) => <ProductName name={productName} part={skuPartNumber} />,
      sort: (line) => line.productName,
    },
    figure(given, 'enabled', 64),
    delta(given, 'enabled'),
    has('warning') && figure(given, 'warning', 60),
    {
      id: 'assigned',
      label: t('balance.assigned'),
      define: { meaning: t('balance.assignedMeans'), field: 'consumedUnits' },
      align: 'end',
      width: 120,
      grow: 0.8,
      cell: (line) => <AssignedCell line={line} />,
      sort: (line) => line.consumed,
      total: (lines) => <Figure value={sumOf(lines, 'consumed')} />,
      card: 'line',
    },
    delta(given, 'consumed'),
    figure(given, 'available', 76),
    delta(given, 'available'),
    has('warning') && figure(given, 'firm', 72),
    has('suspended') && figure(given, 'suspended', 60),
    has('lockedOut') && figure(given, 'lockedOut', 60),
    {
      id: 'counted',
      label: t('balance.counted'),
      define: {
        meaning: t('balance.countedMeans'),
        formula: t('balance.gapFormula'),
        field: 'assignedLicenses',
      },
      align: 'end',
      width: 64,
      grow: figureGrow,
      cell: (line) => <CountedCell line={line} />,
      sort: (line) => line.counted,
      total: (lines) => <Figure value={sumOf(lines, 'counted')} />,
    },
    {
      id: 'date',
      label: t('balance.nextDate'),
      define: { meaning: t('balance.nextDateMeans'), field: 'nextLifecycleDateTime' },
      width: 102,
      grow: 0.6,
      cell: ({ skuId }) => <DateCell subscription={given.dates.get(skuId)} />,
      sort: ({ skuId }) => given.dates.get(skuId)?.nextLifecycleAt ?? null,
    },
    {
      id: 'state',
      label: t('balance.state'),
      define: { meaning: t('balance.stateMeans') },
      width: 136,
      grow: figureGrow,
      cell: (line) => <StatePill state={productState(line)} />,
      sort: (line) => productStates.indexOf(productState(line)),
      card: 'line',
    },
  ];
  return columns.filter((column) => column !== false);
}

/** What a figure gets of the room that is left over: some, so that it does not stand far from its product. */
const figureGrow = 0.5;

const graphFields = {
  enabled: 'prepaidUnits.enabled',
  warning: 'prepaidUnits.warning',
  suspended: 'prepaidUnits.suspended',
  lockedOut: 'prepaidUnits.lockedOut',
} as const;

type FigureField = keyof typeof graphFields | 'available' | 'firm';

const labels = {
  enabled: 'balance.purchased',
  warning: 'balance.inGrace',
  suspended: 'balance.suspended',
  lockedOut: 'balance.lockedOut',
  available: 'balance.available',
  firm: 'balance.firm',
  consumed: 'balance.assigned',
} as const;

function figure({ words: { t } }: Given, field: FigureField, width: number): Column<Line> {
  const isSum = field === 'available' || field === 'firm';
  return {
    id: field,
    label: t(labels[field]),
    define: {
      meaning: t(`balance.${field}Means`),
      ...(isSum ? { formula: t(`balance.${field}Formula`) } : { field: graphFields[field] }),
    },
    align: 'end',
    width,
    grow: figureGrow,
    cell: (line) => (
      <Figure
        value={line[field]}
        why={whyUnknown(line, t)}
        quietZero={!isSum}
        {...(isSum && line[field] !== null ? { sum: sums(line, t)[field] } : {})}
      />
    ),
    sort: (line) => line[field],
    total: (lines) => <Figure value={sumOf(lines, field)} quietZero={!isSum} />,
    ...(field === 'available' ? { card: 'figure' as const } : {}),
  };
}

function delta({ words, other }: Given, field: 'enabled' | 'consumed' | 'available'): Column<Line> | false {
  if (other === null) return false;
  const { t, shortDay } = words;
  const change = (line: Line) => {
    const [now, then] = [line[field], other.lines.get(line.skuId)?.[field] ?? null];
    return now === null || then === null ? null : now - then;
  };
  return {
    id: `${field}-change`,
    label: t('balance.change', { day: shortDay(other.day) }),
    define: { meaning: t('balance.changeMeans', { figure: t(labels[field]), day: words.day(other.day) }) },
    align: 'end',
    width: 72,
    grow: figureGrow,
    cell: (line) => <Delta value={change(line)} why={t('balance.notComparable')} />,
    sort: change,
    total: (lines) => <Delta value={lines.reduce((sum, line) => sum + (change(line) ?? 0), 0)} />,
  };
}

/** Why a figure of a line is not known, or means nothing. */
function whyUnknown(line: Line, t: Words['t']): string {
  if (line.class === 'company') return t('products.capacityMeans');
  if (line.class === 'no-subscription') return t('products.noSubscriptionMeans');
  return t('figures.unknown');
}
