import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Entry } from '../../../src/api/contract/ledger.ts';
import { ledger } from '../../words/en/ledger.ts';
import { createFormat } from '../../words/format.ts';
import { entryChanges } from './entry-changes.ts';

const names = {
  product: (id: string) => (id === 'e5' ? 'Microsoft 365 E5' : undefined),
  group: (id: string) => (id === 'g1' ? 'Sales' : undefined),
};

test('a seat says how it came, what is wrong with it and what is switched off', () => {
  const seat = {
    sources: [{ kind: 'direct' }, { kind: 'group', groupId: 'g1' }],
    error: null,
    disabledPlans: [],
  };
  assert.deepEqual(changes('seat-assigned', null, seat), ['directly and by Sales']);
  assert.deepEqual(
    changes(
      'seat-changed',
      { sources: seat.sources, error: null, disabledPlans: ['a'] },
      {
        sources: [{ kind: 'group', groupId: 'g2' }],
        error: 'CountViolation',
        disabledPlans: ['b', 'c'],
      },
    ),
    [
      'now by a group with ID g2; before directly and by Sales',
      'error: No license was left to give.',
      '2 service plans switched off',
      '1 service plan switched on',
    ],
  );
});

test('a person says the sign-in, what it waits for in error, and each field by its name', () => {
  const waiting = { skuId: 'e5', source: { kind: 'direct' }, error: 'CountViolation' };
  assert.deepEqual(
    changes(
      'user-changed',
      { enabled: true, waiting: [], department: 'Sales', displayName: 'Ana' },
      { enabled: false, waiting: [waiting], department: null, displayName: 'Anna' },
    ),
    [
      'Sign-in blocked',
      'Waits for Microsoft 365 E5: No license was left to give.',
      'Department Sales → —',
      'Name Ana → Anna',
    ],
  );
  const onItsWay = { ...waiting, error: null };
  assert.deepEqual(changes('user-changed', { waiting: [onItsWay] }, { waiting: [] }), ['other details']);
});

test('units, groups and dates are told as before and after, and an id by its name', () => {
  assert.deepEqual(changes('units-changed', { enabled: 300 }, { enabled: 310 }), ['Purchased 300 → 310']);
  assert.deepEqual(changes('group-changed', { id: 'g1', skuIds: [] }, { id: 'g1', skuIds: ['e5'] }), [
    'Products — → Microsoft 365 E5',
  ]);
  assert.deepEqual(changes('opened', null, { enabled: 20, warning: null, seats: 12 }), [
    'Purchased 20',
    'Seats 12',
  ]);
});

function changes(kind: Entry['kind'], before: unknown, after: unknown): readonly string[] {
  const entry: Entry = {
    tenantId: 't',
    sequence: 1,
    at: '2026-11-24T06:12:00Z',
    runId: 'r',
    kind,
    before,
    after,
  };
  const t = (key: string, values = {}) => {
    const name = key.slice('ledger.'.length) as keyof typeof ledger;
    return String(new IntlMessageFormat(ledger[name], 'en').format(values));
  };
  return entryChanges(entry, names, { ...createFormat('en'), t });
}
