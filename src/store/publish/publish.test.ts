import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { SkuId, User, UserId } from '../../domain/records.ts';
import { direct, fromGroup, id, seat, sku, user } from '../../domain/testing.ts';
import { generationAt, linesOf } from '../read-balance.ts';
import { entries } from '../read-ledger.ts';
import { runsOf } from '../read-runs.ts';
import { people } from '../read-people.ts';
import type { Store } from '../open.ts';
import { Superseded } from '../refusal.ts';
import { checkFence, endRun, startRun } from '../runs.ts';
import { settleUsers } from '../settle.ts';
import { stageUsers, writeStaged } from '../stage.ts';
import { collected, onBothEngines, onEngine, publishStaged, tenantA, tenantB } from '../testing.ts';

const skuA = id<SkuId>(901);
const skuB = id<SkuId>(902);
const ana = user({ id: id<UserId>(1), displayName: 'Ana', seats: [seat(skuA)] });
const ben = user({ id: id<UserId>(2), displayName: 'Ben', seats: [seat(skuA), seat(skuB)] });
const skus = [sku({ id: skuA, consumed: 2 }), sku({ id: skuB, partNumber: 'PART_B', consumed: 1 })];
const day = 24 * 60 * 60 * 1000;

onBothEngines('what is published is read as it was collected, field by field', async ({ store }) => {
  const whole = user({
    displayName: 'Zoë \uFFFD 日本',
    enabled: false,
    type: 'guest',
    hybrid: true,
    costCenter: 'K1',
    seats: [
      seat(skuA, { sources: [direct, fromGroup(1)], disabledPlans: ['p', 'q'] }),
      seat(skuB, { sources: [], state: 'active-with-error', error: 'Other' }),
    ],
    waiting: [{ skuId: id<SkuId>(903), source: fromGroup(2), error: 'CountViolation' }],
  });
  await collected(store, tenantA, { users: [whole], skus });
  const [kept] = await everyone(store);
  assert.deepEqual(kept && { ...kept, seats: kept.seats.map(({ sinceIn: _sinceIn, ...one }) => one) }, whole);
});

onBothEngines('nothing of a run is seen before it is published', async ({ store }) => {
  await collected(store, tenantA, { users: [ana], skus });
  const run = await startRun(tenantA, store);
  await stageUsers(run, store, [{ ...ana, displayName: 'Other' }, ben]);
  await writeStaged(run, store);
  assert.deepEqual(await names(store), ['Ana']);
  await publishStaged(run, store, { users: [ana, ben], skus });
  assert.deepEqual(await names(store), ['Ben', 'Other']);
});

onBothEngines('a past generation reads exactly as it was published', async ({ store, pass }) => {
  const states: Awaited<ReturnType<typeof linesAt>>[] = [];
  const dates: string[] = [];
  const steps = [
    { users: [ana, ben], skus },
    { users: [ana], skus: [sku({ id: skuA, consumed: 1 }), sku({ id: skuB, consumed: 0 })] },
    { users: [ana], skus: [sku({ id: skuA, enabled: 20, consumed: 1 })] },
    { users: [ana, ben], skus: [sku({ id: skuA, enabled: 30, consumed: 2 })] },
  ];
  for (const step of steps) {
    await collected(store, tenantA, step);
    dates.push(store.now().toISOString());
    states.push(await linesAt(store));
    pass(day);
  }
  assert.deepEqual(
    states.map((lines) => lines.map(({ skuId, enabled, counted }) => [skuId, enabled, counted])),
    [
      [
        [skuA, 10, 2],
        [skuB, 10, 1],
      ],
      [
        [skuA, 10, 1],
        [skuB, 10, 0],
      ],
      [[skuA, 20, 1]],
      [
        [skuA, 30, 2],
        [skuB, null, 1],
      ],
    ],
  );
  for (const [nth, date] of dates.entries()) assert.deepEqual(await linesAt(store, date), states[nth]);
});

