import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Column } from './column.ts';
import { nextSort, sorted } from './sorting.ts';

type Row = { readonly name: string; readonly seats: number | null };
const rows: readonly Row[] = [
  { name: 'B', seats: 2 },
  { name: 'a', seats: null },
  { name: 'C10', seats: 30 },
  { name: 'C9', seats: 4 },
];
const columns: readonly Column<Row>[] = [
  { id: 'name', label: 'Name', width: 1, cell: () => null, sort: (row) => row.name },
  { id: 'seats', label: 'Seats', width: 1, align: 'end', cell: () => null, sort: (row) => row.seats },
];
const names = (sort: string | undefined) => sorted(rows, columns, sort, 'en').map((row) => row.name);

test('a number begins with the greatest and a text with A; a third click gives the first order back', () => {
  assert.deepEqual(
    [nextSort(undefined, { id: 'seats', align: 'end' }), nextSort('-seats', { id: 'seats', align: 'end' })],
    ['-seats', 'seats'],
  );
  assert.equal(nextSort('seats', { id: 'seats', align: 'end' }), undefined);
  assert.equal(nextSort('-seats', { id: 'name' }), 'name');
});

test('what is unknown comes last, whichever way it is sorted', () => {
  assert.deepEqual(names('seats'), ['B', 'C9', 'C10', 'a']);
  assert.deepEqual(names('-seats'), ['C10', 'C9', 'B', 'a']);
});

test('text is sorted as people read it, and an order by no column leaves the rows alone', () => {
  assert.deepEqual(names('name'), ['a', 'B', 'C9', 'C10']);
  assert.deepEqual(names('nothing'), ['B', 'a', 'C10', 'C9']);
});
