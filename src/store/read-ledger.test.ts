import assert from 'node:assert/strict';
import type { SkuId, UserId } from '../domain/records.ts';
import { id, seat, sku, user } from '../domain/testing.ts';
import type { Store } from './open.ts';
import { entries, entryCounts, type EntryFilter } from './read-ledger.ts';
import { collected, onBothEngines, tenantA, tenantB } from './testing.ts';

const [skuA, skuB] = [id<SkuId>(901), id<SkuId>(902)];
const ana = user({ id: id<UserId>(1), seats: [seat(skuA)] });
const ben = user({ id: id<UserId>(2), seats: [seat(skuB)] });
const skus = [sku({ id: skuA, consumed: 1 }), sku({ id: skuB, consumed: 1 })];
const day = 24 * 60 * 60 * 1000;

onBothEngines('entries are found by SKU, by user and by time, each of them inclusive', async (ledger) => {
  const { store, pass } = ledger;
  await collected(store, tenantA, { users: [ana], skus });
  const first = store.now().toISOString();
  pass(day);
  await collected(store, tenantA, { users: [ana, ben], skus });
  const second = store.now().toISOString();
  pass(day);
  await collected(store, tenantA, { users: [{ ...ana, department: 'Sales' }, ben], skus });

  assert.deepEqual(await kindsOf(store, { skuIds: [skuB] }), ['opened', 'seat-assigned']);
  assert.deepEqual(await kindsOf(store, { userIds: [ana.id] }), ['user-changed']);
  assert.deepEqual(await kindsOf(store, { to: first }), ['opened', 'opened']);
  assert.deepEqual(await kindsOf(store, { from: second, to: second }), ['user-added', 'seat-assigned']);
  assert.deepEqual(await kindsOf(store, { from: second, userIds: [ben.id], skuIds: [skuB] }), [
    'seat-assigned',
  ]);
  assert.deepEqual(await Array.fromAsync(entries(tenantB, store)), []);
});

onBothEngines('entries come in pages without a gap', async ({ store }) => {
  const many = Array.from({ length: 1500 }, (_, nth) => user({ id: id<UserId>(nth + 1) }));
  await collected(store, tenantA, { users: many, skus });
  const moved = many.map((one) => ({ ...one, department: 'Moved' }));
  await collected(store, tenantA, { users: moved, skus });
  const pages = await Array.fromAsync(entries(tenantA, store));
  assert.deepEqual(
    pages.flat().map(({ sequence }) => sequence),
    Array.from({ length: 1502 }, (_, nth) => nth + 1),
  );
  assert.deepEqual(
    (await entryCounts(tenantA, store, 2)).map(({ kind, count }) => [kind, count]),
    [['user-changed', 1500]],
  );
});

async function kindsOf(store: Store, filter: EntryFilter): Promise<readonly string[]> {
  const pages = await Array.fromAsync(entries(tenantA, store, filter));
  return pages.flat().map(({ kind }) => kind);
}
