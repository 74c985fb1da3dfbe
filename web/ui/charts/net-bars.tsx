import { makeStyles, tokens } from '@fluentui/react-components';
import { scaleBand, scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { useWords } from '../../words/words.tsx';
import { surfaces } from '../theme.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { chartColors } from './colors.ts';
import { Legend } from './legend.tsx';
import { useWidth } from './size.ts';
import { AxisText } from './step-chart.tsx';

const useStyles = makeStyles({
  bar: {
    cursor: 'pointer',
    outlineStyle: 'none',
    ':hover > [data-field]': { fill: surfaces.hover },
    ':focus-visible > [data-field]': { stroke: tokens.colorStrokeFocus2, strokeWidth: '2px' },
  },
});

/** What came and went on a day (2026-11-24). */
export type DayChange = { readonly day: string; readonly added: number; readonly removed: number };
export type DayRange = { readonly from: string; readonly to: string };

type Props = {
  readonly title: string;
  /** Every day of the time shown, oldest first. */
  readonly days: readonly DayChange[];
  readonly selected: DayRange | null;
  /** A click chooses a day, a second one with Shift, or a drag, the days up to it. */
  readonly onSelect: (range: DayRange | null) => void;
  readonly height?: number;
};

const margin = { top: 8, right: 4, bottom: 22, left: 44 };

/** Seats that came above the line and that went below it, day by day. */
export function NetBars({ title, days, selected, onSelect, height = 160 }: Props) {
  const { t, number, day, shortDay, signed } = useWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [anchor, setAnchor] = useState<string | null>(null);
  const added = days.reduce((sum, each) => sum + each.added, 0);
  const removed = days.reduce((sum, each) => sum + each.removed, 0);
  const choose = (to: string, extend: boolean) => {
    const from = extend && anchor !== null ? anchor : to;
    if (!extend) setAnchor(to);
    const only = selected?.from === to && selected.to === to;
    onSelect(only && !extend ? null : from < to ? { from, to } : { from: to, to: from });
  };
  const twin = {
    columns: [t('charts.day'), t('charts.added'), t('charts.removed'), t('charts.net')],
    rows: days.map((each) => [
      day(each.day),
      number(each.added),
      number(each.removed),
      signed(each.added - each.removed),
    ]),
  };
  const legend = [
    { label: t('charts.added'), color: chartColors.added },
    { label: t('charts.removed'), color: chartColors.removed },
  ];
  const x = scaleBand(
    days.map((each) => each.day),
    [margin.left, Math.max(width - margin.right, margin.left)],
  ).padding(0.25);
  const most = Math.max(1, ...days.map((each) => each.added));
  const least = Math.max(1, ...days.map((each) => each.removed));
  const y = scaleLinear([-least, most], [height - margin.bottom, margin.top]).nice(3);
  const every = Math.max(1, Math.ceil(days.length / Math.max(1, Math.floor(width / 90))));
  return (
    <ChartFrame title={title} legend={<Legend items={legend} />} twin={twin}>
      <div ref={frame}>
        {width > 0 && (
          <svg
            width={width}
            height={height}
            role="group"
            aria-label={t('charts.netSentence', { days: days.length, added, removed })}
          >
            {y.ticks(3).map((tick) => (
              <g key={tick}>
                <line
                  x1={margin.left}
                  x2={width - margin.right}
                  y1={y(tick)}
                  y2={y(tick)}
                  stroke={chartColors.line}
                />
                <AxisText x={margin.left - 8} y={y(tick) + 4} anchor="end">
                  {number(Math.abs(tick))}
                </AxisText>
              </g>
            ))}
            {days.map((each, index) => (
              <DayBar
                key={each.day}
                change={each}
                x={x(each.day) ?? 0}
                step={x.step()}
                width={x.bandwidth()}
                y={y}
                height={height - margin.bottom}
                selected={selected !== null && each.day >= selected.from && each.day <= selected.to}
                first={index === 0}
                onChoose={choose}
              />
            ))}
            {days.map(
              (each, index) =>
                index % every === 0 && (
                  <AxisText
                    key={each.day}
                    x={(x(each.day) ?? 0) + x.bandwidth() / 2}
                    y={height - 5}
                    anchor="middle"
                  >
                    {shortDay(each.day)}
                  </AxisText>
                ),
            )}
          </svg>
        )}
      </div>
    </ChartFrame>
  );
}

type DayBarProps = {
  readonly change: DayChange;
  readonly x: number;
  readonly step: number;
  readonly width: number;
  readonly y: (value: number) => number;
  readonly height: number;
  readonly selected: boolean;
  readonly first: boolean;
  readonly onChoose: (day: string, extend: boolean) => void;
};

function DayBar({ change, x, step, width, y, height, selected, first, onChoose }: DayBarProps) {
  const styles = useStyles();
  const { t, day } = useWords();
  const { added, removed } = change;
  return (
    <g
      className={styles.bar}
      role="button"
      tabIndex={first || selected ? 0 : -1}
      aria-pressed={selected}
      aria-label={t('charts.dayChange', { day: day(change.day), added, removed })}
      onClick={(event) => onChoose(change.day, event.shiftKey)}
      onPointerEnter={(event) => event.buttons === 1 && onChoose(change.day, true)}
      onKeyDown={(event) => {
        const step =
          event.key === 'ArrowRight'
            ? 'nextElementSibling'
            : event.key === 'ArrowLeft'
              ? 'previousElementSibling'
              : null;
        const other = step === null ? null : event.currentTarget[step];
        if (other instanceof SVGElement) other.focus();
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onChoose(change.day, event.shiftKey);
        }
      }}
    >
      <title>{t('charts.dayChange', { day: day(change.day), added, removed })}</title>
      <rect
        data-field
        x={x - (step - width) / 2}
        width={step}
        y={margin.top}
        height={height - margin.top}
        fill={selected ? surfaces.selected : 'transparent'}
      />
      {added > 0 && (
        <rect x={x} width={width} y={y(added)} height={y(0) - y(added)} rx={1.5} fill={chartColors.added} />
      )}
      {removed > 0 && (
        <rect x={x} width={width} y={y(0)} height={y(-removed) - y(0)} rx={1.5} fill={chartColors.removed} />
      )}
    </g>
  );
}
