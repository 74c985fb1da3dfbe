import { makeStyles, tokens } from '@fluentui/react-components';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { LedgerDay, SkuGroup } from '../../../src/api/contract/history.ts';
import type { Entry } from '../../../src/api/contract/ledger.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import { address, useApi } from '../../api.ts';
import { NoMatch, ProblemState } from '../../ui/empty-state.tsx';
import { entryChanges } from '../../ui/ledger/entry-changes.ts';
import { type EntryNames, fieldsOf, itemsOf } from '../../ui/ledger/entry-fields.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { usePagedRows } from '../../ui/table/paged-rows.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { PersonName } from './person-name.tsx';

const useStyles = makeStyles({
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // What says only how a seat came begins with a small letter.
  sentence: { display: 'block', '::first-letter': { textTransform: 'uppercase' } },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});

type Props = {
  readonly tenantId: string;
  readonly day: LedgerDay;
  readonly sku: string | undefined;
};

/** The entries of a day, newest first. */
export function DayEntries({ tenantId, day: { day, skus }, sku }: Props) {
  const words = useWords();
  const { t, day: dayName } = words;
  const path = `/tenants/${tenantId}/entries`;
  const asked = { from: day, to: day, sku };
  const { rows, problem, old, retry } = usePagedRows<Entry>(path, { ...asked, order: 'newest' });
  const lines = useApi<Page<BalanceLine>>(`/tenants/${tenantId}/balance`).data?.items ?? [];
  const products = new Map([...lines, ...skus].map(({ skuId, productName }) => [skuId, productName]));
  const groups = new Map(
    skus.flatMap(({ byGroup }) => byGroup.map(({ groupId, groupName }) => [groupId, groupName])),
  );
  const columns = useColumns({
    product: (id) => products.get(id),
    group: (id) => groups.get(id) ?? undefined,
  });
  if (problem !== null && rows === undefined) return <ProblemState problem={problem} onRetry={retry} />;
  return (
    <DataTable
      name="entries"
      label={t('history.entriesOf', { day: dayName(day) })}
      columns={columns}
      source={rows && { type: 'paged', rows }}
      rowKey={({ sequence }) => String(sequence)}
      exportHref={address(path, { ...asked, format: 'csv' })}
      empty={<NoMatch onClear={retry} />}
      old={old}
    />
  );
}

function useColumns(names: EntryNames): readonly Column<Entry>[] {
  const styles = useStyles();
  const words = useWords();
  const { t, number, time, fullTime } = words;
  return [
    {
      id: 'kind',
      label: t('history.what'),
      width: 190,
      cell: ({ kind }) => t(`history.${kind}`),
    },
    {
      id: 'person',
      label: t('history.person'),
      width: 180,
      grow: 1,
      card: 'line',
      cell: (entry) =>
        entry.userId === undefined ? null : <PersonName entry={entry} userId={entry.userId} />,
    },
    {
      id: 'product',
      label: t('history.product'),
      width: 200,
      grow: 1,
      card: 'line',
      cell: ({ tenantId, skuId }) =>
        skuId === undefined ? null : (
          <TextLink
            className={styles.cut}
            tabIndex={-1}
            to="/t/$tenant/skus/$sku"
            params={{ tenant: tenantId, sku: skuId }}
            title={names.product(skuId) ?? skuId}
          >
            {names.product(skuId) ?? skuId}
          </TextLink>
        ),
    },
    {
      id: 'change',
      label: t('history.change'),
      width: 240,
      grow: 2,
      cell: (entry) => <Change entry={entry} names={names} />,
    },
    {
      id: 'at',
      label: t('history.readAt'),
      width: 150,
      align: 'end',
      cell: ({ at }) => (
        <span className={styles.quiet} title={fullTime(at)}>
          {time(at)}
        </span>
      ),
    },
    {
      id: 'sequence',
      label: t('history.sequence'),
      define: { meaning: t('history.sequenceMeans') },
      width: 90,
      align: 'end',
      cell: ({ sequence }) => <span className={styles.quiet}>{number(sequence)}</span>,
    },
  ];
}

type ChangeProps = { readonly entry: Entry; readonly names: EntryNames };

/** What changed, with the names of the groups that give the product. */
function Change({ entry, names }: ChangeProps) {
  const styles = useStyles();
  const words = useWords();
  const { tenantId, skuId } = entry;
  const asks = skuId !== undefined && names.product(skuId) !== undefined && namesGroup(entry);
  const groups = useApi<Page<SkuGroup>>(asks ? `/tenants/${tenantId}/skus/${skuId}/groups` : null).data
    ?.items;
  const group = (id: string) => groups?.find((each) => each.id === id)?.name ?? names.group(id);
  const text = entryChanges(entry, { ...names, group }, words).join('; ');
  return (
    <span className={`${styles.cut} ${styles.sentence}`} title={text}>
      {text}
    </span>
  );
}

/** Whether a group is behind what changed. */
function namesGroup({ before, after }: Entry): boolean {
  return [before, after].some((side) =>
    itemsOf(fieldsOf(side)['sources']).some(({ kind }) => kind === 'group'),
  );
}
