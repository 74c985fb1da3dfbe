import { makeStyles, tokens } from '@fluentui/react-components';
import { scaleBand, scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { useWords } from '../../words/words.tsx';
import { surfaces } from '../theme.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { chartColors } from './colors.ts';
import { Legend } from './legend.tsx';
import { useWidth } from './size.ts';
import { type DayChange, type DayRange, type Span, isByWeek, spansOf } from './spans.ts';
import { AxisText } from './step-chart.tsx';

const useStyles = makeStyles({
  bar: {
    cursor: 'pointer',
    outlineStyle: 'none',
    ':hover > [data-field]': { fill: surfaces.hover },
    ':focus-visible > [data-field]': { stroke: tokens.colorStrokeFocus2, strokeWidth: '2px' },
  },
});

type Props = {
  /** Every day of the time shown, oldest first. */
  readonly days: readonly DayChange[];
  readonly selected: DayRange | null;
  /** A click chooses a bar, a second one with Shift, or a drag, the days up to it. */
  readonly onSelect: (range: DayRange | null) => void;
  readonly height?: number;
};

const margin = { top: 8, right: 4, bottom: 22, left: 44 };

/** Seats that came above the line and that went below it, day by day, or week by week over a longer time. */
export function NetBars({ days, selected, onSelect, height = 160 }: Props) {
  const { t, number, shortDay, signed } = useWords();
  const spanText = useSpanText();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [anchor, setAnchor] = useState<DayRange | null>(null);
  const spans = spansOf(days);
  const byWeek = isByWeek(days);
  const added = spans.reduce((sum, each) => sum + each.added, 0);
  const removed = spans.reduce((sum, each) => sum + each.removed, 0);
  const choose = ({ from, to }: DayRange, extend: boolean) => {
    const start = extend && anchor !== null ? anchor : { from, to };
    if (!extend) setAnchor({ from, to });
    const only = selected?.from === from && selected.to === to;
    const range = { from: start.from < from ? start.from : from, to: start.to > to ? start.to : to };
    onSelect(only && !extend ? null : range);
  };
  const twin = {
    columns: [
      t(byWeek ? 'charts.week' : 'charts.day'),
      t('charts.added'),
      t('charts.removed'),
      t('charts.net'),
    ],
    rows: spans.map((each) => [
      spanText(each),
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
    spans.map(({ from }) => from),
    [margin.left, Math.max(width - margin.right, margin.left)],
  ).padding(0.25);
  const most = Math.max(1, ...spans.map((each) => each.added));
  const least = Math.max(1, ...spans.map((each) => each.removed));
  const y = scaleLinear([-least, most], [height - margin.bottom, margin.top]).nice(3);
  const every = Math.max(1, Math.ceil(spans.length / Math.max(1, Math.floor(width / 90))));
  return (
    <ChartFrame
      title={t(byWeek ? 'charts.perWeek' : 'charts.perDay')}
      legend={<Legend items={legend} />}
      twin={twin}
    >
      <div ref={frame}>
        {width > 0 && (
          <svg
            width={width}
            height={height}
            role="group"
            aria-label={t('charts.netSentence', { days: days.length, added, removed })}
          >
            {y
              .ticks(3)
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
                    {number(Math.abs(tick))}
                  </AxisText>
                </g>
              ))}
            {spans.map((each, index) => (
              <SpanBar
                key={each.from}
                span={each}
                x={x(each.from) ?? 0}
                step={x.step()}
                width={x.bandwidth()}
                y={y}
                height={height - margin.bottom}
                selected={selected !== null && each.to >= selected.from && each.from <= selected.to}
                first={index === 0}
                onChoose={choose}
              />
            ))}
            {spans.map(
              (each, index) =>
                index % every === 0 && (
                  <AxisText
                    key={each.from}
                    x={(x(each.from) ?? 0) + x.bandwidth() / 2}
                    y={height - 5}
                    anchor="middle"
                  >
                    {shortDay(each.from)}
                  </AxisText>
                ),
            )}
          </svg>
        )}
      </div>
    </ChartFrame>
  );
}

type SpanBarProps = {
  readonly span: Span;
  readonly x: number;
  readonly step: number;
  readonly width: number;
  readonly y: (value: number) => number;
  readonly height: number;
  readonly selected: boolean;
  readonly first: boolean;
  readonly onChoose: (range: DayRange, extend: boolean) => void;
};

function SpanBar({ span, x, step, width, y, height, selected, first, onChoose }: SpanBarProps) {
  const styles = useStyles();
  const { t } = useWords();
  const { added, removed } = span;
  const sentence = t('charts.dayChange', { day: useSpanText()(span), added, removed });
  return (
    <g
      className={styles.bar}
      role="button"
      tabIndex={first || selected ? 0 : -1}
      aria-pressed={selected}
      aria-label={sentence}
      onClick={(event) => onChoose(span, event.shiftKey)}
      onPointerEnter={(event) => event.buttons === 1 && onChoose(span, true)}
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
          onChoose(span, event.shiftKey);
        }
      }}
    >
      <title>{sentence}</title>
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

/** The day of a bar, or the first and the last one. */
function useSpanText(): (span: DayRange) => string {
  const { day } = useWords();
  return ({ from, to }) => (from === to ? day(from) : `${day(from)} – ${day(to)}`);
}
