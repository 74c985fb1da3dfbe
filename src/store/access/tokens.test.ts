import assert from 'node:assert/strict';
import type { TenantId } from '../../domain/records.ts';
import { id } from '../../domain/testing.ts';
import { addAccount, changeAccount, removeAccount } from './accounts.ts';
import type { AccessStore } from './open.ts';
import * as access from './tokens.ts';
import { onBothEngines, testNow } from './testing.ts';

const ends = '2026-06-01T00:00:00.000Z';

const add = (store: AccessStore, changes: Partial<access.NewToken> & Pick<access.NewToken, 'id'>) =>
  access.addToken(store, {
    hash: `hash-${changes.id}`,
    name: 'Nightly',
    role: 'admin',
    tenants: 'all',
    account: 'ana',
    parentId: null,
    createdAt: testNow,
    expiresAt: ends,
    ...changes,
  });

async function ana(store: AccessStore): Promise<void> {
  await addAccount(store, { name: 'Ana', role: 'admin', tenants: 'all', passwordHash: 'x' }, testNow);
}

onBothEngines('a token is found by its hash until it expires', async ({ store }) => {
  await ana(store);
  await add(store, { id: '1', tenants: [id<TenantId>(1)] });
  const found = await access.tokenOfHash(store, 'hash-1', testNow);
  assert.deepEqual([found?.name, found?.tenants], ['Nightly', [id<TenantId>(1)]]);
  assert.equal(await access.tokenOfHash(store, 'hash-1', ends), null);
  assert.equal(await access.tokenOfHash(store, '1', testNow), null);
});

onBothEngines('S-SE-02 what an account is now bounds its tokens, which go with it', async ({ store }) => {
  await ana(store);
  await add(store, { id: '1' });
  await add(store, { id: '2', account: null });
  await changeAccount(store, 'ana', { role: 'viewer', tenants: [] }, testNow);
  assert.deepEqual((await access.tokenOfHash(store, 'hash-1', testNow))?.bounds, {
    role: 'viewer',
    tenants: [],
  });
  assert.equal((await access.tokenOfHash(store, 'hash-2', testNow))?.bounds, null);
  await removeAccount(store, 'ana');
  assert.equal(await access.tokenOfHash(store, 'hash-1', testNow), null);
  assert.notEqual(await access.tokenOfHash(store, 'hash-2', testNow), null);
});

onBothEngines(
  'a name is taken within an account only, and an expired token makes room',
  async ({ store }) => {
    await ana(store);
    assert.equal(await add(store, { id: '1' }), 'added');
    assert.equal(await add(store, { id: '2', name: 'NIGHTLY' }), 'taken');
    assert.equal(await add(store, { id: '3', account: null }), 'added');
    assert.equal(await add(store, { id: '4', account: null }), 'taken');
    assert.equal(
      await add(store, { id: '5', createdAt: ends, expiresAt: '2027-01-01T00:00:00.000Z' }),
      'added',
    );
    assert.deepEqual(
      (await access.tokensOf(store, { account: 'ANA' })).map(({ id }) => id),
      ['5'],
    );
  },
);

onBothEngines('a token that is revoked takes along those that it made', async ({ store }) => {
  await ana(store);
  await add(store, { id: '1' });
  await add(store, { id: '2', name: 'child', parentId: '1' });
  await add(store, { id: '3', name: 'grandchild', parentId: '2' });
  assert.deepEqual(
    (await access.tokensOf(store, { parentId: '1' })).map(({ name }) => name),
    ['child'],
  );
  assert.equal((await access.tokenOfId(store, '2'))?.account, 'Ana');
  await access.removeToken(store, '1');
  assert.deepEqual(await access.tokensOf(store, 'all'), []);
});
