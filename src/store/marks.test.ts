import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { createMarks } from './marks.ts';

const mark = (of: string) => hash('sha256', of, 'base64url').slice(0, 22);
const ordinals = Array.from({ length: 5000 }, (_, i) => i + 7);

test('every fingerprint that was added gives its own ordinal', () => {
  const marks = createMarks(ordinals.length);
  for (const ordinal of ordinals) marks.add(mark(`user ${ordinal}`), ordinal);
  assert.deepEqual(
    ordinals.map((ordinal) => marks.ordinalOf(mark(`user ${ordinal}`))),
    ordinals,
  );
});

test('a fingerprint that was not added gives none', () => {
  const marks = createMarks(ordinals.length);
  for (const ordinal of ordinals) marks.add(mark(`user ${ordinal}`), ordinal);
  assert.ok(ordinals.every((ordinal) => marks.ordinalOf(mark(`other ${ordinal}`)) === undefined));
});

test('fingerprints that begin alike are told apart', () => {
  const [one, other] = [`AAAAAAAA${mark('one').slice(8)}`, `AAAAAAAA${mark('other').slice(8)}`];
  const marks = createMarks(2);
  marks.add(one, 1);
  assert.equal(marks.ordinalOf(other), undefined);
  marks.add(other, 2);
  assert.deepEqual([marks.ordinalOf(one), marks.ordinalOf(other)], [1, 2]);
});

test('an empty table knows nobody and takes nobody', () => {
  const marks = createMarks(0);
  marks.add(mark('user'), 1);
  assert.equal(marks.ordinalOf(mark('user')), undefined);
});
