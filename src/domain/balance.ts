import type { Units } from './records.ts';

/** What a SKU is to the balance; decides what is summed, what is shown and what is left out. */
export type SkuClass = 'paid' | 'free' | 'trial' | 'company' | 'unassigned' | 'no-subscription';

/** What the balance of one SKU is made from. */
export type Tally = Units & {
  readonly class: SkuClass;
  /** Distinct users that hold the SKU, counted by us; null when users were never read. */
  readonly counted: number | null;
};

/** The figures of one SKU, signed and never clamped; null is unknown or without meaning for its class. */
export type Figures = Units & {
  readonly usable: number | null;
  readonly available: number | null;
  readonly firm: number | null;
  readonly graceHeld: number | null;
  readonly over: number | null;
  readonly ghost: number | null;
  readonly trueOver: number | null;
  readonly utilization: number | null;
  readonly counted: number | null;
  readonly gap: number | null;
};

const unknownUnits: Units = {
  enabled: null,
  warning: null,
  suspended: null,
  lockedOut: null,
  consumed: null,
};

/** The license balance of one SKU by the formulas of docs/balance.md. */
export function balance(tally: Tally): Figures {
  const units = tally.class === 'no-subscription' ? unknownUnits : unitsOf(tally);
  const { enabled, warning, suspended, lockedOut, consumed } = units;
  const usable = combine(enabled, warning, (e, w) => e + w);
  const over = combine(consumed, usable, (c, u) => Math.max(0, c - u));
  const dead = combine(suspended, lockedOut, (s, l) => s + l);
  const ghost = combine(over, dead, (o, d) => Math.min(o, d));
  const spare = combine(consumed, enabled, (c, e) => c - e);
  const figures = {
    ...units,
    usable,
    available: combine(usable, consumed, (u, c) => u - c),
    firm: combine(enabled, consumed, (e, c) => e - c),
    graceHeld: combine(spare, warning, (excess, w) => Math.min(Math.max(excess, 0), w)),
    over,
    ghost,
    trueOver: combine(over, ghost, (o, g) => o - g),
    utilization: combine(consumed, usable, (c, u) => (u > 0 ? c / u : null)),
    counted: tally.counted,
    gap: combine(consumed, tally.counted, (c, h) => c - h),
  };
  return { ...figures, ...withoutMeaning[tally.class] };
}

/** A pool that serves the whole company has no seats left over, and a free one has no percentage. */
const withoutMeaning: Readonly<Record<SkuClass, Partial<Figures>>> = {
  paid: {},
  trial: {},
  unassigned: {},
  'no-subscription': {},
  free: { utilization: null },
  company: { available: null, firm: null, utilization: null, gap: null },
};

function unitsOf(tally: Tally): Units {
  const { enabled, warning, suspended, lockedOut, consumed } = tally;
  return { enabled, warning, suspended, lockedOut, consumed };
}

function combine<Result>(
  a: number | null,
  b: number | null,
  formula: (a: number, b: number) => Result,
): Result | null {
  return a === null || b === null ? null : formula(a, b);
}
