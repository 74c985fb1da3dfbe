import assert from 'node:assert/strict';
import type { Caller } from '../../domain/access.ts';
import { endRun, startRun } from '../../store/runs.ts';
import { collected, onBothEngines, tenantA, tenantB } from '../../store/testing.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Run } from '../contract/runs.ts';
import type { Position } from '../http/cursors.ts';
import type { OperationsContext } from './context.ts';
import { newestRun, run, runs, runsPage } from './runs.ts';
import { readingContext } from './testing.ts';

const minute = 60_000;

onBothEngines('runs in pages, newest first, of the tenants that the caller sees', async ({ store, pass }) => {
  for (let nth = 0; nth < 4; nth += 1) {
    await collected(store, tenantA, { users: [] });
    // Two runs may begin at one moment.
    await collected(store, tenantB, { users: [] });
    pass(minute);
  }
  const context = readingContext(store);
  const all = await inPages(context, {}, 100);
  assert.deepEqual([all.length, new Set(all.map((one) => one.id)).size], [8, 8]);
  assert.deepEqual(
    all.map((one) => one.startedAt),
    (await runs(context, {})).map((one) => one.startedAt),
  );
  for (const limit of [1, 3, 8]) assert.deepEqual(await inPages(context, {}, limit), all, String(limit));
  const ofA = await inPages(context, { tenant: tenantA }, 3);
  assert.deepEqual(ofA, await runs(context, { tenant: tenantA }));
  // On a clock that stands still the later one is the newer.
  for (let nth = 0; nth < 5; nth += 1) await collected(store, tenantA, { users: [] });
  assert.deepEqual(
    (await inPages(context, { tenant: tenantA }, 2)).map((one) => one.id),
    (await runs(context, { tenant: tenantA })).map((one) => one.id),
  );
  assert.equal((await runsPage(context, { limit: 2, after: null })).total, 13);
  const viewer: Caller = { kind: 'token', name: 'b', role: 'viewer', tenants: [tenantB] };
  const limited = readingContext(store, viewer);
  assert.ok((await inPages(limited, {}, 3)).every((one) => one.tenantId === tenantB));
  assert.deepEqual(await newestRun(context, tenantA), (await inPages(context, { tenant: tenantA }, 1))[0]);
});

onBothEngines('one run says what became of each resource', async ({ store, pass }) => {
  await collected(store, tenantA, { users: [] });
  const readAt = store.now().toISOString();
  pass(minute);
  const failed = await startRun(tenantA, store);
  await endRun(failed, store, { state: 'failed', reason: 'out of reach', requests: 3, throttled: 1 });
  const context = readingContext(store);
  const [newest, first] = await runs(context, { tenant: tenantA });
  assert.ok(newest && first);
  const published = await run(context, { tenant: tenantA, id: first.id.toUpperCase() });
  const users = { resource: 'users', readAt, reason: null, rows: 0, count: 0 };
  assert.deepEqual(published.run, first);
  assert.deepEqual(published.resources[3], { ...users, state: 'read' });
  assert.deepEqual(published.resources[6], {
    resource: 'application',
    state: 'never',
    readAt: null,
    reason: 'not asked',
    rows: null,
    count: null,
  });
  const other = await run(context, { tenant: tenantA, id: newest.id });
  assert.deepEqual([other.run.state, other.run.reason, other.run.requests], ['failed', 'out of reach', 3]);
  assert.deepEqual(other.resources[3], { ...users, state: 'kept' });
  const elsewhere = { tenant: tenantB, id: newest.id };
  await assert.rejects(
    run(context, elsewhere),
    (error) => error instanceof Refusal && error.code === 'not-found',
  );
});

async function inPages(
  context: OperationsContext,
  request: { readonly tenant?: string },
  limit: number,
): Promise<readonly Run[]> {
  const found: Run[] = [];
  let after: Position | null = null;
  do {
    const page: Awaited<ReturnType<typeof runsPage>> = await runsPage(context, { ...request, limit, after });
    found.push(...page.items);
    after = page.next;
  } while (after);
  return found;
}
