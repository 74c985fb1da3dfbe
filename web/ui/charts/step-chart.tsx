import { makeStyles, tokens } from '@fluentui/react-components';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { useWords } from '../../words/words.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { chartColors } from './colors.ts';
import { Legend } from './legend.tsx';
import { useWidth } from './size.ts';

/** The values from a moment on; null where they are not known. */
export type StepPoint = {
  readonly at: string;
  readonly value: number | null;
  readonly capacity: number | null;
  readonly lower?: number | null;
};

type Props = {
  readonly title: string;
  readonly points: readonly StepPoint[];
  readonly from: string;
  readonly to: string;
  /** What the filled line, the dashed line of capacity, and the thin line of `lower` are. */
  readonly labels: { readonly value: string; readonly capacity: string; readonly lower?: string };
  readonly height?: number;
};

/** A longer time is told by its months, a shorter one by its days. */
const monthsFromMs = 92 * 86_400_000;

/** A capacity so many times what is used would press everything else onto the axis: it is said, not drawn. */
const farTimes = 10;

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const margin = { top: 10, right: 12, bottom: 24, left: 52 };

/** A quantity in steps over time below a line of capacity; each point holds until the next. */
export function StepChart({ title, points, from, to, labels, height = 220 }: Props) {
  const styles = useStyles();
  const { t, number, day } = useWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const isFar = isCapacityFar(points);
  const last = points.at(-1);
  const said = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : number(value);
  const twin = {
    columns: [
      t('charts.since'),
      labels.value,
      labels.capacity,
      ...(labels.lower === undefined ? [] : [labels.lower]),
    ],
    rows: points.map(({ at, value, capacity, lower }) => [
      day(at),
      said(value),
      said(capacity),
      ...(labels.lower === undefined ? [] : [said(lower)]),
    ]),
  };
  const legend = [
    { label: labels.value, color: chartColors.assigned },
    ...(isFar ? [] : [{ label: labels.capacity, color: chartColors.capacity, form: 'dashes' as const }]),
    ...(isFar || labels.lower === undefined
      ? []
      : [{ label: labels.lower, color: chartColors.purchased, form: 'line' as const }]),
  ];
  return (
    <ChartFrame title={title} legend={<Legend items={legend} />} twin={twin}>
      <div ref={frame}>
        {width > 0 && last !== undefined && (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={t('charts.steps', {
              from: day(from),
              to: day(to),
              label: labels.value,
              value: said(last.value),
              capacityLabel: labels.capacity,
              capacity: said(last.capacity),
            })}
          >
            <Drawing
              points={isFar ? points.map(withoutCapacity) : points}
              from={from}
              to={to}
              width={width}
              height={height}
            />
          </svg>
        )}
        {isFar && (
          <span className={styles.note}>
            {t('charts.farCapacity', { label: labels.capacity, capacity: said(last?.capacity) })}
          </span>
        )}
      </div>
    </ChartFrame>
  );
}

function isCapacityFar(points: readonly StepPoint[]): boolean {
  const most = (read: (point: StepPoint) => number | null) =>
    Math.max(0, ...points.map((point) => read(point) ?? 0));
  const used = most(({ value }) => value);
  return used > 0 && most(({ capacity }) => capacity) > used * farTimes;
}

function withoutCapacity({ at, value }: StepPoint): StepPoint {
  return { at, value, capacity: null };
}

type DrawingProps = Pick<Props, 'points' | 'from' | 'to'> & {
  readonly width: number;
  readonly height: number;
};

function Drawing({ points, from, to, width, height }: DrawingProps) {
  const { number, month, shortDay } = useWords();
  // The last point holds until the end.
  const held = [...points, ...points.slice(-1).map((point) => ({ ...point, at: to }))];
  const top = Math.max(
    1,
    ...held.flatMap(({ value, capacity, lower }) => [value ?? 0, capacity ?? 0, lower ?? 0]),
  );
  const x = scaleUtc([new Date(from), new Date(to)], [margin.left, width - margin.right]);
  const y = scaleLinear([0, top], [height - margin.bottom, margin.top]).nice(4);
  const isLong = Date.parse(to) - Date.parse(from) > monthsFromMs;
  const steps = (read: (point: StepPoint) => number | null | undefined) =>
    line<StepPoint>()
      .defined((point) => typeof read(point) === 'number')
      .x(({ at }) => x(new Date(at)))
      .y((point) => y(read(point) ?? 0))
      .curve(curveStepAfter)(held) ?? '';
  const filled = area<StepPoint>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => x(new Date(at)))
    .y0(y(0))
    .y1(({ value }) => y(value ?? 0))
    .curve(curveStepAfter)(held);
  return (
    <>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line
              x1={margin.left}
              x2={width - margin.right}
              y1={y(tick)}
              y2={y(tick)}
              stroke={chartColors.line}
            />
            <AxisText x={margin.left - 8} y={y(tick) + 4} anchor="end">
              {number(tick)}
            </AxisText>
          </g>
        ))}
      {x.ticks(Math.max(2, Math.floor(width / 130))).map((tick) => (
        <AxisText key={tick.getTime()} x={x(tick)} y={height - 6} anchor="middle">
          {isLong ? month(tick.toISOString().slice(0, 7)) : shortDay(tick.toISOString().slice(0, 10))}
        </AxisText>
      ))}
      <path d={filled ?? ''} fill={chartColors.assigned} fillOpacity={0.14} />
      <path d={steps(({ lower }) => lower)} fill="none" stroke={chartColors.purchased} strokeWidth={1} />
      <path
        d={steps(({ capacity }) => capacity)}
        fill="none"
        stroke={chartColors.capacity}
        strokeWidth={1.5}
        strokeDasharray="5 3"
      />
      <path d={steps(({ value }) => value)} fill="none" stroke={chartColors.assigned} strokeWidth={2} />
    </>
  );
}

type AxisTextProps = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'end' | 'middle' | 'start';
  readonly children: string;
};

/** A word at an axis. */
export function AxisText({ x, y, anchor, children }: AxisTextProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize={11}
      fill={chartColors.text}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {children}
    </text>
  );
}
