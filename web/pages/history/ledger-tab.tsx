import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { History24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { LedgerDay } from '../../../src/api/contract/history.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { today, useNow } from '../../now.ts';
import { NetBars } from '../../ui/charts/net-bars.tsx';
import { EmptyState, NoMatch, ProblemState } from '../../ui/empty-state.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import type { UrlChange } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { aboutProduct, byMonth, dayChanges, daysBefore } from './calendar.ts';
import { DayRow } from './day-row.tsx';
import { LedgerFilter } from './ledger-filter.tsx';
import { type HistoryView, periods } from './view.ts';

const useStyles = makeStyles({
  card: {
    flexShrink: 0,
    padding: '12px 20px 14px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  month: {
    margin: '4px 0 8px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  days: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  old: { opacity: 0.6 },
  bones: { display: 'flex', flexDirection: 'column', rowGap: '22px', padding: '20px' },
});

type Props = {
  readonly tenant: Tenant;
  readonly view: HistoryView;
  readonly change: (change: UrlChange) => void;
  /** When the ledger begins; null until that is known. */
  readonly firstAt: string | null;
};

/** The ledger day by day, newest first, below a chart in which days can be chosen. */
export function LedgerTab({ tenant, view, change, firstAt }: Props) {
  const styles = useStyles();
  const to = today(useNow());
  const from = daysBefore(to, periods[view.period] - 1);
  const { data, error, isPlaceholderData, refetch } = useApi<Page<LedgerDay>>(`/tenants/${tenant.id}/days`, {
    from,
    to,
  });
  if (error !== null && data === undefined) {
    return <ProblemState problem={error} onRetry={() => void refetch()} />;
  }
  const { range, sku } = view;
  const days = data === undefined ? [] : sku === undefined ? data.items : aboutProduct(data.items, sku);
  const shown = days.filter(({ day }) => range === null || (day >= range.from && day <= range.to));
  const clear = () => change({ sku: undefined, from: undefined, to: undefined, day: undefined });
  return (
    <>
      <LedgerFilter days={data?.items ?? []} view={view} change={change} onClear={clear} />
      <div className={styles.card}>
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
      </div>
      {data === undefined && <DayBones />}
      {data !== undefined && shown.length === 0 && (
        <Nothing view={view} change={change} onClear={clear} begins={firstAt} from={from} />
      )}
      {byMonth(shown).map(({ month, days: ofMonth }) => (
        <MonthOfDays key={month} month={month} old={isPlaceholderData}>
          {ofMonth.map((day) => (
            <DayRow
              key={day.day}
              tenantId={tenant.id}
              day={day}
              sku={sku}
              open={day.day === view.day}
              onTurn={() => change({ day: day.day === view.day ? undefined : day.day, replace: true })}
            />
          ))}
        </MonthOfDays>
      ))}
    </>
  );
}

type MonthProps = { readonly month: string; readonly old: boolean; readonly children: ReactNode };

function MonthOfDays({ month, old, children }: MonthProps) {
  const styles = useStyles();
  const { month: monthName } = useWords();
  return (
    <section className={old ? styles.old : ''}>
      <h2 className={styles.month}>{monthName(month)}</h2>
      <ul className={styles.days}>{children}</ul>
    </section>
  );
}

type NothingProps = Pick<Props, 'view' | 'change'> & {
  readonly onClear: () => void;
  readonly begins: string | null;
  readonly from: string;
};

/** No day to show: because of the filter, or because nothing changed for so long. */
function Nothing({ view, change, onClear, begins, from }: NothingProps) {
  const { t, day } = useWords();
  if (view.sku !== undefined || view.range !== null) return <NoMatch onClear={onClear} />;
  const mayBeOlder = view.period !== 'year' && begins !== null && begins < from;
  return (
    <EmptyState
      icon={<History24Regular />}
      title={t('history.quiet', { from: day(from) })}
      actions={
        mayBeOlder && <Button onClick={() => change({ period: 'year' })}>{t('history.longer')}</Button>
      }
    >
      {t('history.quietText')}
    </EmptyState>
  );
}

function DayBones() {
  const styles = useStyles();
  return (
    <div className={styles.days}>
      <Late>
        <div className={styles.bones}>
          {[72, 55, 80, 46, 66].map((width) => (
            <Bone key={width} width={`${width}%`} height={18} />
          ))}
        </div>
      </Late>
    </div>
  );
}
