import assert from 'node:assert/strict';
import { addAccount, accountNamed, changeAccount, removeAccount } from './accounts.ts';
import type { AccessStore } from './open.ts';
import * as access from './sessions.ts';
import { onBothEngines, testNow } from './testing.ts';

const alive = { now: testNow, idleSince: '2026-03-01T07:30:00.000Z' };
const later = { now: '2026-03-01T21:00:00.000Z', idleSince: '2026-03-01T20:30:00.000Z' };

const start = (store: AccessStore, id: string, account = 'ana', checked: string | null = null) =>
  access.startSession(
    store,
    { idHash: `hash-${id}`, id, endsAt: '2026-03-01T20:00:00.000Z', client: 'Firefox', account, address: id },
    alive,
    checked,
  );

async function twoAccounts(store: AccessStore): Promise<void> {
  for (const name of ['Ana', 'Ben']) {
    await addAccount(store, { name, role: 'viewer', tenants: 'all', passwordHash: `of ${name}` }, testNow);
  }
}

onBothEngines('a session carries its account as it is now', async ({ store }) => {
  await twoAccounts(store);
  assert.equal(await start(store, '1'), true);
  const found = await access.sessionOfHash(store, 'hash-1', alive);
  assert.deepEqual(
    [found?.account, found?.role, found?.tenants, found?.client],
    ['Ana', 'viewer', 'all', 'Firefox'],
  );
  assert.equal(await access.sessionOfHash(store, '1', alive), null);
  assert.equal((await accountNamed(store, 'ana'))?.lastSignInAt, testNow);
});

onBothEngines('S-SE-02 a change of the account ends its sessions, and nobody else’s', async ({ store }) => {
  for (const change of [
    { role: 'admin' },
    { tenants: [] },
    { passwordHash: 'new' },
  ] satisfies readonly Parameters<typeof changeAccount>[2][]) {
    await twoAccounts(store);
    await start(store, '1');
    await start(store, '2', 'ben');
    assert.equal(await changeAccount(store, 'ANA', change, testNow), 'changed');
    assert.equal(await access.sessionOfHash(store, 'hash-1', alive), null);
    assert.equal((await access.sessionOfHash(store, 'hash-2', alive))?.account, 'Ben');
    await access.endSession(store, '2', null);
  }
});

onBothEngines('S-SE-02 a password changed while it was checked begins no session', async ({ store }) => {
  await twoAccounts(store);
  await changeAccount(store, 'ana', { passwordHash: 'new' }, testNow);
  assert.equal(await start(store, '1', 'ana', 'of Ana'), false);
  assert.equal(await start(store, '1', 'ana', 'new'), true);
  await removeAccount(store, 'ana');
  assert.equal(await access.sessionOfHash(store, 'hash-1', alive), null);
  assert.equal(await start(store, '3'), false);
});

onBothEngines('a session that is over is no session, and goes at the next sign-in', async ({ store }) => {
  await twoAccounts(store);
  await start(store, '1');
  assert.equal(await access.sessionOfHash(store, 'hash-1', later), null);
  assert.deepEqual(await access.sessionsOf(store, null, later), []);
  await access.startSession(
    store,
    { idHash: 'h', id: '9', endsAt: '2026-03-02T08:00:00.000Z', client: null, account: 'ben', address: 'x' },
    later,
    null,
  );
  const rows = await store.db.selectFrom('accessSession').select('id').execute();
  assert.deepEqual(rows, [{ id: '9' }]);
});

onBothEngines('sessions are listed and ended for one account or for all', async ({ store }) => {
  await twoAccounts(store);
  await start(store, '1');
  await start(store, '2', 'ben');
  assert.deepEqual(
    (await access.sessionsOf(store, 'ANA', alive)).map(({ id }) => id),
    ['1'],
  );
  assert.equal((await access.sessionsOf(store, null, alive)).length, 2);
  assert.equal(await access.endSession(store, '2', 'ana'), false);
  assert.equal(await access.endSession(store, '2', 'ben'), true);
  assert.equal(await access.endSession(store, '1', null), true);
  assert.equal((await access.sessionsOf(store, null, alive)).length, 0);
});

onBothEngines('an account remembers the ten addresses that it signed in from last', async ({ store }) => {
  await twoAccounts(store);
  for (let address = 1; address <= 12; address += 1) await start(store, String(address));
  const { knownAddresses } = (await accountNamed(store, 'ana')) ?? {};
  assert.deepEqual(knownAddresses, ['12', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
});
