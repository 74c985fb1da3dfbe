import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useWords } from '../../words/words.tsx';
import { chartColors } from './colors.ts';

type Props = {
  /** From old to new; null where nothing is known. */
  readonly values: readonly (number | null)[];
  /** What it is of, for its sentence. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
};

/** A small line without axes; its sentence names the first and the last value. */
export function Sparkline({ values, label, width = 88, height = 22 }: Props) {
  const { t } = useWords();
  const known = values.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, width - 4]);
  const y = scaleLinear([Math.min(...known), Math.max(...known)], [height - 3, 3]);
  const flat = Math.min(...known) === Math.max(...known);
  const at = (value: number) => (flat ? height / 2 : y(value));
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => at(value ?? 0))(values);
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={t('charts.spark', { label, first, last })}
      style={{ display: 'block' }}
    >
      <path
        d={path ?? ''}
        fill="none"
        stroke={chartColors.assigned}
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      <circle cx={x(values.length - 1)} cy={at(last)} r={2.5} fill={chartColors.assigned} />
    </svg>
  );
}
