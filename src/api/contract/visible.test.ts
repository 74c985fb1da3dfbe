import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { visible } from './visible.ts';

test('F-PG-14 escapes, line ends, direction overrides and lone surrogates of a name are shown, not obeyed', () => {
  assert.equal(visible('Ana\u001b[31m\r\n\u0000'), 'Ana␛[31m␍␊␀');
  assert.equal(visible('user\u202egnp.exe'), 'user\ufffdgnp.exe');
  assert.equal(visible('half \ud83d name'), 'half \ufffd name');
  assert.equal(visible('c1 \u009b2J del \u007f'), 'c1 \ufffd2J del ␡');
});

test('names of any script and emoji stay as they are', () => {
  for (const name of ['Ana Souza', '王秀英', 'Åsa Öberg', 'محمد', 'דוד', '👩‍👩‍👧', 'क्षत्रिय'])
    assert.equal(visible(name), name);
});

test('whatever the text, nothing is left that a terminal would act on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(visible(text), /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
    }),
  );
});
