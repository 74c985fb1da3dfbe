import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { freshPostgres } from './fresh-database.ts';

test('a fresh database is empty, holds any text, and is gone after drop() although a connection is open', async () => {
  const database = await freshPostgres();
  const client = new Client({ connectionString: database.url });
  const cut = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as tables, 'Ĳß字😀' as text from pg_tables where schemaname = 'public'`,
  );
  assert.deepEqual(rows, [{ tables: 0, text: 'Ĳß字😀' }]);
  await database.drop();
  await cut;
  await assert.rejects(new Client({ connectionString: database.url }).connect(), { code: '3D000' });
});

test('two fresh databases know nothing of each other', async () => {
  const [one, other] = await Promise.all([freshPostgres(), freshPostgres()]);
  assert.notEqual(one.url, other.url);
  await one.drop();
  await other.drop();
});
