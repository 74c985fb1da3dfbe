import assert from 'node:assert/strict';
import * as access from './accounts.ts';
import { onBothEngines, testNow } from './testing.ts';

const account = (name: string, role: access.Account['role'] = 'viewer') => ({
  name,
  role,
  tenants: 'all' as const,
  passwordHash: `hash of ${name}`,
});

onBothEngines('a name counts in any letter case and any Unicode form', async ({ store }) => {
  assert.equal(await access.addAccount(store, account('Jos\u00E9'), testNow), 'added');
  for (const name of ['jos\u00E9', 'JOSE\u0301', ' José ']) {
    assert.equal(await access.addAccount(store, account(name), testNow), 'taken');
    assert.equal((await access.accountNamed(store, name))?.name, 'Jos\u00E9');
  }
  assert.equal(await access.accountNamed(store, 'jose'), null);
  assert.equal(await access.accountNamed(store, 'jos\u00E9\0'), null);
});

onBothEngines('S-FR-02 of many claims at once exactly one makes an owner', async ({ store, reopen }) => {
  const other = await reopen();
  const outcomes = await Promise.all(
    ['ana', 'ben', 'cleo', 'dan'].map((name, index) =>
      access.claimForOwner(index % 2 ? other : store, { name, passwordHash: 'x' }, testNow),
    ),
  );
  assert.deepEqual(outcomes.toSorted(), ['claimed', 'claimed-before', 'claimed-before', 'claimed-before']);
  assert.equal((await access.allAccounts(store)).length, 1);
  assert.equal(await access.isClaimed(other), true);
});

onBothEngines('an owner added at the machine leaves nothing to claim; others do not', async ({ store }) => {
  await access.addAccount(store, account('vera'), testNow);
  assert.equal(await access.isClaimed(store), false);
  assert.equal(
    await access.claimForOwner(store, { name: 'Vera', passwordHash: 'x' }, testNow),
    'taken',
    'a claim does not take over an account',
  );
  assert.equal(await access.isClaimed(store), false);
  await access.addAccount(store, account('otto', 'owner'), testNow);
  assert.equal(
    await access.claimForOwner(store, { name: 'eve', passwordHash: 'x' }, testNow),
    'claimed-before',
  );
});

onBothEngines('the last owner stays, also when two leave at once', async ({ store, reopen }) => {
  await access.addAccount(store, account('ana', 'owner'), testNow);
  assert.equal(await access.removeAccount(store, 'ANA'), 'last-owner');
  assert.equal(await access.changeAccount(store, 'ana', { role: 'admin' }, testNow), 'last-owner');
  await access.addAccount(store, account('ben', 'owner'), testNow);
  const other = await reopen();
  const outcomes = await Promise.all([
    access.changeAccount(store, 'ana', { role: 'admin' }, testNow),
    access.removeAccount(other, 'ben'),
  ]);
  assert.equal(outcomes.filter((outcome) => outcome === 'last-owner').length, 1);
  assert.equal(await access.removeAccount(store, 'nobody'), 'unknown');
  const owners = (await access.allAccounts(store)).filter(({ role }) => role === 'owner');
  assert.equal(owners.length, 1);
});
