import assert from 'node:assert/strict';
import type { UserId } from '../../domain/records.ts';
import { direct, fromGroup, id, seat, sku, user } from '../../domain/testing.ts';
import { collected, onBothEngines, tenantA } from '../../store/testing.ts';
import { Refusal } from '../contract/refusal.ts';
import { ledgerDays } from './days.ts';
import { licenseGroup, readingContext, skuA, skuB } from './testing.ts';

const hour = 60 * 60 * 1000;
const groups = [50, 51, 52, 53, 54, 55].map((number) => licenseGroup(number));
const people = Array.from({ length: 30 }, (_, nth) => user({ id: id<UserId>(nth + 1) }));
const skus = (enabled: number | null) => [
  sku({ id: skuA, enabled, consumed: 0 }),
  sku({ id: skuB, partNumber: 'PART_B', consumed: 0 }),
];

onBothEngines('a day sums up what changed on it, seat by seat and through whom', async ({ store, pass }) => {
  const context = readingContext(store);
  assert.deepEqual(await ledgerDays(context, { tenant: tenantA }), []);
  await collected(store, tenantA, { users: people, skus: skus(10), groups });
  pass(hour);
  // Two runs of one day: nine by groups, two directly (one of them by a group too), one in a way not named.
  const ways = [50, 50, 50, 51, 51, 52, 53, 54, 55].map((number) => [fromGroup(number)]);
  const sources = [...ways, [direct], [direct, fromGroup(50)], []];
  const given = people.map((one, nth) =>
    sources[nth] ? { ...one, seats: [seat(skuA, { sources: sources[nth] })] } : one,
  );
  await collected(store, tenantA, { users: given, skus: skus(12), groups });
  pass(hour);
  const left = [...given.slice(0, 28), { ...people[0], id: id<UserId>(99) } as (typeof people)[number]];
  const taken = left.map((one, nth) => (nth === 0 ? { ...one, seats: [] } : one));
  await collected(store, tenantA, { users: taken, skus: skus(17), groups });
  pass(24 * hour);
  await collected(store, tenantA, {
    users: taken.map((one, nth) => (nth === 0 ? { ...one, department: 'IT', seats: [seat(skuB)] } : one)),
    skus: skus(null),
    groups,
  });
  const [second, first, ...others] = await ledgerDays(context, { tenant: tenantA });
  assert.deepEqual(others, []);
  assert.deepEqual(first, {
    day: '2026-03-01',
    entries: 20,
    firstSequence: 1,
    lastSequence: 20,
    usersAdded: 1,
    usersRemoved: 2,
    usersChanged: 0,
    opening: true,
    skus: [
      {
        skuId: skuA,
        productName: 'PART_A',
        assigned: 12,
        removed: 1,
        byGroup: [50, 51, 52, 53, 54].map((number, nth) => ({
          groupId: id(number),
          groupName: `Group ${number}`,
          assigned: [3, 2, 1, 1, 1][nth],
        })),
        direct: 2,
        bought: 7,
      },
    ],
  });
  assert.deepEqual(
    [second?.day, second?.entries, second?.firstSequence, second?.usersChanged, second?.opening],
    ['2026-03-02', 3, 21, 1, false],
  );
  assert.deepEqual(
    second?.skus.map(({ productName, assigned, direct: ofThem, bought }) => [
      productName,
      assigned,
      ofThem,
      bought,
    ]),
    [['PART_B', 1, 1, null]],
  );
});

onBothEngines('days are those asked for, both inclusive, and not too many', async ({ store, pass }) => {
  const context = readingContext(store);
  for (let nth = 0; nth < 4; nth += 1) {
    await collected(store, tenantA, { users: people, skus: skus(nth), groups });
    pass(20 * 24 * hour);
  }
  const days = async (range: { from?: string; to?: string }) =>
    (await ledgerDays(context, { tenant: tenantA, ...range })).map(({ day }) => day);
  // The last 31 days of the ledger, which ends on 30 April.
  assert.deepEqual(await days({}), ['2026-04-30', '2026-04-10']);
  assert.deepEqual(await days({ from: '2026-03-01' }), [
    '2026-04-30',
    '2026-04-10',
    '2026-03-21',
    '2026-03-01',
  ]);
  assert.deepEqual(await days({ from: '2026-03-21', to: '2026-04-10' }), ['2026-04-10', '2026-03-21']);
  assert.deepEqual(await days({ to: '2026-03-22' }), ['2026-03-21', '2026-03-01']);
  assert.deepEqual(await days({ from: '2026-03-22', to: '2026-04-09' }), []);
  await assert.rejects(days({ from: '2020-01-01' }), Refusal);
});
