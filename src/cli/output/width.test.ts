import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cut, displayWidth, fit } from './width.ts';

test('a text is as wide as a terminal shows it', () => {
  assert.equal(displayWidth('Ana Souza'), 9);
  assert.equal(displayWidth('Åsa'), 3);
  assert.equal(displayWidth('A\u030asa'), 3);
  assert.equal(displayWidth('王秀英'), 6);
  assert.equal(displayWidth('한국'), 4);
  assert.equal(displayWidth('👩‍👩‍👧'), 2);
  assert.equal(displayWidth('🇧🇷'), 2);
  assert.equal(displayWidth('❤️'), 2);
  assert.equal(displayWidth('—…✓'), 3);
});

test('a text that is too long is cut between characters, never inside one', () => {
  assert.equal(cut('Microsoft 365 E5', 10), 'Microsoft…');
  assert.equal(cut('王秀英', 4), '王…');
  assert.equal(cut('ab', 2), 'ab');
  assert.equal(cut('👩‍👩‍👧👩‍👩‍👧', 3), '👩‍👩‍👧…');
});

test('a fitted text has exactly the width it was given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      assert.equal(displayWidth(fit(text, width)), width);
      assert.equal(displayWidth(fit(text, width, 'right')), width);
    }),
  );
});
