import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { SkuId, UserId } from '../domain/records.ts';
import { id, seat, sku, user } from '../domain/testing.ts';
import { connectedTenants, removeTenant } from './connections.ts';
import type { Store } from './open.ts';
import { startRun } from './runs.ts';
import { stageUsers, writeStaged } from './stage.ts';
import { collected, onBothEngines, tenantA, tenantB } from './testing.ts';

const crowd = Array.from({ length: 30 }, (_, nth) =>
  user({ id: id<UserId>(nth + 1), seats: [seat(id<SkuId>(901))] }),
);

onBothEngines('of a removed tenant nothing stays in any table, and of others everything', async (ledger) => {
  const { store } = ledger;
  for (const tenantId of [tenantA, tenantB]) {
    await collected(store, tenantId, { users: crowd, skus: [sku({ consumed: 30 })] });
    await collected(store, tenantId, { users: crowd.slice(0, 10), skus: [] });
    const run = await startRun(tenantId, store);
    await stageUsers(run, store, [user({ id: id<UserId>(99), seats: [seat(id<SkuId>(901))] })]);
    await writeStaged(run, store);
  }
  const before = await rowsOf(store, tenantB);
  for (const table of ['hold', 'entry', 'seat', 'user', 'run', 'stage_user', 'stage_seat', 'stage_entry']) {
    assert.ok((before.get(table) ?? 0) > 0, `the test puts nothing into ${table}`);
  }
  await removeTenant(tenantA, store);
  assert.deepEqual(
    [...(await rowsOf(store, tenantA)).values()].filter((count) => count > 0),
    [],
  );
  assert.deepEqual(await rowsOf(store, tenantB), before);
  assert.deepEqual(
    (await connectedTenants(store)).map(({ tenant }) => tenant.tenantId),
    [tenantB],
  );
});

/** Rows of a tenant in every table that has a column for it. */
async function rowsOf(store: Store, tenantId: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const table of await store.db.introspection.getTables()) {
    const column = table.columns.find(({ name }) => name === 'tenantId' || name === 'tenant_id');
    if (!column) continue;
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table.name)}
      where tenant_id = ${tenantId}`.execute(store.db);
    counts.set(
      table.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      rows[0]?.count ?? 0,
    );
  }
  return counts;
}
