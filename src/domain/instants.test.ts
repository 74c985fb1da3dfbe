import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instant, instantOrNull } from './instants.ts';

test('an instant is UTC text with milliseconds, whose order is that of time', () => {
  assert.equal(instant(new Date(Date.UTC(2026, 1, 3, 4, 5, 6, 7))), '2026-02-03T04:05:06.007Z');
  const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(fc.property(dates, dates, (a, b) => assert.equal(instant(a) < instant(b), a < b)));
});

test('a text of Microsoft is read in each of its forms, and as what the calendar says', () => {
  assert.equal(instantOrNull('2026-01-02T03:04:05Z'), '2026-01-02T03:04:05.000Z');
  assert.equal(instantOrNull('2026-01-02T03:04:05.1234567Z'), '2026-01-02T03:04:05.123Z');
  assert.equal(instantOrNull('2026-01-02T03:04:05+02:00'), '2026-01-02T01:04:05.000Z');
  assert.equal(instantOrNull('2024-02-29T00:00:00Z'), '2024-02-29T00:00:00.000Z');
  assert.equal(instantOrNull('2026-12-31T23:59:59Z'), '2026-12-31T23:59:59.000Z');
});

test('F-PG-13: none, nonsense and the sentinel 0001-01-01 are no moment', () => {
  for (const raw of [null, undefined, '', 'soon', 0, 1_700_000_000, {}, '2026-13-01T00:00:00Z']) {
    assert.equal(instantOrNull(raw), null, JSON.stringify(raw));
  }
  assert.equal(instantOrNull('0001-01-01T00:00:00Z'), null);
});
