import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunEvent } from '../src/api/contract/runs.ts';
import { type RunProgress, advance } from './run-progress.ts';

const start: RunProgress = { resources: [], waiting: null, outcome: null, problem: null };

test('a resource stands once, with what was said of it last, in the order of its first word', () => {
  const progress = after([
    { type: 'resource', resource: 'skus', rows: 1, of: null, done: false },
    { type: 'resource', resource: 'users', rows: 100, of: 250, done: false },
    { type: 'resource', resource: 'skus', rows: 20, of: null, done: true },
    { type: 'kept', resource: 'users', reason: 'Microsoft refused the second page.' },
  ]);
  assert.deepEqual(
    progress.resources.map(({ resource, rows, done, kept }) => [resource, rows, done, kept !== null]),
    [
      ['skus', 20, true, false],
      ['users', 0, true, true],
    ],
  );
});

test('a wait is over as soon as rows come again', () => {
  const waiting: RunEvent = { type: 'waiting', until: '2026-11-24T12:00:00.000Z', why: 'throttled' };
  assert.notEqual(after([waiting]).waiting, null);
  const rows: RunEvent = { type: 'resource', resource: 'users', rows: 1, of: null, done: false };
  assert.equal(after([waiting, rows]).waiting, null);
});

function after(events: readonly RunEvent[]): RunProgress {
  return events.reduce(advance, start);
}
