import assert from 'node:assert/strict';
import { test } from 'node:test';
import { due, runSchedule, type Scheduled } from './schedule.ts';

const hour = 60 * 60 * 1000;
const now = new Date('2026-11-24T12:00:00.000Z');
const ago = (hours: number) => new Date(now.getTime() - hours * hour).toISOString();
const tenant = (id: string, lastRun: string | null, state: Scheduled['state'] = 'active'): Scheduled => ({
  id,
  lastRun,
  state,
});

test('tenants are due after their time, the one that waited longest first, one never collected before all', () => {
  const tenants = [
    tenant('fresh', ago(1)),
    tenant('old', ago(7)),
    tenant('never', null),
    tenant('older', ago(9)),
  ];
  assert.deepEqual(
    due(tenants, now, 6 * hour).map(({ id }) => id),
    ['never', 'older', 'old'],
  );
});

test('a paused tenant is never due, and a refused one once an hour at most', () => {
  const tenants = [
    tenant('paused', null, 'paused'),
    tenant('refused lately', ago(0.5), 'refused'),
    tenant('refused', ago(1), 'refused'),
  ];
  assert.deepEqual(
    due(tenants, now, 5000).map(({ id }) => id),
    ['refused'],
  );
});

test('the schedule collects so many at once, the next when one is done, and ends when it is stopped', async () => {
  const stop = new AbortController();
  const begun: string[] = [];
  const last = new Map<string, string>();
  let going = 0;
  let most = 0;
  await runSchedule(
    {
      clock: { now: () => now, wait: () => Promise.resolve() },
      every: 6 * hour,
      atOnce: 2,
      tenants: () => Promise.resolve(['a', 'b', 'c'].map((id) => tenant(id, last.get(id) ?? null))),
      async collect(id) {
        begun.push(id);
        going += 1;
        most = Math.max(most, going);
        await Promise.resolve();
        last.set(id, now.toISOString());
        going -= 1;
        if (begun.length === 3) stop.abort();
      },
    },
    stop.signal,
  );
  assert.deepEqual(begun.toSorted(), ['a', 'b', 'c']);
  assert.equal(most, 2);
});
