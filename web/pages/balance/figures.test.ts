import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { DatedSubscription } from '../../../src/api/contract/overview.ts';
import { headline, nextDates, sumOf } from './figures.ts';

const now = new Date('2026-11-24T12:00:00Z');

test('the sentence counts what is short and what is free apart, of paid products only', () => {
  const lines = [
    line('E5', { available: -4, over: 4 }),
    line('E3', { available: 12, over: 0 }),
    line('F1', { available: -9, over: 9 }),
    line('Fabric', { available: 999_946, over: 0, class: 'free' }),
  ];
  const { short, free } = headline(lines, [], now);
  assert.deepEqual(short, [
    { name: 'F1', by: 9 },
    { name: 'E5', by: 4 },
  ]);
  assert.equal(free, 12);
});

test('a date within 30 days counts as a renewal or as an end; one that is past counts as neither', () => {
  const dates = [
    purchase('2026-12-24T12:00:00Z', 'renewal'),
    purchase('2026-12-24T12:00:01Z', 'renewal'),
    purchase('2026-11-25T00:00:00Z', 'expiry'),
    purchase('2026-11-24T11:59:59Z', 'expiry'),
    purchase(null, null),
  ];
  const { renewing, ending } = headline([], dates, now);
  assert.deepEqual({ renewing, ending }, { renewing: 1, ending: 1 });
});

test('the next date of a product is the first that is still ahead', () => {
  const dates = nextDates(
    [
      purchase('2027-02-01T00:00:00Z', 'renewal'),
      purchase('2026-11-01T00:00:00Z', 'expiry'),
      purchase('2026-12-01T00:00:00Z', 'renewal'),
    ],
    now,
  );
  assert.equal(dates.get('sku')?.nextLifecycleAt, '2026-12-01T00:00:00Z');
});

test('a sum leaves out what is unknown, and is unknown when all of it is', () => {
  assert.equal(sumOf([line('A', { enabled: 3 }), line('B', { enabled: null })], 'enabled'), 3);
  assert.equal(sumOf([line('B', { enabled: null })], 'enabled'), null);
});

function purchase(
  nextLifecycleAt: string | null,
  lifecycle: DatedSubscription['lifecycle'],
): DatedSubscription {
  return {
    id: 'purchase',
    status: 'Enabled',
    totalLicenses: 5,
    isTrial: false,
    createdAt: null,
    nextLifecycleAt,
    lifecycle,
    skuId: 'sku',
    productName: 'E5',
  };
}

function line(productName: string, given: Partial<BalanceLine>): BalanceLine {
  return {
    tenantId: 't',
    tenantName: 'Contoso',
    skuId: productName,
    skuPartNumber: null,
    productName,
    class: 'paid',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    enabled: 0,
    warning: 0,
    suspended: 0,
    lockedOut: 0,
    consumed: 0,
    usable: 0,
    available: 0,
    firm: 0,
    graceHeld: 0,
    over: 0,
    ghost: 0,
    trueOver: 0,
    utilization: null,
    counted: 0,
    gap: 0,
    status: 'balanced',
    asOf: null,
    runId: null,
    ...given,
  };
}
