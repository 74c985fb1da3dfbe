import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Refusal } from '../refusal.ts';
import { addAccount, allAccounts } from './accounts.ts';
import { openAccessStore } from './open.ts';
import { keepSetting } from './settings.ts';
import { onBothEngines, testNow } from './testing.ts';

const now = () => new Date(testNow);

onBothEngines('what is kept is there when it is opened again', async ({ store, reopen }) => {
  const account = { name: 'Ana', role: 'owner', tenants: 'all', passwordHash: 'x' } as const;
  await addAccount(store, account, testNow);
  assert.deepEqual(await allAccounts(await reopen()), await allAccounts(store));
});

onBothEngines('several processes that open it first at once make its tables once', async ({ reopen }) => {
  const stores = await Promise.all([reopen(), reopen(), reopen()]);
  for (const store of stores) assert.deepEqual(await allAccounts(store), []);
});

onBothEngines('accounts of a newer Seatledger are refused', async ({ store, location }) => {
  await sql`insert into access_migration (name, done_at) values ('900-later', ${testNow})`.execute(store.db);
  await assert.rejects(openAccessStore(location, now), (error: unknown) => {
    return error instanceof Refusal && /newer Seatledger \(900-later\)/.test(error.message);
  });
});

onBothEngines('a setting is kept once, whoever comes first', async ({ store, reopen }) => {
  const values = await Promise.all([
    keepSetting(store, 'cursor-key', 'one'),
    keepSetting(await reopen(), 'cursor-key', 'two'),
  ]);
  assert.equal(new Set([...values, await keepSetting(store, 'cursor-key', 'three')]).size, 1);
});

onBothEngines(
  'writers of two processes come one after the other, also when they read first',
  async ({ store, reopen }) => {
    const count = async (one: typeof store) =>
      one.exclusively(async (transaction) => {
        const row = await transaction.selectFrom('accessSetting').select('value').executeTakeFirst();
        const value = String(Number(row?.value ?? 0) + 1);
        await transaction
          .insertInto('accessSetting')
          .values({ name: 'count', value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute();
      });
    const other = await reopen();
    for (let turn = 0; turn < 5; turn += 1) await Promise.all([count(store), count(other)]);
    assert.equal(await keepSetting(store, 'count', ''), '10');
  },
);

test('S-TK-01 the file is its owner’s alone, and a damaged one is told with what to do', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-access-'));
  try {
    const file = path.join(folder, 'access.sqlite');
    const store = await openAccessStore({ file }, now);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(`${file}-wal`).mode & 0o777, 0o600);
    await store.close();
    writeFileSync(file, 'this is no database, whatever its name says '.repeat(200));
    await assert.rejects(openAccessStore({ file }, now), (error: unknown) => {
      return error instanceof Refusal && /restore it from a backup/.test(error.message);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
