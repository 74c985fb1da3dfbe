import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsAgree, everyone, reconcile, statusOf, type Check, type Evidence } from './reconcile.ts';
import type { Instant, Subscription } from './records.ts';
import { sku } from './testing.ts';

test('R1: purchases that add up to the units by state prove them', () => {
  const bought = [
    purchase('a', 'Enabled', 18),
    purchase('b', 'enabled', 18),
    purchase('c', 'Warning', 3),
    purchase('old', 'Deleted', 99),
  ];
  const listed = sku({ enabled: 36, warning: 3, subscriptionIds: ['A', 'b', 'c', 'old'] });
  const [r1] = reconcile(evidence({ sku: listed, subscriptions: byId(bought) }));
  assert.deepEqual(r1, { id: 'R1', expected: 39, found: 39, result: 'equal', cause: null });
});

test('R1: equal sums in the wrong states prove nothing', () => {
  const listed = sku({ enabled: 10, warning: 5, subscriptionIds: ['a', 'b'] });
  const subscriptions = byId([purchase('a', 'Enabled', 5), purchase('b', 'Warning', 10)]);
  const [r1] = reconcile(evidence({ sku: listed, subscriptions }));
  assert.deepEqual(r1, { id: 'R1', expected: 15, found: 15, result: 'open', cause: null });
});

test('R1: purchases of other SKUs are left out', () => {
  const listed = sku({ enabled: 5, subscriptionIds: ['a'] });
  const subscriptions = byId([purchase('a', 'Enabled', 5), purchase('b', 'Enabled', 50)]);
  assert.equal(result('R1', evidence({ sku: listed, subscriptions })), 'equal');
});

test('R1: a free product comes without a purchase, a paid one does not', () => {
  const listed = sku({ enabled: 10_000 });
  const subscriptions = byId([]);
  const [free] = reconcile(evidence({ class: 'free', sku: listed, subscriptions }));
  assert.equal(free?.result, 'explained');
  assert.match(free?.cause ?? '', /without a purchase/);
  assert.equal(result('R1', evidence({ sku: listed, subscriptions })), 'open');
});

test('R1: unknown without the purchases, without the SKU, and where a number is missing', () => {
  assert.equal(result('R1', evidence({ subscriptions: null })), 'unknown');
  assert.equal(result('R1', evidence({ sku: null })), 'unknown');
  assert.equal(result('R1', evidence({ sku: sku({ suspended: null }) })), 'unknown');
  const subscriptions = byId([purchase('a', 'Enabled', null)]);
  assert.equal(result('R1', evidence({ sku: sku({ subscriptionIds: ['a'] }), subscriptions })), 'unknown');
});

test('R2: as many holders as Microsoft says are consumed', () => {
  const [, r2] = reconcile(evidence({ sku: sku({ consumed: 7 }), counted: 7 }));
  assert.deepEqual(r2, { id: 'R2', expected: 7, found: 7, result: 'equal', cause: null });
});

test('R2: a gap without a known cause is open, in either direction', () => {
  assert.equal(result('R2', evidence({ sku: sku({ consumed: 8 }), counted: 7 })), 'open');
  assert.equal(result('R2', evidence({ sku: sku({ consumed: 6 }), counted: 7 })), 'open');
});

test('R2: devices consume a SKU that is never given to people, and never fewer than its holders', () => {
  const devices = evidence({ class: 'unassigned', sku: sku({ consumed: 8 }), counted: 0 });
  assert.match(cause('R2', devices), /by devices/);
  assert.equal(result('R2', { ...devices, sku: sku({ consumed: 0 }), counted: 1 }), 'open');
});

test('R2: the company itself may consume a capacity', () => {
  assert.match(cause('R2', evidence({ class: 'company', sku: sku({ consumed: 1 }) })), /by the company/);
});

test('R2: reads from different runs explain a gap, with both times', () => {
  const apart = evidence({
    sku: sku({ consumed: 9 }),
    counted: 7,
    readApart: true,
    skusReadAt: '2026-01-01T00:00:00.000Z' as Instant,
  });
  assert.match(cause('R2', apart), /products 2026-01-01T00:00:00.000Z, users never/);
});

test('R2: assignments that are not carried out yet explain a gap as large as they are many', () => {
  const lagging = evidence({ sku: sku({ consumed: 9 }), counted: 7, pending: 2 });
  assert.match(cause('R2', lagging), /2 active assignments/);
  assert.equal(result('R2', { ...lagging, pending: 1 }), 'open');
});

