import type { Kysely } from 'kysely';
import type { AccessTables } from './tables.ts';

/** A connection or a transaction on the tables of who may call. */
export type AccessDatabase = Kysely<AccessTables>;

/** A database that keeps who may call, with the few facts in which one differs from the other. */
export type AccessEngine = {
  readonly name: 'sqlite' | 'postgres';
  readonly db: AccessDatabase;
  /** Runs in one transaction, after every other writer of these tables and before the next; all writing is done so. */
  exclusively<Result>(work: (transaction: AccessDatabase) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};
