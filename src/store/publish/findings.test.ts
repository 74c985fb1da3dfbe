import assert from 'node:assert/strict';
import type { SkuId, Subscription, User, UserId, Waiting } from '../../domain/records.ts';
import { direct, fromGroup, id, seat, sku, user } from '../../domain/testing.ts';
import type { Store } from '../open.ts';
import { collected, onBothEngines, tenantA } from '../testing.ts';

const [skuA, skuB] = [id<SkuId>(901), id<SkuId>(902)];
const skus = [sku({ id: skuA, consumed: 2 }), sku({ id: skuB, consumed: 0 })];
const guest = user({ id: id<UserId>(1), type: 'guest', seats: [seat(skuA)] });
const leaver = user({ id: id<UserId>(2), enabled: false, seats: [seat(skuA)] });
const plain = user({ id: id<UserId>(3) });

onBothEngines('the opening publishes what the rules find about everyone', async ({ store }) => {
  await collected(store, tenantA, { users: [guest, leaver, plain], skus });
  assert.deepEqual(await standing(store), [
    '1 guest-with-paid-seat since 1: A guest holds the seat directly.',
    '2 disabled-but-licensed since 1: Sign-in is blocked; the seat is held directly.',
  ]);
});

onBothEngines('a run that changes nothing writes nothing', async ({ store }) => {
  for (let nth = 0; nth < 3; nth += 1)
    await collected(store, tenantA, { users: [guest, leaver, plain], skus });
  assert.deepEqual(await versions(store), ['1 1-', '2 1-']);
});

onBothEngines('a run looks at whom it changed: what is new opens, what is over closes', async ({ store }) => {
  await collected(store, tenantA, { users: [guest, leaver, plain], skus });
  const back = { ...leaver, enabled: true };
  const blocked = { ...plain, enabled: false, seats: [seat(skuB)] };
  await collected(store, tenantA, { users: [guest, back, blocked], skus });
  assert.deepEqual(await standing(store), [
    '1 guest-with-paid-seat since 1: A guest holds the seat directly.',
    '3 disabled-but-licensed since 2: Sign-in is blocked; the seat is held directly.',
  ]);
  assert.deepEqual(await versions(store), ['1 1-', '2 1-2', '3 2-']);
});

onBothEngines('a finding whose evidence changes stands since it was first seen', async ({ store }) => {
  await collected(store, tenantA, { users: [guest, leaver], skus });
  const both = { ...guest, seats: [seat(skuA, { sources: [fromGroup(50)] })] };
  await collected(store, tenantA, { users: [both, leaver], skus });
  assert.deepEqual(
    (await standing(store))[0],
    '1 guest-with-paid-seat since 1: A guest holds the seat through a group.',
  );
  assert.deepEqual(await versions(store), ['1 1-2', '1 2-', '2 1-']);
});

onBothEngines('who is gone has no finding, and who comes back has it anew', async ({ store }) => {
  await collected(store, tenantA, { users: [guest, leaver], skus });
  await collected(store, tenantA, { users: [leaver], skus });
  assert.deepEqual(await versions(store), ['1 1-2', '2 1-']);
  await collected(store, tenantA, { users: [guest, leaver], skus });
  assert.match((await standing(store))[0] ?? '', /^1 guest-with-paid-seat since 3/);
});

onBothEngines('a SKU of another class is looked at in all who hold it, changed or not', async ({ store }) => {
  const users = [guest, { ...guest, id: id<UserId>(4), seats: [seat(skuA), seat(skuB)] }, leaver];
  await collected(store, tenantA, { users, skus });
  assert.equal((await standing(store)).length, 4);
  const trial = {
    id: id(1),
    skuId: skuA,
    isTrial: true,
    status: 'Enabled',
    totalLicenses: 10,
  } as Subscription;
  const bought = {
    commerceId: null,
    skuPartNumber: null,
    createdAt: null,
    nextLifecycleAt: null,
    ownerTenantId: null,
  };
  await collected(store, tenantA, { users, skus, subscriptions: [{ ...trial, ...bought }] });
  assert.deepEqual(await standing(store), [
    '2 disabled-but-licensed since 1: Sign-in is blocked; the seat is held directly.',
    '4 guest-with-paid-seat since 1: A guest holds the seat directly.',
  ]);
});

onBothEngines('what a rule says of one SKU in several sentences is one finding', async ({ store }) => {
  const waiting: readonly Waiting[] = [
    { skuId: skuB, source: direct, error: 'CountViolation' },
    { skuId: skuB, source: fromGroup(50), error: 'CountViolation' },
    { skuId: skuB, source: fromGroup(51), error: 'CountViolation' },
  ];
  await collected(store, tenantA, { users: [{ ...plain, waiting }], skus });
  assert.deepEqual(await standing(store), [
    '3 assignment-error since 1: Not given, although assigned directly: no license was left (CountViolation). ' +
      'Not given, although assigned through a group: no license was left (CountViolation).',
  ]);
});

onBothEngines('an error with control characters in it is kept from breaking a run', async ({ store }) => {
  const odd: User = {
    ...plain,
    seats: [seat(skuA, { error: 'a\u001eb\u001fc', state: 'active-with-error' })],
  };
  await collected(store, tenantA, { users: [odd], skus });
  assert.match((await standing(store))[0] ?? '', /held with an error: Microsoft says ab\u001fc\./);
});

onBothEngines('more people than one batch are each looked at', async ({ store }) => {
  const users = Array.from({ length: 2100 }, (_, nth) => ({ ...guest, id: id<UserId>(nth + 1) }));
  await collected(store, tenantA, { users, skus });
  assert.equal((await standing(store)).length, 2100);
});

async function standing(store: Store): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('finding')
    .selectAll()
    .where('closedIn', 'is', null)
    .orderBy('userId')
    .orderBy('rule')
    .execute();
  return rows.map(
    (row) => `${Number(row.userId.slice(-6))} ${row.rule} since ${row.sinceIn}: ${row.evidence}`,
  );
}

/** Whose they are, and from which generation to which they hold. */
async function versions(store: Store): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('finding')
    .selectAll()
    .orderBy('userId')
    .orderBy('openedIn')
    .execute();
  return rows.map((row) => `${Number(row.userId.slice(-6))} ${row.openedIn}-${row.closedIn ?? ''}`);
}
