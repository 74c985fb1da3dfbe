import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { capture } from '../testing/text.ts';
import { printJson, printJsonList } from './json.ts';
import { createOutput } from './stream.ts';

async function listText(items: readonly unknown[]): Promise<string> {
  const { stream, text } = capture();
  const out = createOutput(stream);
  await printJsonList(out, items);
  await out.flush();
  return text();
}

test('a JSON list read back gives the same items', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), async (items) => {
      const text = await listText(items);
      assert.equal(JSON.stringify(JSON.parse(text)), JSON.stringify(items));
    }),
  );
});

test('an empty JSON list is [], others have one item on each line', async () => {
  assert.equal(await listText([]), '[]\n');
  assert.equal(await listText([{ a: 1 }, { a: 2 }]), '[\n{"a":1},\n{"a":2}\n]\n');
});

test('JSON keeps what would move a terminal or turn its text, as escapes of the same value', async () => {
  const items = ['\u009b31m', 'user\u202egnp.exe', '\u001b[2J', '\u2028'];
  const text = await listText(items);
  assert.deepEqual(JSON.parse(text), items);
  assert.match(text, /^[\u0020-\u007e\n]*$/);
});

test('one JSON value is written over several lines', async () => {
  const { stream, text } = capture();
  const out = createOutput(stream);
  await printJson(out, { a: [1] });
  await out.flush();
  assert.equal(text(), '{\n  "a": [\n    1\n  ]\n}\n');
});
