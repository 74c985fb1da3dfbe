import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle24Regular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { today, useNow } from '../../now.ts';
import { EmptyState, ProblemState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { type UrlChange, dayIn } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { daysBefore } from './calendar.ts';
import { useCompareColumns } from './compare-columns.tsx';
import { compare, hasChanged } from './compared.ts';
import type { HistoryView } from './view.ts';

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
});

type Props = {
  readonly tenant: Tenant;
  readonly view: HistoryView;
  readonly change: (change: UrlChange) => void;
  readonly firstAt: string | null;
};

/** The balance at the end of two days, side by side, with what changed between them. */
export function CompareTab({ tenant, view, change, firstAt }: Props) {
  const styles = useStyles();
  const { t, day } = useWords();
  const navigate = useNavigate();
  const now = today(useNow());
  const begin = firstAt?.slice(0, 10);
  const monthAgo = daysBefore(now, 30);
  const first = view.first ?? (begin !== undefined && begin > monthAgo ? begin : monthAgo);
  const second = view.second ?? now;
  const path = firstAt === null ? null : `/tenants/${tenant.id}/balance`;
  const before = useApi<Page<BalanceLine>>(path, { at: first });
  const after = useApi<Page<BalanceLine>>(path, { at: second });
  const problem = before.error ?? after.error;
  const rows =
    before.data === undefined || after.data === undefined
      ? undefined
      : compare(before.data.items, after.data.items);
  const shown = view.all ? rows : rows?.filter(hasChanged);
  const paid = shown?.filter((row) => (row.second ?? row.first)?.class === 'paid') ?? [];
  const columns = useCompareColumns(first, second);
  const fields = (
    <div className={styles.fields}>
      <DayField
        label={t('history.firstDay')}
        value={first}
        min={begin}
        max={now}
        onChange={(value) => change({ first: value, replace: true })}
      />
      <DayField
        label={t('history.secondDay')}
        value={second}
        min={begin}
        max={now}
        onChange={(value) => change({ second: value, replace: true })}
      />
      <Checkbox
        label={t('history.unchangedToo')}
        checked={view.all}
        onChange={(_, { checked }) => change({ all: checked === true ? 'yes' : undefined, replace: true })}
      />
    </div>
  );
  if (problem !== null) {
    return (
      <>
        {fields}
        <ProblemState
          problem={problem}
          says={problem.code === 'wrong-input' ? t('states.beforeFirst', { day: day(first) }) : undefined}
          onRetry={() => void Promise.all([before.refetch(), after.refetch()])}
        />
      </>
    );
  }
  return (
    <DataTable
      name="compare"
      label={t('history.compared', { first: day(first), second: day(second) })}
      columns={columns}
      source={shown && { type: 'rows', rows: shown }}
      rowKey={({ skuId }) => skuId}
      onOpen={({ skuId }) =>
        void navigate({ to: '/t/$tenant/skus/$sku', params: { tenant: tenant.id, sku: skuId } })
      }
      sort={view.sort}
      onSort={(sort) => change({ sort, replace: true })}
      totals={{ label: t('history.paidTotal'), rows: paid }}
      old={before.isPlaceholderData || after.isPlaceholderData}
      empty={
        <EmptyState
          icon={<CheckmarkCircle24Regular />}
          title={t('history.same')}
          actions={<Button onClick={() => change({ all: 'yes' })}>{t('history.showAll')}</Button>}
        >
          {t('history.sameText', { first: day(first), second: day(second) })}
        </EmptyState>
      }
    >
      {fields}
    </DataTable>
  );
}

type DayFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly min: string | undefined;
  readonly max: string;
  readonly onChange: (day: string) => void;
};

/** A day of the ledger; what is being typed and is no day yet changes nothing. */
function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  return (
    <Field label={label}>
      <Input
        type="date"
        value={value}
        {...(min === undefined ? {} : { min })}
        max={max}
        onChange={(_, { value: typed }) => {
          const day = dayIn(typed);
          if (day !== undefined && day <= max && (min === undefined || day >= min)) onChange(day);
        }}
      />
    </Field>
  );
}
