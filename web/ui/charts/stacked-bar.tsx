import { scaleLinear } from 'd3-scale';
import { useWords } from '../../words/words.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { Hatch, useHatch } from './hatch.tsx';
import { Legend } from './legend.tsx';
import { useWidth } from './size.ts';

export type Part = {
  readonly label: string;
  readonly value: number;
  readonly color: string;
  readonly hatched?: boolean;
};

type Props = { readonly title: string; readonly parts: readonly Part[]; readonly height?: number };

/** Parts of a whole, side by side. */
export function StackedBar({ title, parts, height = 20 }: Props) {
  const { t, number, percent, list } = useWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const said = parts.map(({ label, value }) => `${label} ${number(value)}`);
  const twin = {
    columns: [t('charts.part'), t('charts.number'), t('charts.share')],
    rows: parts.map(({ label, value }) => [label, number(value), whole === 0 ? '—' : percent(value / whole)]),
  };
  const legend = parts.map(({ label, value, color, hatched = false }) => ({
    label: `${label} ${number(value)}`,
    color,
    form: hatched ? ('hatch' as const) : ('box' as const),
  }));
  return (
    <ChartFrame title={title} twin={twin}>
      <div ref={frame}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={`${title}: ${list(said)}`}>
            <Bars parts={parts} whole={whole} width={width} height={height} />
          </svg>
        )}
      </div>
      <Legend items={legend} />
    </ChartFrame>
  );
}

type BarsProps = {
  readonly parts: readonly Part[];
  readonly whole: number;
  readonly width: number;
  readonly height: number;
};

function Bars({ parts, whole, width, height }: BarsProps) {
  const x = scaleLinear([0, Math.max(1, whole)], [0, width]);
  let before = 0;
  return parts.map((part) => {
    const from = before;
    before += part.value;
    return <Bar key={part.label} part={part} x={x(from)} width={x(before) - x(from)} height={height} />;
  });
}

type BarProps = { readonly part: Part; readonly x: number; readonly width: number; readonly height: number };

/** One part; a hairline of the background keeps it apart from the next. */
export function Bar({ part, x, width, height }: BarProps) {
  const hatch = useHatch();
  if (width <= 0) return null;
  return (
    <>
      {part.hatched === true && <Hatch {...hatch} color={part.color} />}
      <rect
        x={x}
        width={Math.max(1, width - 1.5)}
        height={height}
        rx={2}
        fill={part.hatched === true ? hatch.fill : part.color}
      />
    </>
  );
}
