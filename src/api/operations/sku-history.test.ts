import assert from 'node:assert/strict';
import type { UserId } from '../../domain/records.ts';
import { id, seat, sku, user } from '../../domain/testing.ts';
import type { Store } from '../../store/open.ts';
import { collected, onBothEngines, tenantA } from '../../store/testing.ts';
import { Refusal } from '../contract/refusal.ts';
import { skuHistory } from './sku-history.ts';
import { readingContext, skuA } from './testing.ts';

const day = 24 * 60 * 60 * 1000;
const [ana, ben] = [1, 2].map((number) => user({ id: id<UserId>(number), seats: [seat(skuA)] }));

onBothEngines('a point for each change of a figure, the first as it held at the start', async (ledger) => {
  const { store, pass } = ledger;
  await have(store, 10, 1, [ana]);
  pass(day);
  await have(store, 10, 1, [ana]);
  pass(day);
  await have(store, 12, 2, [ana, ben]);
  pass(day);
  // A check that opens changes the line, and none of the figures.
  await collected(store, tenantA, {
    users: [ana, ben].flatMap((one) => one ?? []),
    skus: [{ ...line(12, 2), capabilityStatus: 'Warning' }],
  });
  pass(day);
  const context = readingContext(store);
  const whole = await skuHistory(context, { tenant: tenantA, sku: 'part_a' });
  assert.deepEqual(
    [whole.skuId, whole.from, whole.to],
    [skuA, '2025-02-05T08:00:00.000Z', '2026-03-05T08:00:00.000Z'],
  );
  assert.deepEqual(whole.points, [
    { at: '2026-03-01T08:00:00.000Z', enabled: 10, usable: 11, consumed: 1, counted: 1 },
    { at: '2026-03-03T08:00:00.000Z', enabled: 12, usable: 13, consumed: 2, counted: 2 },
  ]);
  const within = await skuHistory(context, {
    tenant: tenantA,
    sku: skuA,
    from: '2026-03-02',
    to: '2026-03-02',
  });
  assert.deepEqual(within.points, [
    { at: '2026-03-02T00:00:00.000Z', enabled: 10, usable: 11, consumed: 1, counted: 1 },
  ]);
  const before = await skuHistory(context, {
    tenant: tenantA,
    sku: skuA,
    from: '2026-01-01',
    to: '2026-02-01',
  });
  assert.deepEqual(before.points, []);
  await assert.rejects(skuHistory(context, { tenant: tenantA, sku: 'NONE' }), Refusal);
});

onBothEngines('while a SKU was not there, its figures are unknown', async ({ store, pass }) => {
  await have(store, 10, 0, []);
  pass(day);
  await collected(store, tenantA, { users: [], skus: [sku({ id: id(905), partNumber: 'OTHER' })] });
  pass(day);
  await have(store, 7, 0, []);
  const { points } = await skuHistory(readingContext(store), { tenant: tenantA, sku: skuA });
  assert.deepEqual(
    points.map(({ at, enabled, usable }) => [at.slice(0, 10), enabled, usable]),
    [
      ['2026-03-01', 10, 11],
      ['2026-03-02', null, null],
      ['2026-03-03', 7, 8],
    ],
  );
});

function line(enabled: number, consumed: number) {
  return sku({ id: skuA, enabled, warning: 1, consumed });
}

async function have(
  store: Store,
  enabled: number,
  consumed: number,
  users: readonly (ReturnType<typeof user> | undefined)[],
): Promise<void> {
  await collected(store, tenantA, {
    users: users.flatMap((one) => one ?? []),
    skus: [line(enabled, consumed), sku({ id: id(905), partNumber: 'OTHER' })],
  });
}
