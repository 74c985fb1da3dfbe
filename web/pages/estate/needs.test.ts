import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import { needsOf } from './needs.ts';

const now = new Date('2026-11-24T12:00:00.000Z');

test('a tenant of which all is well needs nobody', () => {
  assert.deepEqual(needsOf(line({}), now), []);
});

test('a tenant says each reason once, in the order of the counters', () => {
  const all = line({ overAssigned: 2, inGrace: 1, nextRenewal: '2026-12-01T00:00:00.000Z', held: 1 });
  assert.deepEqual(needsOf(all, now), ['over', 'grace', 'renewal', 'refused']);
});

test('a renewal needs someone from thirty days before it on', () => {
  assert.deepEqual(needsOf(line({ nextRenewal: '2026-12-24T12:00:00.000Z' }), now), ['renewal']);
  assert.deepEqual(needsOf(line({ nextRenewal: '2026-12-24T12:00:00.001Z' }), now), []);
});

test('a resource that was kept from an earlier run counts as refused, one that was never read does not', () => {
  const aged = (state: 'kept' | 'never') =>
    line({ resources: [{ resource: 'groups', readAt: null, state, reason: 'refused' }] });
  assert.deepEqual(needsOf(aged('kept'), now), ['refused']);
  assert.deepEqual(needsOf(aged('never'), now), []);
});

test('a credential needs someone before it ends and after', () => {
  const ending = (endsAt: string | null) => line({}, { kind: 'secret', endsAt });
  assert.deepEqual(needsOf(ending('2026-12-10T00:00:00.000Z'), now), ['credential']);
  assert.deepEqual(needsOf(ending('2026-01-01T00:00:00.000Z'), now), ['credential']);
  assert.deepEqual(needsOf(ending(null), now), []);
});

function line(
  some: Partial<EstateLine>,
  credential: EstateLine['tenant']['credential'] = { kind: 'secret', endsAt: '2028-01-01T00:00:00.000Z' },
): EstateLine {
  return {
    tenant: {
      id: 't',
      name: 'Contoso',
      domain: 'contoso.example',
      clientId: 'c',
      cloud: 'global',
      credential,
      state: 'active',
      lastRun: now.toISOString(),
      asOf: now.toISOString(),
      users: 10,
    },
    products: 1,
    purchased: 10,
    usable: 10,
    assigned: 5,
    available: 5,
    over: 0,
    overAssigned: 0,
    inGrace: 0,
    nextRenewal: null,
    held: 0,
    trend: [],
    resources: [],
    ...some,
  };
}
