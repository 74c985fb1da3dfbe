import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { AccessEngine } from './database.ts';
import type { AccessTables } from './tables.ts';

/** Names the writers of these tables among the locks of the database; the ledger's migrations use 7365. */
const lock = 7366;

/** Tables of their own in the database of the ledger, on connections of their own. */
export function openPostgres(url: string): AccessEngine {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<AccessTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    name: 'postgres',
    db,
    exclusively: (work) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(transaction);
        return work(transaction);
      }),
    close: () => db.destroy(),
  };
}
