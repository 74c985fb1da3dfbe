import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRemembered } from './remembered.ts';

test('an answer is there again until others need its room, the one not asked for longest first', () => {
  const remembered = createRemembered();
  const long = 'x'.repeat(500_000);
  for (let i = 0; i < 32; i += 1) remembered.keep(`${i}`, long);
  assert.equal(remembered.get('0'), long);
  remembered.keep('another', long);
  assert.equal(remembered.get('0'), long);
  assert.equal(remembered.get('1'), undefined);
  assert.equal(remembered.get('another'), long);
});

test('an answer that is too long is made anew each time', () => {
  const remembered = createRemembered();
  remembered.keep('long', 'x'.repeat(500_001));
  assert.equal(remembered.get('long'), undefined);
});
