import { makeStyles, tokens } from '@fluentui/react-components';
import { scaleLinear } from 'd3-scale';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import { useWords } from '../../words/words.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { chartColors } from './colors.ts';
import { Legend, type LegendItem } from './legend.tsx';
import { useWidth } from './size.ts';
import { Bar, type Part } from './stacked-bar.tsx';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

type Props = {
  readonly line: Pick<
    BalanceLine,
    'enabled' | 'warning' | 'suspended' | 'lockedOut' | 'consumed' | 'usable' | 'available' | 'over'
  >;
};

const barHeight = 22;

/** The sum of a product drawn: above what was bought, below what became of it. */
export function SumBar({ line }: Props) {
  const styles = useStyles();
  const { t, number, list } = useWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const { usable, consumed, available } = line;
  if (usable === null || consumed === null || available === null) return null;
  const above = boughtParts(line, t);
  const below = usedParts(usable, consumed, t);
  const longest = Math.max(1, total(above), total(below));
  const x = scaleLinear([0, longest], [0, width]);
  const words = [...above, ...below].map(({ label, value }) => `${label} ${number(value)}`);
  const legend = [...above, ...below].map(({ label, value, color, hatched = false }): LegendItem => ({
    label: `${label} ${number(value)}`,
    color,
    form: hatched ? 'hatch' : 'box',
  }));
  return (
    <ChartFrame
      title={t('charts.sum')}
      twin={{
        columns: [t('charts.part'), t('charts.number')],
        rows: [...above, ...below].map(({ label, value }) => [label, number(value)]),
      }}
    >
      <div ref={frame} className={styles.frame}>
        {width > 0 && (
          <svg
            width={width}
            height={barHeight * 2 + 6}
            role="img"
            aria-label={`${t('charts.sum')}: ${list(words)}`}
          >
            <Row parts={above} x={x} />
            <g transform={`translate(0 ${barHeight + 6})`}>
              <Row parts={below} x={x} />
            </g>
          </svg>
        )}
        <Legend items={legend} />
      </div>
    </ChartFrame>
  );
}

function Row({ parts, x }: { readonly parts: readonly Part[]; readonly x: (value: number) => number }) {
  let before = 0;
  return parts.map((part) => {
    const from = before;
    before += part.value;
    return <Bar key={part.label} part={part} x={x(from)} width={x(before) - x(from)} height={barHeight} />;
  });
}

function boughtParts(line: Props['line'], t: ReturnType<typeof useWords>['t']): readonly Part[] {
  return some([
    { label: t('charts.enabled'), value: line.enabled ?? 0, color: chartColors.capacity },
    { label: t('charts.grace'), value: line.warning ?? 0, color: chartColors.grace },
    { label: t('charts.suspended'), value: line.suspended ?? 0, color: chartColors.purchased, hatched: true },
    { label: t('charts.lockedOut'), value: line.lockedOut ?? 0, color: chartColors.over, hatched: true },
  ]);
}

function usedParts(usable: number, consumed: number, t: ReturnType<typeof useWords>['t']): readonly Part[] {
  return some([
    { label: t('charts.assigned'), value: Math.min(consumed, usable), color: chartColors.assigned },
    { label: t('charts.over'), value: Math.max(0, consumed - usable), color: chartColors.over },
    { label: t('charts.free'), value: Math.max(0, usable - consumed), color: chartColors.free },
  ]);
}

function some(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ value }) => value > 0);
}

function total(parts: readonly Part[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
