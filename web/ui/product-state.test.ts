import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BalanceLine } from '../../src/api/contract/balance.ts';
import { needsAttention, productState } from './product-state.ts';

test('a product with more seats than units is over, and someone should look at it', () => {
  const line = lineOf({ enabled: 5, consumed: 6 });
  assert.equal(productState(line), 'over');
  assert.ok(needsAttention(productState(line)));
});

test('seats on suspended units are dead, which is not the same as over', () => {
  assert.equal(
    productState(lineOf({ enabled: 0, suspended: 50, consumed: 50, ghost: 50, trueOver: 0 })),
    'deadSeats',
  );
});

test('a whole product in grace is in grace and raises no alarm of being over', () => {
  assert.equal(
    productState(lineOf({ enabled: 0, warning: 1100, consumed: 1100, graceHeld: 1100 })),
    'inGrace',
  );
});

test('what is left decides between tight, ok and spare', () => {
  assert.equal(productState(lineOf({ enabled: 100, consumed: 95 })), 'tight');
  assert.equal(productState(lineOf({ enabled: 100, consumed: 94 })), 'ok');
  assert.equal(productState(lineOf({ enabled: 100, consumed: 80 })), 'ok');
  assert.equal(productState(lineOf({ enabled: 100, consumed: 79 })), 'spare');
});

test('a free product is free however few of it are used, and an unknown figure is no state', () => {
  assert.equal(productState({ ...lineOf({ enabled: 1_000_000, consumed: 5 }), class: 'free' }), 'free');
  assert.equal(productState({ ...lineOf({ enabled: 10, consumed: 5 }), consumed: null }), 'unknown');
  assert.equal(productState({ ...lineOf({}), class: 'no-subscription' }), 'noSubscription');
});

test('nothing bought and nothing assigned is unused', () => {
  assert.equal(productState(lineOf({})), 'unused');
  assert.equal(productState(lineOf({ suspended: 5 })), 'suspended');
});

function lineOf(given: Partial<BalanceLine>): BalanceLine {
  const figures = { enabled: 0, warning: 0, suspended: 0, lockedOut: 0, consumed: 0, ...given };
  const usable = (figures.enabled ?? 0) + (figures.warning ?? 0);
  const available = usable - (figures.consumed ?? 0);
  return {
    tenantId: 't',
    tenantName: 'Contoso',
    skuId: 's',
    skuPartNumber: 'SPE_E5',
    productName: 'Microsoft 365 E5',
    class: 'paid',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    usable,
    available,
    firm: available,
    graceHeld: 0,
    over: Math.max(0, -available),
    ghost: 0,
    trueOver: Math.max(0, -available),
    utilization: null,
    counted: figures.consumed,
    gap: 0,
    status: 'balanced',
    asOf: null,
    runId: null,
    ...figures,
  };
}
