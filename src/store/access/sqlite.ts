import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import { Refusal } from '../refusal.ts';
import type { AccessEngine } from './database.ts';
import type { AccessTables } from './tables.ts';

/** How long a writer waits for the one before it. */
const patienceMs = 5000;
const betweenTriesMs = 10;

/** A small SQLite file, written by any number of processes in turn. */
export function openSqlite(file: string): AccessEngine {
  const sqlite = openFile(file);
  const db = new Kysely<AccessTables>({
    dialect: new SqliteDialect({
      database: { prepare: (sql) => statement(sqlite, sql), close: () => sqlite.close() },
    }),
    plugins: [new CamelCasePlugin()],
  });
  return {
    name: 'sqlite',
    db,
    async exclusively(work) {
      for (let waitedMs = 0; ; waitedMs += betweenTriesMs) {
        let begun = false;
        try {
          return await db.transaction().execute((transaction) => {
            begun = true;
            return work(transaction);
          });
        } catch (error) {
          if (begun || !isBusy(error) || waitedMs >= patienceMs) throw error;
        }
        // Not SQLite's own waiting, which would hold up everyone whom this thread answers.
        await setTimeout(betweenTriesMs);
      }
    },
    close: () => db.destroy(),
  };
}

function openFile(file: string): DatabaseSync {
  try {
    // Made by us first, so that nobody else may read it, nor the log that SQLite makes beside it.
    closeSync(openSync(file, 'a', 0o600));
    const sqlite = new DatabaseSync(file, { timeout: patienceMs });
    sqlite.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off',
    );
    return sqlite;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal(
      `${file}, which keeps who may sign in, cannot be opened (${message}). Check that the folder may be written; ` +
        'if the file is damaged, restore it from a backup.',
      { cause },
    );
  }
}

function statement(sqlite: DatabaseSync, sql: string) {
  if (sql === 'begin') return beginning(sqlite);
  const made = sqlite.prepare(sql);
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
}

/** A transaction that only read at first could not write any more once another process wrote: this one writes at once. */
function beginning(sqlite: DatabaseSync) {
  const run = () => {
    sqlite.exec('pragma busy_timeout = 0');
    try {
      sqlite.exec('begin immediate');
    } finally {
      sqlite.exec(`pragma busy_timeout = ${patienceMs}`);
    }
    return { changes: 0, lastInsertRowid: 0 };
  };
  return { reader: false, run, all: () => [], iterate: () => [].values() };
}

/** SQLITE_BUSY (https://sqlite.org/rescode.html). */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}
