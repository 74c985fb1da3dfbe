import { existsSync, statSync } from 'node:fs';
import { DatabaseSync, type StatementSync, type SQLInputValue } from 'node:sqlite';
import { CamelCasePlugin, Kysely, SqliteDialect, sql } from 'kysely';
import { Refusal } from '../refusal.ts';
import type { Tables } from '../tables.ts';
import { onDisk, type Engine } from './engine.ts';
import { createFileLock } from './file-lock.ts';

/** The oldest SQLite without the bug that loses a write-ahead log at reset (https://sqlite.org/changes.html, 3.51.3). */
const oldestSafe = '3.51.3';

/** The ledger in one SQLite file, written by one process at a time. */
export function openSqlite(file: string): Engine {
  const sqlite = openFile(file);
  const prepared = preparedBy(sqlite);
  const database = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare: prepared.statement, close: () => sqlite.close() } }),
    plugins: [new CamelCasePlugin()],
  });
  const lock = createFileLock(`${file}-lock`);
  return {
    name: 'sqlite',
    database,
    // docs/decisions/0012-staged-without-the-disk.md: a later commit under `full` takes these to the disk with it.
    // The connection is held for all three steps, so that nobody else's commit is among them.
    stage: (work) =>
      database.connection().execute(async (connection) => {
        sqlite.exec('pragma synchronous = normal');
        try {
          return await connection.transaction().execute(work);
        } finally {
          sqlite.exec('pragma synchronous = full');
        }
      }),
    insertMany(_transaction, table, columns, rows) {
      const places = columns.map(() => '?').join(', ');
      const names = columns.map((column) => `"${onDisk(column)}"`).join(', ');
      const insert = prepared.plain(`insert into "${onDisk(table)}" (${names}) values (${places})`);
      for (const row of rows) insert.run(...row);
      return Promise.resolve();
    },
    list: (values) => sql`(select key as position, value from json_each(${JSON.stringify(values)}))`,
    damage() {
      const found = String(sqlite.prepare('pragma quick_check(1)').get()?.['quick_check']);
      return found === 'ok' ? null : found;
    },
    lock: lock.take,
    lockHolder: lock.holder,
    mayBeAlive: () => !lock.take(),
    async close() {
      lock.release();
      await database.destroy();
    },
  };
}

function openFile(file: string): DatabaseSync {
  refuseEmptied(file);
  try {
    const sqlite = new DatabaseSync(file, { timeout: 5000 });
    // Pages of 16 kB hold forty users: half the writes of small ones. A cache of 24 MiB keeps the upper pages of the
    // trees, and a checkpoint every 64 MiB writes each page less often.
    sqlite.exec(
      'pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; ' +
        'pragma trusted_schema = off; pragma cache_size = -24576; pragma wal_autocheckpoint = 4096',
    );
    const version = String(sqlite.prepare('select sqlite_version() as version').get()?.['version']);
    if (version.localeCompare(oldestSafe, 'en', { numeric: true }) < 0) {
      throw new Refusal(
        `This Node brings SQLite ${version}, which can lose data when its log is reset. ` +
          `Seatledger needs ${oldestSafe} or newer: start it with the Node that it installs (npm start).`,
      );
    }
    return sqlite;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refusalOf(error, file);
  }
}

/** The lock is made with the first tables: an empty file beside one is not new but has lost its data. */
function refuseEmptied(file: string): void {
  if (!existsSync(`${file}-lock`) || statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  throw new Refusal(`${file} is damaged: it is empty, and was not. Restore it from a backup.`);
}

function refusalOf(cause: unknown, file: string): Refusal {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/not a database|malformed|corrupt/i.test(message)) {
    return new Refusal(
      `${file} is damaged or is no Seatledger database (${message}). Restore it from a backup.`,
      {
        cause,
      },
    );
  }
  return new Refusal(
    `${file} cannot be opened (${message}). Check that the folder exists and may be written.`,
    { cause },
  );
}

/** Statements are compiled once: preparing one costs more than running it. */
function preparedBy(sqlite: DatabaseSync) {
  const statements = new Map<string, StatementSync>();
  const plain = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const made = sqlite.prepare(sql);
    if (statements.size > 500) statements.clear();
    statements.set(sql, made);
    return made;
  };
  const statement = (sql: string) => {
    const made = plain(sql);
    const values = (parameters: ReadonlyArray<unknown>) => parameters as readonly SQLInputValue[];
    return {
      reader: made.columns().length > 0,
      all: (parameters: ReadonlyArray<unknown>) => made.all(...values(parameters)),
      run: (parameters: ReadonlyArray<unknown>) => {
        const { changes, lastInsertRowid } = made.run(...values(parameters));
        return { changes, lastInsertRowid };
      },
      iterate: (parameters: ReadonlyArray<unknown>) => made.iterate(...values(parameters)),
    };
  };
  return { plain, statement };
}
