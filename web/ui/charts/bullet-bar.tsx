import { scaleLinear } from 'd3-scale';
import { useWords } from '../../words/words.tsx';
import { chartColors } from './colors.ts';
import { Hatch, useHatch } from './hatch.tsx';

type Props = {
  readonly assigned: number | null;
  readonly usable: number | null;
  /** How many of the usable are in grace; they stand last. */
  readonly grace?: number | null;
  readonly width?: number;
};

/** Assigned seats within the usable ones, with a mark at 100 %; what is beyond is over. */
export function BulletBar({ assigned, usable, grace = 0, width = 120 }: Props) {
  const { t } = useWords();
  const hatch = useHatch();
  if (assigned === null || usable === null || (usable === 0 && assigned === 0)) return null;
  const x = scaleLinear([0, Math.max(usable, assigned)], [0, width]);
  const within = x(Math.min(assigned, usable));
  const full = x(usable);
  return (
    <svg
      width={width}
      height={14}
      role="img"
      aria-label={t('charts.bullet', { assigned, usable })}
      style={{ display: 'block', overflow: 'visible' }}
    >
      <Hatch {...hatch} color={chartColors.grace} />
      <rect y={3} width={Math.max(full, 1)} height={8} rx={2} fill={chartColors.track} />
      {(grace ?? 0) > 0 && (
        <rect
          x={x(usable - (grace ?? 0))}
          y={3}
          width={full - x(usable - (grace ?? 0))}
          height={8}
          rx={2}
          fill={hatch.fill}
        />
      )}
      {within > 0 && <rect y={3} width={Math.max(within, 2)} height={8} rx={2} fill={chartColors.assigned} />}
      {assigned > usable && (
        <rect
          x={full}
          y={3}
          width={Math.max(x(assigned) - full, 3)}
          height={8}
          rx={2}
          fill={chartColors.over}
        />
      )}
      <rect x={Math.max(0, full - 1)} y={0} width={2} height={14} rx={1} fill={chartColors.capacity} />
    </svg>
  );
}
