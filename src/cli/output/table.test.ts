import assert from 'node:assert/strict';
import { test } from 'node:test';
import { streamed } from '../testing/run.ts';
import { capture } from '../testing/text.ts';
import { createPaint } from './paint.ts';
import { createOutput } from './stream.ts';
import { printStreamedTable } from './streamed-table.ts';
import { tableLines } from './table.ts';
import type { Column } from './table.ts';

type Row = { readonly name: string; readonly seats: number; readonly note: string };

const columns: readonly Column<Row>[] = [
  { title: 'Name', cell: ({ name }) => name, cutTo: 6 },
  { title: 'Seats', align: 'right', cell: ({ seats }) => String(seats) },
  { title: 'Note', cell: ({ note }) => note, dropFirst: 1, idle: ({ note }) => note === '' },
];
const rows: readonly Row[] = [
  { name: 'Ana Souza', seats: 3, note: 'on leave' },
  { name: '王秀英', seats: 12, note: '' },
];
const plain = createPaint(false);

test('a table aligns names to the left, figures to the right, and counts wide characters as two', () => {
  assert.deepEqual(tableLines(columns, rows, 80, plain), [
    'Name       Seats  Note',
    'Ana Souza      3  on leave',
    '王秀英        12',
  ]);
});

test('a table that is too wide first cuts what may be cut, then drops the column that may go', () => {
  assert.deepEqual(tableLines(columns, rows, 23, plain)[1], 'Ana S…      3  on leave');
  assert.deepEqual(tableLines(columns, rows, 16, plain), [
    'Name       Seats',
    'Ana Souza      3',
    '王秀英        12',
  ]);
});

test('a column that says nothing in any row is not shown', () => {
  assert.deepEqual(tableLines(columns, rows.slice(1), 80, plain), ['Name    Seats', '王秀英     12']);
});

test('an escape sequence in a cell is shown as text, colors of ours are not', () => {
  const [, line] = tableLines(
    [{ title: 'Name', cell: () => '\u001b[2Jx', tone: () => 'bad' }],
    [{}],
    80,
    createPaint(true),
  );
  assert.equal(line, '\u001b[31m␛[2Jx\u001b[39m');
});

test('a streamed table keeps the widths of its first rows and counts all', async () => {
  const { stream, text } = capture();
  const out = createOutput(stream);
  const many = Array.from({ length: 1200 }, (_, index) => ({
    name: `person ${index}`,
    seats: index,
    note: '',
  }));
  const printed = await printStreamedTable(out, columns, streamed(many), 80, plain);
  await out.flush();
  const lines = text().trimEnd().split('\n');
  assert.equal(printed, 1200);
  assert.equal(lines.length, 1201);
  assert.equal(lines[0], 'Name        Seats  Note');
  assert.equal(lines[1200], 'person 11…   1199');
});

test('a streamed table without rows prints nothing', async () => {
  const { stream, text } = capture();
  assert.equal(await printStreamedTable(createOutput(stream), columns, streamed<Row>([]), 80, plain), 0);
  assert.equal(text(), '');
});