onBothEngines('a generation, its run and its entries carry one and the same instant', async ({ store }) => {
  let milliseconds = store.now().getTime();
  const ticking: Store = { ...store, now: () => new Date((milliseconds += 7)) };
  await collected(ticking, tenantA, { users: [ana], skus });
  await collected(ticking, tenantA, { users: [ana, ben], skus });
  const generation = await generationAt(tenantA, store);
  const [last] = (await allEntries(store)).toReversed();
  assert.equal(last?.at, generation?.publishedAt);
  const [run] = await runsOf(tenantA, store);
  assert.equal(run?.endedAt, generation?.publishedAt);
});

onBothEngines('entries count from 1 without a gap, each chained to the one before', async ({ store }) => {
  await collected(store, tenantA, { users: [ana], skus });
  await collected(store, tenantA, { users: [ana, ben], skus });
  await collected(store, tenantA, { users: [ben], skus });
  const rows = await allEntries(store);
  assert.deepEqual(
    rows.map((row) => row.sequence),
    rows.map((_, nth) => nth + 1),
  );
  assert.equal(rows[0]?.previousHash, '');
  for (const [nth, row] of rows.entries()) if (nth > 0) assert.equal(row.previousHash, rows[nth - 1]?.hash);
});

onBothEngines('F-PG-01: of a user met twice the last row wins, and it counts once', async ({ store }) => {
  const run = await startRun(tenantA, store);
  await stageUsers(run, store, [ana, { ...ben, displayName: 'first' }]);
  await stageUsers(run, store, [{ ...ben, displayName: 'last', seats: [] }]);
  await publishStaged(run, store, { users: [ana, ben], skus });
  assert.deepEqual(await names(store), ['Ana', 'last']);
  const counted = (await linesAt(store)).map((line) => [line.skuId, line.counted]);
  assert.deepEqual(counted, [
    [skuA, 1],
    [skuB, 0],
  ]);
});

onBothEngines('F-PG-01: a known user met twice leaves entries of the last row alone', async ({ store }) => {
  await collected(store, tenantA, { users: [ana, ben], skus });
  const before = (await allEntries(store)).length;
  const run = await startRun(tenantA, store);
  await stageUsers(run, store, [{ ...ana, displayName: 'first' }, ben]);
  await stageUsers(run, store, [ana]);
  await publishStaged(run, store, { users: [ana, ben], skus });
  assert.equal((await allEntries(store)).length, before);
  assert.deepEqual(await names(store), ['Ana', 'Ben']);
});

onBothEngines(
  'F-PG-01: of a known user met first otherwise and then as before, nothing changes',
  async ({ store }) => {
    await collected(store, tenantA, { users: [ana, ben], skus });
    const other = { ...ana, displayName: 'Other' };
    for (const pages of [[[other, ana, ben]], [[other], [ana, ben]]]) {
      const run = await startRun(tenantA, store);
      for (const page of pages) await stageUsers(run, store, page);
      const outcome = await publishStaged(run, store, { users: [ana, ben], skus });
      assert.equal(outcome.type === 'published' && outcome.entries, 0);
      assert.deepEqual(await names(store), ['Ana', 'Ben']);
    }
  },
);

onBothEngines('an older run can neither stage nor publish once a newer has begun', async ({ store }) => {
  const older = await startRun(tenantA, store);
  await stageUsers(older, store, [ana]);
  const newer = await startRun(tenantA, store);
  await assert.rejects(writeStaged(older, store), Superseded);
  await assert.rejects(settleUsers(older, store, 1), Superseded);
  await stageUsers(newer, store, [ben]);
  const published = await publishStaged(newer, store, { users: [ben], skus });
  assert.equal(published.type, 'published');
  await assert.rejects(publishStaged({ ...older, unwritten: [] }, store, { users: [ana], skus }), Superseded);
  assert.deepEqual(await names(store), ['Ben']);
  assert.equal((await generationAt(tenantA, store))?.number, 1);
});

