import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Database } from './engine.ts';
import { onEngine } from '../testing.ts';

const normal = 1;
const full = 2;

onEngine('sqlite', 'what is staged does not wait for the disk, everything else does', async ({ store }) => {
  assert.equal(await synchronous(store.db), full);
  assert.equal(await store.engine.stage(synchronous), normal);
  assert.equal(await synchronous(store.db), full);
});

onEngine('sqlite', 'after staging that failed everything waits for the disk again', async ({ store }) => {
  const failed = store.engine.stage(() => Promise.reject(new Error('no room')));
  await assert.rejects(failed, /no room/);
  assert.equal(await synchronous(store.db), full);
});

onEngine('sqlite', 'what others write while a run stages waits for the disk', async ({ store }) => {
  const staging = store.engine.stage(async (transaction) => {
    await synchronous(transaction);
    return synchronous(transaction);
  });
  const other = store.db.transaction().execute(synchronous);
  assert.deepEqual(await Promise.all([staging, other]), [normal, full]);
});

async function synchronous(database: Database): Promise<number | undefined> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(database);
  return rows[0]?.synchronous;
}
