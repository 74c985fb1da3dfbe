import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepable } from './text.ts';

test('F-PG-14: U+0000 and lone surrogates become U+FFFD, and every other text stays as it is', () => {
  assert.equal(keepable('a\0b\0'), 'a\uFFFDb\uFFFD');
  assert.equal(keepable('\uD83D \uDE00'), '\uFFFD \uFFFD');
  for (const text of ['', 'Zoë', '😀', 'two\nlines', '\u202Eright to left', 'e\u0301']) {
    assert.equal(keepable(text), text);
  }
});
