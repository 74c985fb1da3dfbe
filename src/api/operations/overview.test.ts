import assert from 'node:assert/strict';
import type { Instant, UserId } from '../../domain/records.ts';
import { id, seat, sku, user } from '../../domain/testing.ts';
import { collected, onBothEngines, tenantA } from '../../store/testing.ts';
import { Refusal } from '../contract/refusal.ts';
import { entries } from './entries.ts';
import { heldChanges } from './held.ts';
import { overview } from './overview.ts';
import { licenseGroup, readingContext, skuA, skuB, subscription } from './testing.ts';

const day = 24 * 60 * 60 * 1000;
const users = Array.from({ length: 40 }, (_, nth) => user({ id: id<UserId>(nth + 1), seats: [seat(skuA)] }));
const skus = [
  sku({ id: skuA, consumed: 40, subscriptionIds: [id(71)] }),
  sku({ id: skuB, partNumber: 'PART_B', consumed: 3 }),
];
const subscriptions = [
  subscription(70, { status: 'Suspended', nextLifecycleAt: null }),
  subscription(71, { nextLifecycleAt: '2026-09-01T00:00:00.000Z' as Instant }),
  subscription(72, { skuId: null, isTrial: true, nextLifecycleAt: '2026-04-01T00:00:00.000Z' as Instant }),
];

onBothEngines('before the first collection there is nothing but the tenant', async ({ store }) => {
  const { tenant, ...rest } = await overview(readingContext(store), { tenant: tenantA });
  assert.equal(tenant.id, tenantA);
  assert.deepEqual(rest, {
    generation: null,
    firstAt: null,
    resources: [],
    checks: [],
    subscriptions: [],
    held: [],
    ledger: { entries: 0, head: null },
  });
});

onBothEngines('the proofs are counted over the products, and R4 once', async ({ store }) => {
  await collected(store, tenantA, { users, skus, subscriptions, groups: [licenseGroup(50)] });
  const { checks } = await overview(readingContext(store), { tenant: tenantA });
  assert.deepEqual(
    checks.map(({ id: check, equal, explained, open, unknown }) => [check, equal, explained, open, unknown]),
    [
      ['R1', 1, 0, 1, 0],
      ['R2', 1, 0, 1, 0],
      ['R3', 2, 0, 0, 0],
      ['R4', 1, 0, 0, 0],
    ],
  );
});

onBothEngines('purchases come by their next date, with the product they are of', async ({ store }) => {
  await collected(store, tenantA, { users, skus, subscriptions });
  const { subscriptions: shown } = await overview(readingContext(store), { tenant: tenantA });
  assert.deepEqual(
    shown.map(({ id: purchase, productName, lifecycle }) => [
      Number(purchase.slice(-4)),
      productName,
      lifecycle,
    ]),
    [
      [72, null, 'expiry'],
      [71, 'PART_A', 'renewal'],
      [70, 'PART_A', null],
    ],
  );
});

onBothEngines(
  'a past instant shows its generation and where the ledger ended then',
  async ({ store, pass }) => {
    const context = readingContext(store);
    await collected(store, tenantA, { users, skus });
    const firstAt = store.now().toISOString();
    const first = await overview(context, { tenant: tenantA });
    pass(day);
    await collected(store, tenantA, { users: users.slice(1), skus });
    const now = await overview(context, { tenant: tenantA });
    assert.deepEqual([now.generation?.number, now.firstAt, now.ledger.entries], [2, firstAt, 4]);
    const [last] = (await Array.fromAsync(entries(context, {}))).slice(-1);
    assert.equal(now.ledger.entries, last?.sequence);
    const then = await overview(context, { tenant: tenantA, at: firstAt });
    assert.deepEqual([then.generation?.number, then.ledger], [1, first.ledger]);
    assert.notEqual(then.ledger.head, now.ledger.head);
    await assert.rejects(overview(context, { tenant: tenantA, at: '2020-01-01' }), Refusal);
  },
);

onBothEngines('what is held says what it was, what it would be, and why', async ({ store, pass }) => {
  const context = readingContext(store);
  await collected(store, tenantA, { users, skus });
  const before = store.now().toISOString();
  pass(day);
  assert.equal((await collected(store, tenantA, { users: users.slice(20), skus })).type, 'held');
  pass(day);
  await collected(store, tenantA, { users, skus: skus.slice(1) });
  const { held } = await overview(context, { tenant: tenantA });
  assert.deepEqual(
    held.map(({ subject, productName, before: was, after: is, reason }) => [
      subject,
      productName,
      was,
      is,
      reason,
    ]),
    [[skuA, 'PART_A', 40, null, `${skuA} is listed no more, and 40 seats of it were in use`]],
  );
  pass(day);
  await collected(store, tenantA, { users: users.slice(20), skus });
  const [, users20] = await heldChanges(context);
  assert.deepEqual(
    [users20?.subject, users20?.productName, users20?.before, users20?.after, users20?.heldAt],
    ['users', null, 40, 20, store.now().toISOString()],
  );
  assert.match(users20?.reason ?? '', /^20 of 40 users would be gone; /);
  assert.deepEqual((await overview(context, { tenant: tenantA, at: before })).held, []);
});
