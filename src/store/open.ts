import { sql, type Kysely } from 'kysely';
import type { Database, Engine } from './engines/engine.ts';
import { migrations } from './migrations/index.ts';
import { Refusal } from './refusal.ts';

/** The opened ledger. */
export type Store = { readonly engine: Engine; readonly db: Database; readonly now: () => Date };

/** Where the ledger is kept: a SQLite file, or a PostgreSQL database by its URL. */
export type Location = { readonly file: string } | { readonly url: string };

/**
 * Opens the ledger, brings its tables up to date and ends the runs whose process died.
 * @throws Refusal when it is damaged, of a newer version, or written by another process.
 */
export async function openStore(location: Location, now: () => Date): Promise<Store> {
  const engine = await openEngine(location);
  const store = { engine, db: engine.database, now };
  try {
    await migrate(store);
    await endInterruptedRuns(store);
    return store;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/**
 * Takes the right to write.
 * @throws Refusal naming the process that holds it.
 */
export function lockForWriting(store: Store): void {
  if (store.engine.lock()) return;
  throw new Refusal(
    `Another Seatledger works with this data: ${store.engine.lockHolder()}. ` +
      'Wait until it is done, stop it, or choose another folder with --data-dir.',
  );
}

async function openEngine(location: Location): Promise<Engine> {
  if ('url' in location) return (await import('./engines/postgres.ts')).openPostgres(location.url);
  return (await import('./engines/sqlite.ts')).openSqlite(location.file);
}

async function migrate(store: Store): Promise<void> {
  const done = await migrationsDone(store);
  const known = new Set(migrations.map((migration) => migration.name));
  const newer = done.filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new Refusal(
      `This data was written by a newer Seatledger (${newer.join(', ')}). ` +
        'Install that version, or restore a backup made with this one. Nothing was changed.',
    );
  }
  if (done.length === migrations.length) return;
  lockForWriting(store);
  await store.db.transaction().execute(async (transaction) => {
    if (store.engine.name === 'postgres') await sql`select pg_advisory_xact_lock(7365)`.execute(transaction);
    await sql`create table if not exists migration (name text primary key, done_at text not null)`.execute(
      transaction,
    );
    const present = new Set(await migrationNames(transaction));
    for (const migration of migrations.filter(({ name }) => !present.has(name))) {
      await migration.up(transaction as unknown as Kysely<Record<string, never>>, store.engine.name);
      await sql`insert into migration (name, done_at)
        values (${migration.name}, ${store.now().toISOString()})`.execute(transaction);
    }
  });
}

async function migrationsDone(store: Store): Promise<readonly string[]> {
  const exists =
    store.engine.name === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name = 'migration'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()
          and tablename = 'migration'`;
  const { rows } = await refusing(store, exists.execute(store.db));
  return rows.length === 0 ? [] : migrationNames(store.db);
}

async function migrationNames(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(database);
  return rows.map((row) => row.name);
}

async function refusing<Result>(store: Store, query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    if (store.engine.name === 'sqlite') throw error;
    const message = error instanceof Error ? error.message || error.name : String(error);
    throw new Refusal(
      `The PostgreSQL database cannot be used: ${message}. Check SEATLEDGER_DATABASE_URL: host, port, name, user and password.`,
      { cause: error },
    );
  }
}

async function endInterruptedRuns(store: Store): Promise<void> {
  const running = await store.db
    .selectFrom('run')
    .select(['tenantId', 'runId', 'host', 'pid'])
    .where('state', '=', 'running')
    .execute();
  for (const { tenantId, runId, host, pid } of running) {
    if (store.engine.mayBeAlive(host, pid)) continue;
    await store.db
      .updateTable('run')
      .set({ state: 'failed', reason: 'interrupted', endedAt: store.now().toISOString() })
      .where('tenantId', '=', tenantId)
      .where('runId', '=', runId)
      // PostgreSQL may complete the publish of a process that was killed: this waits for it, and looks again.
      .where('state', '=', 'running')
      .execute();
  }
}
