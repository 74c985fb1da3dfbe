import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { sql } from 'kysely';
import { user } from '../domain/testing.ts';
import { openStore } from './open.ts';
import { runsOf } from './read-runs.ts';
import { Refusal } from './refusal.ts';
import { startRun } from './runs.ts';
import { collected, freshLocation, onBothEngines, onEngine, tenantA } from './testing.ts';

onBothEngines('an up-to-date database is opened as it is', async ({ store, reopen }) => {
  const before = await sql`select * from migration order by name`.execute(store.db);
  const again = await reopen();
  assert.deepEqual((await sql`select * from migration order by name`.execute(again.db)).rows, before.rows);
  assert.ok(before.rows.length > 0);
});

onBothEngines('data of a newer version is refused by name, and not changed', async (ledger) => {
  const { store, reopen } = ledger;
  const mark = sql`insert into migration (name, done_at) values ('998-new', ''), ('999-newer', '')`;
  await mark.execute(store.db);
  await startRun(tenantA, store);
  await assert.rejects(reopen(), (error) => {
    assert.ok(error instanceof Refusal);
    assert.match(error.message, /998-new, 999-newer/);
    return true;
  });
  const names = await sql<{ name: string }>`select name from migration order by name desc`.execute(store.db);
  assert.deepEqual(
    names.rows.slice(0, 2).map(({ name }) => name),
    ['999-newer', '998-new'],
  );
  assert.equal((await runsOf(tenantA, store))[0]?.state, 'running');
});

onBothEngines('a run whose process died is failed as interrupted from the next start on', async (ledger) => {
  const { store, reopen } = ledger;
  const run = await startRun(tenantA, store);
  const dead = spawnSync(process.execPath, ['-e', '0']).pid;
  await store.db.updateTable('run').set({ pid: dead }).where('runId', '=', run.id).execute();
  await store.engine.close();
  const [interrupted] = await runsOf(tenantA, await reopen());
  assert.deepEqual([interrupted?.state, interrupted?.reason], ['failed', 'interrupted']);
  assert.equal(interrupted?.endedAt, store.now().toISOString());
});

onEngine('postgres', 'a run of a process that lives, or of another machine, goes on', async (ledger) => {
  const { store, reopen } = ledger;
  const run = await startRun(tenantA, store);
  assert.equal((await runsOf(tenantA, await reopen()))[0]?.state, 'running');
  const dead = spawnSync(process.execPath, ['-e', '0']).pid;
  const elsewhere = { pid: dead, host: 'another.example' };
  await store.db.updateTable('run').set(elsewhere).where('runId', '=', run.id).execute();
  assert.equal((await runsOf(tenantA, await reopen()))[0]?.state, 'running');
});

onBothEngines('a published run stays published, whoever opens the data', async ({ store, reopen }) => {
  await collected(store, tenantA, { users: [user()] });
  assert.equal((await runsOf(tenantA, await reopen()))[0]?.state, 'published');
});

test('several processes may open an empty PostgreSQL database at once', async () => {
  const { location, remove } = await freshLocation('postgres');
  const opened = await Promise.all([1, 2, 3].map(() => openStore(location, () => new Date(0))));
  for (const store of opened) await store.engine.close();
  await remove();
});
