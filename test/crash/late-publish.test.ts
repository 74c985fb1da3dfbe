import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { openApp } from '../../src/app.ts';
import { users } from '../../src/collect/resources/users.ts';
import type { TenantId } from '../../src/domain/records.ts';
import { openStore } from '../../src/store/open.ts';
import { endRun, restartUsers, startRun } from '../../src/store/runs.ts';
import { stageUsers, writeStaged } from '../../src/store/stage.ts';
import { createWorld, type World } from '../scenarios/world.ts';
import { handedOut, shown } from './picture.ts';

test('F-KL-01: a publish that PostgreSQL completes after its process was killed stays published', async () => {
  await using world = await createWorld({ engine: 'postgres' });
  await world.collect();
  await using server = await connected(world);
  const { pid } = spawnSync(process.execPath, ['--eval', '']);
  await server.query(`update run set state = 'running', pid = ${pid}`);
  await server.query(`begin; update run set state = 'published'`);
  const reopened = world.reopen();
  await waiting(world, 1);
  await server.query('commit');
  await reopened;
  assert.equal((await world.operations.runs({}))[0]?.state, 'published');
});

test('F-2D-03: a run that publishes is not overtaken in the middle of it', async () => {
  await using world = await createWorld({ engine: 'postgres' });
  await world.collect();
  world.tenant.passDay();
  await using server = await connected(world);
  await server.query('begin; lock table sku in access exclusive mode');
  const first = world.collect();
  await waiting(world, 1);
  const other = await openApp({ env: world.env, verbose: false });
  const second = other.operations.collect({}, () => undefined);
  await waiting(world, 2);
  await server.query('commit');
  const answers = [await first, ...(await second)];
  await other.close();
  assert.deepEqual(
    answers.map(({ outcome, reason }) => [outcome, reason]),
    [
      ['published', null],
      ['published', null],
    ],
  );
  const { rows } = await server.query('select generation from run where state = $1 order by 1', [
    'published',
  ]);
  assert.deepEqual(
    rows.map(({ generation }) => Number(generation)),
    rows.map((_, nth) => nth + 1),
  );
  assert.deepEqual(await shown(world.operations), handedOut(world.tenant));
  assert.equal((await world.operations.verify({}))[0]?.difference, null);
});

test('F-2D-03: a run that was overtaken leaves alone what the newer one has staged', async () => {
  await using world = await createWorld({ engine: 'postgres' });
  await using server = await connected(world);
  const store = await openStore({ url: world.env['SEATLEDGER_DATABASE_URL'] ?? '' }, world.now);
  // A tenant of the simulator is one of ours once it is connected.
  const tenantId = world.tenant.id as TenantId;
  const older = await startRun(tenantId, store);
  const newer = await startRun(tenantId, store);
  const user = users.parse(world.tenant.user(0) ?? {});
  assert.ok(user);
  await stageUsers(newer, store, [user]);
  await writeStaged(newer, store);
  await assert.rejects(restartUsers(older, store), { name: 'Superseded' });
  await endRun(older, store, { state: 'failed', reason: 'overtaken', requests: 0, throttled: 0 });
  assert.equal((await server.query('select 1 from stage_user')).rowCount, 1);
  await store.engine.close();
});

async function connected({ env }: World) {
  const client = new Client({ connectionString: env['SEATLEDGER_DATABASE_URL'] });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

/** Resolves when so many connections of the database wait for a lock that another one holds. */
async function waiting(world: World, count: number): Promise<void> {
  // A connection of its own, because within a transaction this view stands still.
  await using server = await connected(world);
  for (;;) {
    const { rows } = await server.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length >= count) return;
    await setTimeout(10);
  }
}
