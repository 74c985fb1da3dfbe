import { hostname } from 'node:os';
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import { onDisk, type Engine } from './engine.ts';

/** PostgreSQL's number for its 64-bit integers, which pg otherwise hands over as text. */
const int8 = 20;

/** The ledger in a PostgreSQL database, written by any number of processes; nothing is kept in a session. */
export function openPostgres(url: string): Engine {
  const types = new pg.TypeOverrides();
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const database = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    name: 'postgres',
    database,
    stage: (work) => database.transaction().execute(work),
    async insertMany(transaction, table, columns, rows) {
      if (rows.length === 0) return;
      const names = columns.map(onDisk);
      const records = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
      const list = sql.join(names.map((name) => sql.id(name)));
      const target = sql.table(onDisk(table));
      await sql`insert into ${target} (${list}) select ${list}
        from json_populate_recordset(null::${target}, ${JSON.stringify(records)}::json)`.execute(transaction);
    },
    list: (values) => sql`(select ordinality - 1 as position, value
      from jsonb_array_elements_text(${JSON.stringify(values)}::jsonb) with ordinality as items (value, ordinality))`,
    // A server looks after its own files.
    damage: () => null,
    lock: () => true,
    lockHolder: () => 'nobody',
    mayBeAlive: (host, pid) => host !== hostname() || isAlive(pid),
    close: () => database.destroy(),
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
