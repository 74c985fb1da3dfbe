import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { balance, type Figures, type SkuClass, type Tally } from './balance.ts';
import { tally } from './testing.ts';

test('mixed states: what is enabled and in grace can be used, what is suspended cannot', () => {
  const figures = balance(tally({ enabled: 300, warning: 300, suspended: 300, consumed: 100 }));
  holds(figures, { usable: 600, available: 500, firm: 200, over: 0, graceHeld: 0 });
});

test('a whole SKU in grace: every seat lives on grace units, and none is over-used', () => {
  const figures = balance(tally({ warning: 1100, consumed: 1100 }));
  holds(figures, { available: 0, firm: -1100, graceHeld: 1100, over: 0, trueOver: 0 });
});

test('over-assigned: what is missing is shown as a negative, not as zero', () => {
  holds(balance(tally({ enabled: 5, consumed: 6 })), { available: -1, over: 1, ghost: 0, trueOver: 1 });
});

test('expired and still assigned: the seats stand on dead units, and were bought all the same', () => {
  const figures = balance(tally({ suspended: 50, consumed: 50 }));
  holds(figures, { usable: 0, available: -50, ghost: 50, trueOver: 0, utilization: null });
  holds(balance(tally({ lockedOut: 20, suspended: 10, consumed: 35 })), { ghost: 30, trueOver: 5 });
});

test('nothing bought or used: every sum is zero and there is no percentage', () => {
  holds(balance(tally({})), { usable: 0, available: 0, firm: 0, over: 0, utilization: null, gap: 0 });
});

test('free or viral: the units stand as they are, and make no percentage', () => {
  const free = balance(tally({ class: 'free', enabled: 1_000_000, consumed: 5, counted: 5 }));
  holds(free, { enabled: 1_000_000, consumed: 5, utilization: null, gap: 0 });
});

test('trial and by design unassigned: the same sums as a paid SKU', () => {
  for (const skuClass of ['trial', 'unassigned'] as const) {
    const figures = balance(tally({ class: skuClass, enabled: 25, consumed: 5, counted: 5 }));
    holds(figures, { available: 20, firm: 20, utilization: 0.2, gap: 0 });
  }
});

test('appliesTo Company: a capacity row without seats left over, percentage or gap', () => {
  const pool = balance(tally({ class: 'company', enabled: 500, consumed: 0, counted: 0 }));
  holds(pool, { enabled: 500, usable: 500, available: null, firm: null, utilization: null, gap: null });
});

test('held by users, absent from subscribedSkus: only the count is known', () => {
  const { counted, ...others } = balance(tally({ class: 'no-subscription', counted: 7 }));
  assert.equal(counted, 7);
  assert.deepEqual(new Set(Object.values(others)), new Set([null]));
});

test('several subscriptions of one SKU: their units stand together', () => {
  holds(balance(tally({ enabled: 36, consumed: 20 })), { usable: 36, available: 16 });
});

test('the gap is signed: more consumed than counted is positive', () => {
  holds(balance(tally({ enabled: 10, consumed: 6, counted: 4 })), { gap: 2 });
  holds(balance(tally({ enabled: 10, consumed: 4, counted: 6 })), { gap: -2 });
});

test('F-PG-16: what Microsoft did not say stays unknown, and so does what follows from it', () => {
  const unread = balance(tally({ enabled: 10, consumed: null, counted: 3 }));
  holds(unread, { usable: 10, available: null, firm: null, over: null, utilization: null, gap: null });
  const unbought = balance(tally({ enabled: null, consumed: 3, counted: 3 }));
  holds(unbought, { usable: null, available: null, firm: null, ghost: null, trueOver: null, gap: 0 });
  const uncounted = balance(tally({ enabled: 10, consumed: 3, counted: null }));
  holds(uncounted, { available: 7, counted: null, gap: null });
});

const number = fc.option(fc.integer({ min: -5, max: 2 ** 40 }), { nil: null });
const anyTally: fc.Arbitrary<Tally> = fc.record({
  class: fc.constantFrom<SkuClass>('paid', 'free', 'trial', 'company', 'unassigned', 'no-subscription'),
  enabled: number,
  warning: number,
  suspended: number,
  lockedOut: number,
  consumed: number,
  counted: number,
});

test('F-PG-16: whatever Microsoft says, no figure is ever NaN or without an end', () => {
  fc.assert(
    fc.property(anyTally, (given) => {
      for (const figure of Object.values(balance(given)))
        assert.ok(figure === null || Number.isFinite(figure));
    }),
  );
});

test('whatever Microsoft says, the sums agree with each other', () => {
  fc.assert(
    fc.property(anyTally, (given) => {
      const { available, usable, consumed, over, ghost, trueOver, firm, warning } = balance(given);
      if (available !== null) assert.equal(available, Number(usable) - Number(consumed));
      if (trueOver !== null) assert.equal(Number(ghost) + trueOver, over);
      if (firm !== null && available !== null) assert.equal(firm + Number(warning), available);
    }),
  );
});

test('what is unknown makes only unknown', () => {
  fc.assert(
    fc.property(anyTally, (given) => {
      const figures = balance(given);
      if (given.consumed === null) {
        const { available, firm, over, utilization, gap, graceHeld } = figures;
        assert.deepEqual(new Set([available, firm, over, utilization, gap, graceHeld]), new Set([null]));
      }
      if (given.enabled === null) assert.equal(figures.usable, null);
      if (given.counted === null) assert.equal(figures.gap, null);
    }),
  );
});

/** The named figures are these. */
function holds(figures: Figures, expected: Partial<Figures>): void {
  assert.deepEqual({ ...figures, ...expected }, figures);
}
