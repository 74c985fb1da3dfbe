import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localCaller, may, rights, rightsOf, roles, sees } from './access.ts';
import type { TenantId } from './records.ts';
import { id } from './testing.ts';

test('each role holds the rights of those below it, and more', () => {
  for (const [index, role] of roles.entries()) {
    const below = roles[index - 1];
    if (below === undefined) continue;
    assert.ok(rightsOf(below).every((right) => may({ role }, right)));
    assert.ok(rightsOf(role).length > rightsOf(below).length);
  }
});

test('a viewer reads and nothing else; only an owner manages access; an owner may do everything', () => {
  assert.deepEqual(
    rights.filter((right) => may({ role: 'viewer' }, right)),
    ['read'],
  );
  assert.deepEqual(
    rights.filter((right) => !may({ role: 'admin' }, right)),
    ['manage-access'],
  );
  assert.ok(rights.every((right) => may({ role: 'owner' }, right)));
});

test('a caller sees its tenants and no others; none is not all', () => {
  const [a, b] = [id<TenantId>(1), id<TenantId>(2)];
  assert.deepEqual([sees({ tenants: [a] }, a), sees({ tenants: [a] }, b)], [true, false]);
  assert.equal(sees({ tenants: [] }, a), false);
  assert.equal(sees({ tenants: 'all' }, b), true);
});

test('whoever sits at the machine may do everything with every tenant', () => {
  assert.ok(rights.every((right) => may(localCaller, right)));
  assert.ok(sees(localCaller, id<TenantId>(1)));
});