onBothEngines('the end of an older run takes nothing from a newer one', async ({ store }) => {
  const older = await startRun(tenantA, store);
  const newer = await startRun(tenantA, store);
  await stageUsers(newer, store, [ana, ben]);
  await writeStaged(newer, store);
  await endRun(older, store, { state: 'failed', reason: 'late', requests: 0, throttled: 0 });
  await publishStaged(newer, store, { users: [ana, ben], skus });
  assert.deepEqual(await names(store), ['Ana', 'Ben']);
  const [, first] = await runsOf(tenantA, store);
  assert.deepEqual([first?.state, first?.reason], ['failed', 'interrupted']);
});

onEngine(
  'postgres',
  'while a run publishes, the next one waits for it to begin',
  async ({ store, reopen }) => {
    const run = await startRun(tenantA, store);
    await stageUsers(run, store, [ana]);
    const other = await reopen();
    const order: string[] = [];
    let next: Promise<unknown> = Promise.resolve();
    await store.db.transaction().execute(async (transaction) => {
      await checkFence(run, { ...store, db: transaction });
      next = startRun(tenantA, other).then(() => order.push('next began'));
      await untilSomeoneWaits(transaction, () => order.length > 0);
      order.push('published');
    });
    await next;
    assert.deepEqual(order, ['published', 'next began']);
  },
);

onBothEngines('two tenants never mix, though they have the same users and SKUs', async ({ store }) => {
  await collected(store, tenantA, { users: [ana, ben], skus });
  await collected(store, tenantB, { users: [{ ...ana, displayName: 'Bea' }], skus: skus.slice(0, 1) });
  const [a, b] = [await startRun(tenantA, store), await startRun(tenantB, store)];
  await stageUsers(a, store, [ana]);
  await stageUsers(b, store, [{ ...ana, displayName: 'Bea' }, ben]);
  await publishStaged(a, store, { users: [ana], skus });
  await publishStaged(b, store, { users: [ana, ben], skus });
  assert.deepEqual(await names(store, tenantA), ['Ana']);
  assert.deepEqual(await names(store, tenantB), ['Bea', 'Ben']);
  const ofB = (await allEntries(store, tenantB)).map(({ kind, sequence }) => [sequence, kind]);
  assert.deepEqual(ofB.slice(0, 2), [
    [1, 'opened'],
    [2, 'sku-added'],
  ]);
  assert.ok(!(await allEntries(store, tenantB)).some(({ kind }) => kind.endsWith('-removed')));
});

onBothEngines('a held run publishes nothing and leaves nothing staged', async ({ store }) => {
  const crowd = Array.from({ length: 30 }, (_, nth) => user({ id: id<UserId>(nth + 1) }));
  await collected(store, tenantA, { users: crowd, skus });
  const before = await allEntries(store);
  const outcome = await collected(store, tenantA, { users: crowd.slice(0, 15), skus });
  assert.equal(outcome.type, 'held');
  assert.deepEqual(await allEntries(store), before);
  assert.equal((await everyone(store)).length, 30);
  assert.equal((await runsOf(tenantA, store))[0]?.state, 'held');
  for (const table of ['stageUser', 'stageSeat', 'stageEntry'] as const) {
    assert.deepEqual(await store.db.selectFrom(table).select('position').execute(), [], table);
  }
});

async function everyone(store: Store, tenantId = tenantA) {
  return (await Array.fromAsync(people(tenantId, store))).flat();
}

async function names(store: Store, tenantId = tenantA): Promise<readonly User['displayName'][]> {
  return (await everyone(store, tenantId)).map((person) => person.displayName);
}

async function allEntries(store: Store, tenantId = tenantA) {
  return (await Array.fromAsync(entries(tenantId, store))).flat();
}

async function linesAt(store: Store, at?: string) {
  // The clock of these tests writes instants.
  const generation = await generationAt(tenantA, store, at as never);
  assert.ok(generation);
  const lines = await linesOf(generation, store);
  return lines
    .map(({ openedIn: _openedIn, closedIn: _closedIn, ...line }) => line)
    .sort((one, other) => (one.skuId < other.skuId ? -1 : 1));
}

/** Resolves once another session waits for a lock, or needs none. */
async function untilSomeoneWaits(transaction: Store['db'], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const { rows } = await sql`select pid from pg_locks where not granted limit 1`.execute(transaction);
    if (rows.length > 0) return;
  }
}
