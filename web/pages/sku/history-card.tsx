import { makeStyles, tokens } from '@fluentui/react-components';
import type { SkuHistory } from '../../../src/api/contract/history.ts';
import { useApi } from '../../api.ts';
import { Card } from '../../ui/card.tsx';
import { StepChart } from '../../ui/charts/step-chart.tsx';
import { ProblemState } from '../../ui/empty-state.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  // As high as the chart with its heading, so that nothing moves when it comes.
  space: { minHeight: '260px' },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const dayMs = 86_400_000;

/** Thirteen months of the product: purchased, usable, assigned. */
export function HistoryCard({ path }: { readonly path: string }) {
  const styles = useStyles();
  const { data, error, refetch } = useApi<SkuHistory>(`${path}/history`);
  return (
    <Card>
      <div className={styles.space}>
        {data !== undefined && <Chart history={data} />}
        {data === undefined &&
          (error === null ? (
            <Late>
              <Bone height={260} />
            </Late>
          ) : (
            <ProblemState problem={error} onRetry={() => void refetch()} />
          ))}
      </div>
    </Card>
  );
}

function Chart({ history: { points, from, to } }: { readonly history: SkuHistory }) {
  const styles = useStyles();
  const { t, day } = useWords();
  const first = points[0]?.at ?? to;
  // A ledger younger than that fills the chart with the time it knows.
  const start = first > from ? first : from;
  if (Date.parse(to) - Date.parse(start) < dayMs) {
    return <p className={styles.text}>{t('sku.young', { day: day(start) })}</p>;
  }
  // Of a product that the tenant does not list, only the people are known.
  const isListed = points.some(({ consumed }) => consumed !== null);
  return (
    <StepChart
      title={t(start === from ? 'sku.thirteenMonths' : 'sku.sinceFirst', { day: day(start) })}
      points={points.map(({ at, consumed, counted, usable, enabled }) => ({
        at,
        value: isListed ? consumed : counted,
        capacity: usable,
        lower: enabled,
      }))}
      from={start}
      to={to}
      labels={{
        value: t(isListed ? 'charts.assigned' : 'balance.counted'),
        capacity: t('sku.usable'),
        lower: t('charts.enabled'),
      }}
    />
  );
}
