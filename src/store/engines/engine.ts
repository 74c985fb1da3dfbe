import type { Kysely, RawBuilder } from 'kysely';
import type { Tables } from '../tables.ts';

/** A connection or a transaction: what every query runs on. */
export type Database = Kysely<Tables>;

/** A database that keeps the ledger, with the few facts in which one differs from the other. */
export type Engine = {
  readonly name: 'sqlite' | 'postgres';
  readonly database: Database;
  /**
   * Runs a transaction of the database that a power cut may undo, until the next one that was not run like this;
   * for what a run stages, since the next run begins anew in any case.
   */
  stage<Result>(work: (transaction: Database) => Promise<Result>): Promise<Result>;
  /**
   * Writes many rows at once, values in the order of the columns.
   * Must run inside a transaction of `database`.
   */
  insertMany<Name extends keyof Tables & string>(
    transaction: Database,
    table: Name,
    columns: readonly (keyof Tables[Name] & string)[],
    rows: readonly (readonly Value[])[],
  ): Promise<void>;
  /** The texts as a table of `position` (from 0) and `value`, in one parameter whatever their number. */
  list(values: readonly string[]): RawBuilder<unknown>;
  /** What is damaged in the files of the database, in its own words; null when nothing is. */
  damage(): string | null;
  /**
   * Takes the right to write for this process until `close`; true when it was free or is held already.
   * PostgreSQL has many writers and always says yes.
   */
  lock(): boolean;
  /** Who holds the right to write, in words, as far as it is known. */
  lockHolder(): string;
  /** Whether the process that started a run may still be alive. */
  mayBeAlive(host: string, pid: number): boolean;
  close(): Promise<void>;
};

/** What both engines can hold. */
export type Value = string | number | null;

/** The name on disk of a column or table. */
export function onDisk(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
