import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCursors } from './cursors.ts';

const cursors = createCursors(new Uint8Array(32).fill(7));

test('a cursor gives back the position that it was made of', () => {
  const position = ['Öz\u000bx', null, 7];
  assert.deepEqual(cursors.open('users a', cursors.seal('users a', position)), position);
});

test('S-SQ-03: a cursor of another query, a changed one and one under another key are refused', () => {
  const cursor = cursors.seal('users a', ['x']);
  const [text = '', signature = ''] = cursor.split('.');
  const other = Buffer.from('["y"]').toString('base64url');
  for (const wrong of [`${other}.${signature}`, `${text}.`, text, `${text}.AAAA`, `${cursor}A`, '', '.']) {
    assert.throws(() => cursors.open('users a', wrong), { code: 'wrong-input' }, wrong);
  }
  assert.throws(() => cursors.open('users b', cursor), { code: 'wrong-input' });
  assert.throws(() => createCursors(new Uint8Array(32)).open('users a', cursor), { code: 'wrong-input' });
});
