import { sql } from 'kysely';
import type { Location } from '../open.ts';
import { Refusal } from '../refusal.ts';
import type { AccessDatabase, AccessEngine } from './database.ts';
import { accessMigrations } from './migrations/index.ts';

/** The opened accounts, sessions, tokens and settings. */
export type AccessStore = Pick<AccessEngine, 'db' | 'exclusively' | 'close'>;

/**
 * Opens what says who may call, and brings its tables up to date.
 * It is apart from the ledger, so that nobody who signs in waits for a collection that publishes.
 * @throws Refusal when it cannot be opened, or is of a newer version.
 */
export async function openAccessStore(location: Location, now: () => Date): Promise<AccessStore> {
  const engine = await openEngine(location);
  try {
    await migrate(engine, now);
    return engine;
  } catch (error) {
    await engine.close();
    throw engine.name === 'postgres' && !(error instanceof Refusal) ? unusable(error) : error;
  }
}

async function openEngine(location: Location): Promise<AccessEngine> {
  if ('url' in location) return (await import('./postgres.ts')).openPostgres(location.url);
  return (await import('./sqlite.ts')).openSqlite(location.file);
}

async function migrate(engine: AccessEngine, now: () => Date): Promise<void> {
  await engine.exclusively(async (transaction) => {
    await sql`create table if not exists access_migration (name text primary key, done_at text not null)`.execute(
      transaction,
    );
    const present = new Set(await migrationsDone(transaction));
    refuseNewer(present);
    for (const migration of accessMigrations.filter(({ name }) => !present.has(name))) {
      await migration.up(transaction, engine.name);
      await sql`insert into access_migration (name, done_at)
        values (${migration.name}, ${now().toISOString()})`.execute(transaction);
    }
  });
}

async function migrationsDone(db: AccessDatabase): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from access_migration`.execute(db);
  return rows.map(({ name }) => name);
}

function refuseNewer(done: ReadonlySet<string>): void {
  const newer = [...done].filter((name) => !accessMigrations.some((migration) => migration.name === name));
  if (newer.length === 0) return;
  throw new Refusal(
    `The accounts were written by a newer Seatledger (${newer.join(', ')}). ` +
      'Install that version, or restore a backup made with this one. Nothing was changed.',
  );
}

function unusable(cause: unknown): Refusal {
  const message = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new Refusal(
    `The PostgreSQL database cannot be used: ${message}. Check SEATLEDGER_DATABASE_URL: host, port, name, user and password.`,
    { cause },
  );
}
