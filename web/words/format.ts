import type { Language } from './languages.ts';

/** Numbers and dates as people of a language write them. */
export type Format = {
  /** The tag that numbers and dates follow: the person's own variant of the language, where the browser names one. */
  readonly locale: string;
  number(value: number): string;
  /** With its sign, a real minus, and no sign for 0. */
  signed(value: number): string;
  /** A share of 1 as a percentage with one decimal at most. */
  percent(share: number): string;
  /** A day such as 2026-11-24, or the day of an instant where the person is: 24 Nov 2026, 24/11/2026. */
  day(value: string): string;
  /** The same without the year. */
  shortDay(value: string): string;
  /** A day of the ledger with its weekday: Tue, 24 Nov. */
  weekday(value: string): string;
  /** A month such as 2026-11: Nov 2026. */
  month(value: string): string;
  /** An instant where the person is: 24 Nov, 06:12. */
  time(instant: string): string;
  /** An instant with year, seconds and zone, for a tooltip. */
  fullTime(instant: string): string;
  /** How long ago or ahead: 2 h ago. */
  ago(instant: string, now: Date): string;
  /** A length of time in seconds: 2 min 5 s. */
  duration(seconds: number): string;
  list(items: readonly string[]): string;
};

export function createFormat(language: Language): Format {
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale);
  const signs = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  const lists = new Intl.ListFormat(locale);
  const dates = dateFormats(locale);
  return {
    locale,
    number: (value) => minus(numbers.format(value)),
    signed: (value) => minus(signs.format(value)),
    percent: (share) => minus(percents.format(share)),
    day: (value) => dates(language === 'en' ? 'day' : 'wordyDay', value),
    shortDay: (value) => dates('shortDay', value),
    weekday: (value) => dates('weekday', value),
    month: (value) => dates('month', `${value}-01`),
    time: (instant) => dates('time', instant),
    fullTime: (instant) => dates('fullTime', instant),
    ago: (instant, now) => {
      const [amount, unit] = distance(new Date(instant).getTime() - now.getTime());
      return relative.format(amount, unit);
    },
    duration: (seconds) => duration(locale, seconds),
    list: (items) => lists.format(items),
  };
}

const styles = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  // Languages that put words between the parts write a whole date in figures.
  wordyDay: { day: '2-digit', month: '2-digit', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  time: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  fullTime: { dateStyle: 'medium', timeStyle: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function dateFormats(locale: string): (style: keyof typeof styles, value: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (style, value) => {
    // A day without a time is a day of the ledger, which counts in UTC.
    const timeZone = value.length === 10 ? 'UTC' : undefined;
    const name = `${style} ${timeZone ?? ''}`;
    const format = made.get(name) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
    made.set(name, format);
    return format.format(new Date(value));
  };
}

const spans = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function distance(ms: number): readonly [number, Intl.RelativeTimeFormatUnit] {
  for (const [unit, length] of spans) {
    if (Math.abs(ms) >= length) return [Math.trunc(ms / length), unit];
  }
  return [0, 'minute'];
}

function duration(locale: string, seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'],
    [whole % 60, 'second'],
  ] as const;
  const said = parts.filter(([amount], index) => amount > 0 || (index === 2 && whole < 1));
  return said
    .map(([amount, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
    )
    .join(' ');
}

function localeOf(language: Language): string {
  const base = language.split('-')[0] ?? language;
  return navigator.languages.find((tag) => tag.split('-')[0] === base && isTag(tag)) ?? language;
}

/** Browsers on machines without a locale name things like `en-US@posix`, which `Intl` refuses. */
function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}

function minus(text: string): string {
  return text.replace('-', '\u2212');
}
