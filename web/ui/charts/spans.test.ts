import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DayChange, spansOf } from './spans.ts';

test('up to two months have a bar for each day', () => {
  const days = daysFrom('2026-10-01', 62);
  assert.equal(spansOf(days).length, 62);
  assert.deepEqual(spansOf(days)[0], { from: '2026-10-01', to: '2026-10-01', added: 1, removed: 2 });
});

test('a longer time is summed up from Monday to Sunday, the weeks at its ends being shorter', () => {
  const spans = spansOf(daysFrom('2026-10-01', 63));
  assert.deepEqual(spans[0], { from: '2026-10-01', to: '2026-10-04', added: 4, removed: 8 });
  assert.deepEqual(spans[1], { from: '2026-10-05', to: '2026-10-11', added: 7, removed: 14 });
  assert.deepEqual(spans.at(-1), { from: '2026-11-30', to: '2026-12-02', added: 3, removed: 6 });
});

function daysFrom(first: string, count: number): readonly DayChange[] {
  return Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10),
    added: 1,
    removed: 2,
  }));
}
