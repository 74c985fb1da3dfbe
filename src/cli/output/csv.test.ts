import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvLine, printCsv } from './csv.ts';
import { createOutput } from './stream.ts';
import { capture, parseCsv } from '../testing/text.ts';

const printable = fc.string({
  unit: fc.constantFrom('a', 'ß', '王', ' ', ',', ';', '"', "'", '\n', '\r', '\t', '=', '-'),
});
const dangerous = /^[=+\-@\t\r]/;

test('a CSV line read back gives the same values', () => {
  fc.assert(
    fc.property(fc.array(printable, { minLength: 2 }), (values) => {
      const [read] = parseCsv(`${csvLine(values)}\n`);
      assert.deepEqual(
        read,
        values.map((value) => (dangerous.test(value) ? `'${value}` : value)),
      );
    }),
  );
});

test('no text of a CSV cell starts as a formula does', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
      const [read] = parseCsv(`${csvLine([start + rest, 'x'])}\n`);
      assert.match(read?.[0] ?? '', /^'/);
    }),
  );
});

test('numbers of ours keep their minus, unknown ones are empty, flags are words', () => {
  assert.equal(csvLine([-4, null, true, false, 0.97]), '-4,,true,false,0.97');
});

test('control characters in CSV become pictures, tabs and line ends stay', () => {
  assert.equal(csvLine(['a\u001b[31m\u0000', 'b\tc', 'd\ne']), 'a␛[31m␀,b\tc,"d\ne"');
});

test('an empty list is a header alone', async () => {
  const { stream, text } = capture();
  const out = createOutput(stream);
  await printCsv(out, { header: ['a', 'b'], cells: () => [] }, []);
  await out.flush();
  assert.equal(text(), 'a,b\n');
});
