import { useMemo } from 'react';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { DatedSubscription } from '../../../src/api/contract/overview.ts';
import { address } from '../../api.ts';
import { NoMatch, NothingBought } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { fits } from '../../ui/pick-list.tsx';
import type { Group } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { UrlChange } from '../../url.ts';
import { type Words, useWords } from '../../words/words.tsx';
import { balanceColumns } from './columns.tsx';
import { inNeed, nextDates, paidOf } from './figures.ts';
import type { View } from './view.ts';

type Props = {
  readonly tenantId: string;
  readonly lines: readonly BalanceLine[] | undefined;
  readonly subscriptions: readonly DatedSubscription[];
  /** The moment that the lines are of. */
  readonly shown: Date;
  readonly other: { readonly day: string; readonly lines: readonly BalanceLine[] } | null;
  readonly old: boolean;
  readonly view: View;
  readonly onChange: (change: UrlChange) => void;
};

/** The products in groups, filtered and sorted as the address says. */
export function BalanceTable({ tenantId, lines, subscriptions, shown, other, old, view, onChange }: Props) {
  const words = useWords();
  const { t } = words;
  const { search, only, sort, sku, at } = view;
  const kept = useMemo(() => lines && filtered(lines, search, only), [lines, search, only]);
  const columns = useMemo(
    () =>
      balanceColumns({
        words,
        lines,
        dates: nextDates(subscriptions, shown),
        other: other && { day: other.day, lines: new Map(other.lines.map((line) => [line.skuId, line])) },
      }),
    [words, lines, subscriptions, shown, other],
  );
  const source = useMemo(
    () => kept && { type: 'groups' as const, groups: groupsOf(kept, t, search !== '' || only !== undefined) },
    [kept, t, search, only],
  );
  const clear = () => onChange({ search: undefined, only: undefined });
  const chips =
    only === undefined
      ? []
      : [{ id: 'only', label: t(`balance.only-${only}`), onRemove: () => onChange({ only: undefined }) }];
  return (
    <DataTable
      name="balance"
      label={t('balance.products')}
      columns={columns}
      source={source}
      rowKey={(line) => line.skuId}
      sort={sort}
      onSort={(next) => onChange({ sort: next })}
      selected={sku}
      onOpen={(line) => onChange({ sku: line.skuId })}
      {...(kept === undefined ? {} : { totals: { label: t('balance.total'), rows: paidOf(kept) } })}
      exportHref={address(`/tenants/${tenantId}/balance`, { at, format: 'csv' })}
      old={old}
      fill
      empty={lines?.length === 0 ? <NothingBought /> : <NoMatch onClear={clear} />}
    >
      <FilterBar
        search={{
          label: t('balance.find'),
          value: search,
          onChange: (text) => onChange({ search: text, replace: true }),
        }}
        chips={chips}
        onClear={clear}
      />
    </DataTable>
  );
}

function filtered(lines: readonly BalanceLine[], search: string, only: View['only']): readonly BalanceLine[] {
  const some = only === 'attention' ? inNeed(lines) : lines;
  return some.filter(
    ({ productName, skuPartNumber, status }) =>
      fits(search, productName, skuPartNumber) && (only !== 'open' || status === 'open'),
  );
}

/** Paid products first; what is free, or given to nobody, is folded unless someone searches. */
function groupsOf(
  lines: readonly BalanceLine[],
  t: Words['t'],
  unfold: boolean,
): readonly Group<BalanceLine>[] {
  const of = (...classes: readonly BalanceLine['class'][]) =>
    lines.filter((line) => classes.includes(line.class));
  const groups: readonly Group<BalanceLine>[] = [
    { id: 'paid', label: t('products.paidClass'), rows: of('paid') },
    { id: 'none', label: t('products.noSubscriptionClass'), rows: of('no-subscription') },
    { id: 'trial', label: t('products.trialClass'), rows: of('trial') },
    {
      id: 'free',
      label: t('products.freeClass'),
      rows: of('free'),
      folded: !unfold,
      note: t('balance.notInSums'),
    },
    {
      id: 'unassigned',
      label: t('products.unassignedClass'),
      rows: of('unassigned', 'company'),
      folded: !unfold,
      note: t('balance.notInSums'),
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}
