import { Select, makeStyles, tokens } from '@fluentui/react-components';
import { History24Regular } from '@fluentui/react-icons';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { LedgerDay } from '../../../src/api/contract/history.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { today, useNow } from '../../now.ts';
import { useHiddenStyles } from '../../ui/announce.tsx';
import { Card } from '../../ui/card.tsx';
import { NetBars } from '../../ui/charts/net-bars.tsx';
import { EmptyState, NoMatch, ProblemState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { UrlChange } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { aboutProduct, dayChanges, daysBefore } from '../history/calendar.ts';
import { DayRow } from '../history/day-row.tsx';
import { type Period, periods } from '../history/view.ts';
import type { View } from './view.ts';

const useStyles = makeStyles({
  chart: { flexShrink: 0 },
  days: {
    flexShrink: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  old: { opacity: 0.6 },
});

type Props = {
  readonly tenant: Tenant;
  readonly line: BalanceLine;
  readonly view: View;
  readonly change: (change: UrlChange) => void;
};

/** What came and went day by day, with its causes. */
export function ChangesTab({ tenant, line, view, change }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t, day } = useWords();
  const to = today(useNow());
  const from = daysBefore(to, periods[view.period] - 1);
  const { data, error, isPlaceholderData, refetch } = useApi<Page<LedgerDay>>(`/tenants/${tenant.id}/days`, {
    from,
    to,
  });
  if (data === undefined && error !== null) {
    return <ProblemState problem={error} onRetry={() => void refetch()} />;
  }
  const { range, period } = view;
  const days = aboutProduct(data?.items ?? [], line.skuId);
  const shown = days.filter(({ day }) => range === null || (day >= range.from && day <= range.to));
  const clear = () => change({ from: undefined, to: undefined, day: undefined });
  const chips =
    range === null
      ? []
      : [
          {
            id: 'range',
            label: range.from === range.to ? day(range.from) : `${day(range.from)} – ${day(range.to)}`,
            onRemove: clear,
          },
        ];
  return (
    <>
      <h2 className={hidden.hidden}>{t('sku.changes')}</h2>
      <FilterBar chips={chips} onClear={clear}>
        <Select
          aria-label={t('history.period')}
          value={period}
          onChange={(_, { value }) =>
            change({
              period: value === 'month' ? undefined : value,
              from: undefined,
              to: undefined,
              day: undefined,
            })
          }
        >
          {periodNames.map((name) => (
            <option key={name} value={name}>
              {t(`history.${name}`)}
            </option>
          ))}
        </Select>
        <TextLink
          to="/t/$tenant/history"
          params={{ tenant: tenant.id }}
          search={{ sku: line.skuId, ...(period === 'month' ? {} : { period }) }}
        >
          {t('sku.inHistory')}
        </TextLink>
      </FilterBar>
      <Card className={styles.chart}>
        {data === undefined ? (
          <Late>
            <Bone height={200} />
          </Late>
        ) : (
          <NetBars
            days={dayChanges(from, to, days)}
            selected={range}
            onSelect={(chosen) =>
              change({ from: chosen?.from, to: chosen?.to, day: undefined, replace: true })
            }
          />
        )}
      </Card>
      {data !== undefined && shown.length === 0 && range !== null && <NoMatch onClear={clear} />}
      {data !== undefined && shown.length === 0 && range === null && (
        <EmptyState icon={<History24Regular />} title={t('sku.quiet', { from: day(from) })}>
          {t('sku.quietText')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul className={`${styles.days} ${isPlaceholderData ? styles.old : ''}`}>
          {shown.map((each) => (
            <DayRow
              key={each.day}
              tenantId={tenant.id}
              day={each}
              sku={line.skuId}
              open={each.day === view.day}
              onTurn={() => change({ day: each.day === view.day ? undefined : each.day, replace: true })}
            />
          ))}
        </ul>
      )}
    </>
  );
}

const periodNames = Object.keys(periods) as readonly Period[];