test('R2: holders that were just deleted explain a gap as large as they are many', () => {
  const left = evidence({ sku: sku({ consumed: 9 }), counted: 7, recentlyDeleted: 2 });
  assert.match(cause('R2', left), /2 holders were deleted/);
  assert.equal(result('R2', { ...left, recentlyDeleted: 1 }), 'open');
  assert.equal(result('R2', { ...left, sku: sku({ consumed: 5 }) }), 'open');
});

test('R2: unknown while one of the two counters is missing', () => {
  const [, r2] = reconcile(evidence({ sku: sku({ consumed: null }), counted: 7 }));
  assert.deepEqual(r2, { id: 'R2', expected: null, found: 7, result: 'unknown', cause: null });
  assert.equal(result('R2', evidence({ counted: null })), 'unknown');
  assert.equal(result('R2', evidence({ sku: null, counted: 3 })), 'unknown');
});

test('R3: active assignments without a seat are explained, seats without an assignment are open', () => {
  assert.equal(result('R3', evidence({ counted: 7 })), 'equal');
  const [, , pending] = reconcile(evidence({ counted: 7, pending: 2 }));
  assert.deepEqual([pending?.expected, pending?.found, pending?.result], [7, 9, 'explained']);
  const [, , bare] = reconcile(evidence({ counted: 7, withoutState: 1 }));
  assert.deepEqual([bare?.expected, bare?.found, bare?.result], [7, 6, 'open']);
  assert.equal(result('R3', evidence({ counted: null })), 'unknown');
});

test('R3: a seat too few is not made good by one too many', () => {
  assert.equal(result('R3', evidence({ counted: 7, withoutState: 1, pending: 1 })), 'open');
});

test('R4: the counter of the directory may trail the list by a little', () => {
  assert.equal(everyone({ read: 500, directory: 500 }).result, 'equal');
  assert.equal(everyone({ read: 504, directory: 500 }).result, 'explained');
  assert.equal(everyone({ read: 506, directory: 500 }).result, 'open');
  assert.equal(everyone({ read: 500, directory: null }).result, 'unknown');
  assert.equal(everyone({ read: null, directory: 500 }).result, 'unknown');
});

test('counts agree up to 4 users or 1 percent apart, whichever is more', () => {
  assert.ok(countsAgree(4, 0));
  assert.ok(!countsAgree(5, 0));
  assert.ok(countsAgree(990, 1000));
  assert.ok(!countsAgree(989, 1000));
  assert.ok(countsAgree(1010, 1000));
});

test('a SKU is balanced when every gap has a cause, open by one that has none, else unknown', () => {
  const check = (outcome: Check['result']): Check => ({
    id: 'R1',
    expected: 0,
    found: 0,
    result: outcome,
    cause: null,
  });
  assert.equal(statusOf('paid', [check('equal'), check('explained')]), 'balanced');
  assert.equal(statusOf('paid', [check('unknown'), check('open'), check('equal')]), 'open');
  assert.equal(statusOf('paid', [check('equal'), check('unknown')]), 'unknown');
  assert.equal(statusOf('no-subscription', [check('equal')]), 'open');
});

function evidence(what: Partial<Evidence>): Evidence {
  return {
    class: 'paid',
    sku: sku(),
    subscriptions: byId([]),
    counted: 0,
    withoutState: 0,
    pending: 0,
    recentlyDeleted: 0,
    skusReadAt: null,
    usersReadAt: null,
    readApart: false,
    ...what,
  };
}

function result(id: Check['id'], given: Evidence): Check['result'] | undefined {
  return reconcile(given).find((check) => check.id === id)?.result;
}

/** Why a gap is explained; empty when it is not. */
function cause(id: Check['id'], given: Evidence): string {
  const found = reconcile(given).find((check) => check.id === id);
  return found?.result === 'explained' ? (found.cause ?? '') : '';
}

function purchase(id: string, status: string, totalLicenses: number | null): Subscription {
  return {
    id,
    commerceId: null,
    skuId: null,
    skuPartNumber: null,
    status,
    totalLicenses,
    isTrial: false,
    createdAt: null,
    nextLifecycleAt: null,
    ownerTenantId: null,
  };
}

function byId(list: readonly Subscription[]): ReadonlyMap<string, Subscription> {
  return new Map(list.map((one) => [one.id, one]));
}
