import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flag, guid, integer, list, moment, object, readRow, selectOf, text, values } from './fields.ts';

const anything = [null, undefined, '', 'text', 0, 1.5, NaN, true, {}, [], [null], { value: 1 }];

test('F-PG-13: a value of another kind than documented is unknown', () => {
  for (const raw of anything.filter((one) => typeof one !== 'string')) assert.equal(text(raw), null);
  for (const raw of anything.filter((one) => one !== 0)) assert.equal(integer(raw), null);
  for (const raw of anything.filter((one) => one !== true)) assert.equal(flag(raw), null);
  for (const raw of anything) assert.deepEqual([guid(raw), moment(raw)], [null, null]);
});

test('F-PG-13: a list or an object of another kind is empty, and what is odd inside is left out', () => {
  const names = list({ name: text });
  for (const raw of anything) assert.deepEqual(names(raw), []);
  assert.deepEqual(names([{ name: 'a', more: 1 }, null, 'b', ['c'], { name: 5 }]), [
    { name: 'a' },
    { name: null },
  ]);
  for (const raw of anything) assert.deepEqual(object({ name: text })(raw), { name: null });
});

test('F-PG-14: U+0000 and lone surrogates become U+FFFD, all else stays as it is written', () => {
  assert.equal(text('a\0b\0'), 'a\uFFFDb\uFFFD');
  assert.equal(text('x\uD800y\uDC00'), 'x\uFFFDy\uFFFD');
  for (const odd of ['line\nbreak', '\u202Eevil', '👩‍👩‍👧'.repeat(32), '日本', ' ']) assert.equal(text(odd), odd);
});

test('F-PG-16: a number is taken as it comes, negative or large, but never inexact', () => {
  assert.equal(integer(-3), -3);
  assert.equal(integer(2 ** 31 + 1), 2 ** 31 + 1);
  for (const raw of [2 ** 53, Infinity, 1.5, '7']) assert.equal(integer(raw), null);
});

test('a GUID is read in any letter case, and the null GUID is none', () => {
  const lower = 'aaaaaaaa-0000-4000-8000-00000000000f';
  assert.equal(guid(lower.toUpperCase()), lower);
  for (const raw of ['00000000-0000-0000-0000-000000000000', `{${lower}}`, lower.slice(1), `${lower}\n`]) {
    assert.equal(guid(raw), null);
  }
});

test('single values come in order, without repeats and without what cannot be read', () => {
  assert.deepEqual(values(text)(['b', 'a', null, 'b', 7, '']), ['a', 'b']);
  for (const raw of [null, undefined, 'text', {}]) assert.deepEqual(values(text)(raw), []);
});

test('what is asked for is what is read', () => {
  const shape = { id: guid, displayName: text, org: object({ unit: text }) };
  assert.equal(selectOf(shape), 'id,displayName,org');
  assert.deepEqual(readRow(shape, { displayName: 'Ana', surplus: 1 }), {
    id: null,
    displayName: 'Ana',
    org: { unit: null },
  });
});
