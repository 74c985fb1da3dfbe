import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrapped } from './wrap.ts';

test('a text breaks between words, keeps its start and indents what follows', () => {
  assert.deepEqual(wrapped('  one two three four', 11, '    '), ['  one two', '    three', '    four']);
  assert.deepEqual(wrapped('', 10), ['']);
  assert.deepEqual(wrapped('unbreakable', 4), ['unbreakable']);
});

test('colors take no room', () => {
  assert.deepEqual(wrapped('\u001b[31mone\u001b[39m two', 7), ['\u001b[31mone\u001b[39m two']);
});
