import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** An empty PostgreSQL database of one test; `drop` also ends the connections that are still open. */
export type FreshDatabase = { readonly url: string; drop(): Promise<void> };

/** Makes an empty database on the server that test/postgres.ts gave this run (20 to 60 ms). */
export async function freshPostgres(): Promise<FreshDatabase> {
  const name = `${prefixOfThisRun()}${randomBytes(6).toString('hex')}`;
  // template0 never has a connection, so that many test files can copy it at once.
  await onServer((client) => client.query(`create database ${name} template template0`));
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(name) };
}

/** For a server that outlives the run: drops what tests that crashed have left on it. */
export async function dropDatabasesOfThisRun(): Promise<void> {
  const { rows } = await onServer((client) =>
    client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [
      prefixOfThisRun(),
    ]),
  );
  for (const { datname } of rows) await dropDatabase(datname);
}

async function dropDatabase(name: string): Promise<void> {
  await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
}

async function onServer<T>(ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['SEATLEDGER_TEST_POSTGRES_URL'];
  if (url) return url;
  throw new Error(
    'No PostgreSQL server: run the tests with --test-global-setup=test/postgres.ts (npm test does).',
  );
}

function prefixOfThisRun(): string {
  return `seatledger_test_${process.env['SEATLEDGER_TEST_RUN'] ?? 'alone'}_`;
}
