import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from './contract/refusal.ts';
import type { CollectAnswer, Progress, Run } from './contract/runs.ts';
import { createRunning, type NumberedEvent } from './running.ts';

const run: Run = {
  tenantId: 'a',
  id: 'run-1',
  state: 'running',
  startedAt: '2026-11-24T06:00:00.000Z',
  endedAt: null,
  requests: 0,
  throttled: 0,
};
const answer: CollectAnswer = {
  tenantId: 'a',
  tenantName: 'A',
  run: { ...run, state: 'published' },
  outcome: 'published',
  reason: null,
  opening: true,
  users: { total: 1, added: 0, removed: 0, changed: 0 },
  seats: 0,
  skus: [],
  entries: 1,
};

/** A writer whose collection is played by the test. */
function played() {
  const end = Promise.withResolvers<readonly CollectAnswer[]>();
  let told: (progress: Progress) => void = () => undefined;
  const running = createRunning({
    collect: (_request, report) => {
      told = report;
      return end.promise;
    },
  });
  return { running, end, tell: (progress: Progress) => told(progress) };
}

const rows = (resource: string, count: number, done = false): Progress => ({
  type: 'resource',
  resource,
  rows: count,
  of: 2,
  done,
});

async function all(events: AsyncIterable<NumberedEvent> | null): Promise<readonly NumberedEvent[]> {
  assert.ok(events);
  return Array.fromAsync(events);
}

test('a run is given as soon as it exists, and its events end with the outcome', async () => {
  const { running, end, tell } = played();
  const starting = running.start('a', {});
  tell({ type: 'run', run });
  assert.deepEqual(await starting, run);
  const following = all(running.events('a', 'run-1', 0));
  tell(rows('users', 2, true));
  end.resolve([answer]);
  assert.deepEqual(
    (await following).map(({ id, event }) => [id, event.type]),
    [
      [1, 'run'],
      [2, 'resource'],
      [3, 'outcome'],
    ],
  );
});

test('who comes back after an event gets those after it, and of a resource only how it stands', async () => {
  const { running, end, tell } = played();
  const starting = running.start('a', {});
  tell({ type: 'run', run });
  await starting;
  tell(rows('users', 1));
  tell(rows('users', 2));
  end.resolve([answer]);
  await running.outcome('a');
  assert.deepEqual(
    (await all(running.events('a', 'run-1', 1))).map(({ id }) => id),
    [3, 4],
  );
});

test('a second run of a tenant is refused while one goes on, and may begin after it', async () => {
  const { running, end, tell } = played();
  const starting = running.start('a', {});
  tell({ type: 'run', run });
  await starting;
  assert.throws(() => running.start('a', {}), { code: 'conflict' });
  end.resolve([answer]);
  await running.outcome('a');
  running.start('a', {}).catch(() => undefined);
});

test('a collection that cannot begin says why, and one that breaks says so to those who follow', async () => {
  const first = played();
  const never = first.running.start('a', {});
  first.end.reject(new Refusal('store', 'the key is missing'));
  await assert.rejects(never, { code: 'store', message: 'the key is missing' });

  const second = played();
  const starting = second.running.start('a', {});
  second.tell({ type: 'run', run });
  await starting;
  second.end.reject(new Refusal('store', 'the disk is full'));
  const [, broken] = await all(second.running.events('a', 'run-1', 0));
  assert.equal(broken?.event.type === 'broken' && broken.event.problem.detail, 'the disk is full');
});

test('a run of another tenant, or of another process, has no events here', async () => {
  const { running, tell } = played();
  const starting = running.start('a', {});
  tell({ type: 'run', run });
  await starting;
  assert.equal(running.events('b', 'run-1', 0), null);
  assert.equal(running.events('a', 'run-2', 0), null);
});
