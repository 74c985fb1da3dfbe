import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, clock, date, duration, moment, until } from './moments.ts';
import { count, figure, listed, quoted } from './words.ts';

test('figures have separators and a minus, and unknown is not zero', () => {
  assert.deepEqual([0, 9, 1500, -1234567, null].map(figure), ['0', '9', '1,500', '-1,234,567', '—']);
});

test('one of a thing is not many of it', () => {
  assert.equal(count(1, 'seat'), '1 seat');
  assert.equal(count(1000, 'person', 'people'), '1,000 people');
});

test('things are listed as in a sentence', () => {
  assert.deepEqual([listed([]), listed(['a']), listed(['a', 'b', 'c'])], ['', 'a', 'a, b and c']);
});

test('a text that a shell would take apart is quoted', () => {
  assert.equal(quoted('SPE_E3'), 'SPE_E3');
  assert.equal(quoted("Ana's file"), `'Ana'\\''s file'`);
});

test('moments are told in UTC, ages in one unit', () => {
  const now = new Date('2026-11-24T08:12:00.000Z');
  assert.equal(moment('2026-11-24T06:05:59.000Z'), '24 Nov 2026 06:05 UTC');
  assert.equal(moment(null), '—');
  assert.equal(date('2026-01-03T00:00:00.000Z'), '3 Jan 2026');
  assert.equal(clock('2026-11-24T12:30:05.000Z'), '12:30:05 UTC');
  const instants = [
    '2026-11-24T08:11:30Z',
    '2026-11-24T08:07:00Z',
    '2026-11-23T08:12:00Z',
    '2026-11-20T08:12:00Z',
  ];
  assert.deepEqual(
    instants.map((instant) => ago(instant, now)),
    ['just now', '5 min ago', '24 h ago', '4 days ago'],
  );
  assert.equal(until('2026-12-04T08:12:00Z', now), 'in 10 days');
});

test('durations are told as a person would', () => {
  const from = '2026-11-24T06:00:00.000Z';
  assert.equal(duration(from, '2026-11-24T06:00:04.240Z'), '4.2 s');
  assert.equal(duration(from, '2026-11-24T06:03:20.000Z'), '3 min 20 s');
  assert.equal(duration(from, '2026-11-24T07:05:00.000Z'), '1 h 5 min');
});
