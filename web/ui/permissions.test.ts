import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResourceAge } from '../../src/api/contract/balance.ts';
import { missingPermissions, neverAllowed } from './permissions.ts';

const refusal = 'Microsoft refuses it (Authorization_RequestDenied): Insufficient privileges.';

test('what was refused is told by its permission, apart for what was never read and what is kept', () => {
  const missing = missingPermissions([
    age('users', 'never', refusal),
    age('skus', 'kept', refusal),
    age('groups', 'kept', refusal),
    age('subscriptions', 'never', refusal),
  ]);
  assert.deepEqual(
    missing.map(({ permission, state, resources }) => [
      permission,
      state,
      resources.map(({ resource }) => resource),
    ]),
    [
      ['User.Read.All', 'never', ['users']],
      ['Directory.Read.All', 'kept', ['skus', 'groups']],
      ['Directory.Read.All', 'never', ['subscriptions']],
    ],
  );
});

test('a resource that failed for another reason, or was read, lacks no permission', () => {
  const missing = missingPermissions([age('users', 'kept', 'the list was torn'), age('skus', 'read', null)]);
  assert.deepEqual(missing, []);
});

test('only what was never read stands empty for want of its permission', () => {
  const resources = [
    age('users', 'never', refusal),
    age('skus', 'kept', refusal),
    age('groups', 'never', null),
  ];
  assert.equal(neverAllowed(resources, 'users'), 'User.Read.All');
  assert.equal(neverAllowed(resources, 'skus'), undefined);
  assert.equal(neverAllowed(resources, 'groups'), undefined);
  assert.equal(neverAllowed(undefined, 'users'), undefined);
});

function age(resource: string, state: ResourceAge['state'], reason: string | null): ResourceAge {
  return { resource, state, reason, readAt: state === 'never' ? null : '2026-11-24T06:12:00.000Z' };
}
