import assert from 'node:assert/strict';
import type { Caller } from '../../domain/access.ts';
import type { Instant, Sku, TenantId, UserId } from '../../domain/records.ts';
import { id, seat, sku, user } from '../../domain/testing.ts';
import { keepConnection, noteRefusal } from '../../store/connections.ts';
import type { Store } from '../../store/open.ts';
import { collected, onBothEngines, tenantA, tenantB } from '../../store/testing.ts';
import { estate, productSums } from './estate.ts';
import { readingContext, skuA, skuB, skuC, subscription } from './testing.ts';

const week = 7 * 24 * 60 * 60 * 1000;
const ana = user({ id: id<UserId>(1), seats: [seat(skuA)] });

onBothEngines('a tenant has the sums of its paid products, and what it needs', async ({ store, pass }) => {
  const context = readingContext(store);
  await collected(store, tenantA, { users: [ana], skus: [sku({ id: skuA, consumed: 7 })] });
  pass(2 * week);
  const skus = [
    sku({ id: skuA, enabled: 5, warning: 2, consumed: 9 }),
    sku({ id: skuB, partNumber: 'PART_B', enabled: 30, consumed: 1 }),
    // On trial, and so in no sum.
    sku({ id: skuC, partNumber: 'PART_C', enabled: 1000, consumed: 900 }),
  ];
  const at = (text: string) => text as Instant;
  const subscriptions = [
    subscription(70, { nextLifecycleAt: at('2026-06-01T00:00:00.000Z') }),
    subscription(71, { nextLifecycleAt: at('2026-05-01T00:00:00.000Z'), status: 'Warning' }),
    subscription(72, { nextLifecycleAt: at('2026-03-01T00:00:00.000Z') }),
    subscription(73, { nextLifecycleAt: at('2026-04-01T00:00:00.000Z'), isTrial: true, skuId: skuC }),
  ];
  await collected(store, tenantA, { users: [ana], skus, subscriptions });
  const line = (await estate(context)).find(({ tenant }) => tenant.id === tenantA);
  assert.ok(line);
  const { tenant, trend, resources, ...rest } = line;
  assert.equal(tenant.asOf, store.now().toISOString());
  assert.equal(resources.find(({ resource }) => resource === 'users')?.state, 'read');
  assert.deepEqual(rest, {
    products: 2,
    purchased: 35,
    usable: 37,
    assigned: 10,
    available: 27,
    over: 2,
    overAssigned: 1,
    inGrace: 1,
    nextRenewal: '2026-06-01T00:00:00.000Z',
    held: 0,
  });
  assert.deepEqual(trend, [...Array.from({ length: 9 }, () => null), 7, 7, 10]);
});

onBothEngines(
  'an unknown figure makes its sum unknown, and a tenant never collected has none',
  async ({ store }) => {
    await collected(store, tenantA, {
      users: [],
      skus: [sku({ id: skuA, consumed: null }), sku({ id: skuB, consumed: 2 })],
    });
    const lines = await estate(readingContext(store));
    const of = (tenantId: TenantId) => lines.find(({ tenant }) => tenant.id === tenantId);
    assert.deepEqual(
      [of(tenantA)?.purchased, of(tenantA)?.assigned, of(tenantA)?.available],
      [20, null, null],
    );
    const { products, purchased, over, trend, resources } = of(tenantB) ?? {};
    assert.deepEqual([products, purchased, over, resources], [0, null, null, []]);
    assert.deepEqual(
      trend,
      Array.from({ length: 12 }, () => null),
    );
  },
);

onBothEngines('the worst comes first, and only what the caller sees', async ({ store, pass }) => {
  const tenant = async (number: number, name: string, line: Partial<Sku> | null) => {
    await connect(store, id<TenantId>(number), name);
    if (line) await collected(store, id<TenantId>(number), { users: [], skus: [sku(line)] });
  };
  await tenant(2001, 'Stale', {});
  pass(2 * week);
  await tenant(2002, 'Zebra', {});
  await tenant(2003, 'Apple', {});
  await tenant(2004, 'Grace', { warning: 3 });
  await tenant(2005, 'Refused', {});
  await tenant(2006, 'Short', { enabled: 1, consumed: 2 });
  await tenant(2007, 'Held', { id: skuA, consumed: 1 });
  await tenant(2008, 'Never', null);
  await noteRefusal(id<TenantId>(2005), store, 'consent is missing');
  await collected(store, id<TenantId>(2007), { users: [], skus: [sku({ id: skuB, consumed: 0 })] });
  const names = async (caller?: Caller) =>
    (await estate(readingContext(store, caller)))
      .map(({ tenant: one }) => one.name)
      .filter((name) => !name.startsWith('Tenant') && !name.startsWith('0000'));
  assert.deepEqual(await names(), ['Short', 'Held', 'Refused', 'Grace', 'Never', 'Stale', 'Apple', 'Zebra']);
  const tenants = [id<TenantId>(2003), id<TenantId>(2006)];
  const viewer: Caller = { kind: 'token', name: 'few', role: 'viewer', tenants };
  assert.deepEqual(await names(viewer), ['Short', 'Apple']);
});

onBothEngines(
  'a product is summed over the tenants that pay for it and that the caller sees',
  async ({ store }) => {
    await collected(store, tenantA, {
      users: [],
      skus: [sku({ id: skuA, consumed: 4 }), sku({ id: skuB, partNumber: 'PART_B', consumed: 1 })],
    });
    await collected(store, tenantB, {
      users: [],
      skus: [sku({ id: skuA, enabled: 5, warning: 1, consumed: 9 })],
    });
    const sums = async (caller?: Caller) =>
      (await productSums(readingContext(store, caller))).map((sum) => [
        sum.productName,
        sum.tenants,
        sum.enabled,
        sum.usable,
        sum.consumed,
        sum.available,
      ]);
    assert.deepEqual(await sums(), [
      ['PART_A', 2, 15, 16, 13, 3],
      ['PART_B', 1, 10, 10, 1, 9],
    ]);
    assert.deepEqual(await sums({ kind: 'token', name: 'b', role: 'viewer', tenants: [tenantB] }), [
      ['PART_A', 1, 5, 6, 9, -3],
    ]);
  },
);

async function connect(store: Store, tenantId: TenantId, name: string): Promise<void> {
  await keepConnection(tenantId, store, {
    tenantId,
    name,
    displayName: null,
    domain: null,
    countryCode: null,
    tenantType: null,
    clientId: id(1100),
    cloud: 'global',
    authorityHost: 'https://login.example',
    graphHost: 'https://graph.example',
    credentialKind: 'secret',
    credentialEndsAt: null,
    dataKey: 'key',
    sealed: 'sealed',
  });
}
