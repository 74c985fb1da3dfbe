import assert from 'node:assert/strict';
import type { UserId } from '../../domain/records.ts';
import { direct, fromGroup, id, seat, sku, user } from '../../domain/testing.ts';
import { collected, onBothEngines, tenantA } from '../../store/testing.ts';
import { Refusal } from '../contract/refusal.ts';
import { skuGroups, skuPlans } from './groups.ts';
import { licenseGroup, readingContext, skuA, skuB } from './testing.ts';

const groups = [
  licenseGroup(50, { displayName: 'Sales', hasMembersWithErrors: true }),
  licenseGroup(51, { displayName: 'Nobody', processingState: null }),
  licenseGroup(52, { displayName: 'No more', skuIds: [skuB] }),
];
const servicePlans = [
  { id: id(801), name: 'ZETA', provisioningStatus: 'Success', appliesTo: 'User' },
  // Exchange Online (Plan 1), as Microsoft's list names it.
  {
    id: '9aaf7827-d63c-4b61-89c3-182f06f82e5c',
    name: 'EXCHANGE_S_STANDARD',
    provisioningStatus: null,
    appliesTo: null,
  },
];
const skus = [sku({ id: skuA, consumed: 4, servicePlans }), sku({ id: skuB, partNumber: 'PART_B' })];
const users = [[fromGroup(50)], [direct, fromGroup(50)], [fromGroup(50), fromGroup(52)], [direct]].map(
  (sources, nth) => user({ id: id<UserId>(nth + 1), seats: [seat(skuA, { sources })] }),
);
const error = 'CountViolation';
const waiting = user({
  id: id<UserId>(9),
  waiting: [
    { skuId: skuA, source: fromGroup(50), error },
    { skuId: skuA, source: fromGroup(53), error },
    { skuId: skuA, source: fromGroup(51), error: null },
    { skuId: skuB, source: fromGroup(51), error },
  ],
});

onBothEngines(
  'the groups of a SKU: who gives it, who holds and waits through them',
  async ({ store, pass }) => {
    const context = readingContext(store);
    await assert.rejects(skuGroups(context, { tenant: tenantA, sku: skuA }), Refusal);
    await collected(store, tenantA, { users: [...users, waiting], skus, groups });
    const then = store.now().toISOString();
    const expected = [
      [50, 'Sales', 3, 2, 1, true, 'ProcessingComplete'],
      [52, 'No more', 1, 1, 0, false, 'ProcessingComplete'],
      [51, 'Nobody', 0, 0, 0, false, null],
      [53, null, 0, 0, 1, false, null],
    ];
    assert.deepEqual(await short({ sku: 'part_a' }), expected);
    pass(60_000);
    await collected(store, tenantA, {
      users: [...users.slice(1), { ...waiting, waiting: [] }, { ...waiting, id: id<UserId>(10) }],
      skus,
      groups,
    });
    assert.deepEqual((await short({ sku: skuA }))[0], [50, 'Sales', 2, 2, 1, true, 'ProcessingComplete']);
    assert.deepEqual(await short({ sku: skuA, at: then }), expected);

    async function short(request: { sku: string; at?: string }) {
      return (await skuGroups(context, { tenant: tenantA, ...request })).map((group) => [
        Number(group.id.slice(-4)),
        group.name,
        group.holders,
        group.alsoOtherwise,
        group.waiting,
        group.hasMembersWithErrors,
        group.processingState,
      ]);
    }
  },
);

onBothEngines(
  "a service plan has Microsoft's name for people, else the one it came with",
  async ({ store }) => {
    await collected(store, tenantA, { users, skus, groups });
    const plans = await skuPlans(readingContext(store), { tenant: tenantA, sku: skuA });
    assert.deepEqual(
      plans.map(({ name, provisioningStatus }) => [name, provisioningStatus]),
      [
        ['Exchange Online (Plan 1)', null],
        ['ZETA', 'Success'],
      ],
    );
  },
);
