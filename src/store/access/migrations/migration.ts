import type { AccessDatabase, AccessEngine } from '../database.ts';

/** One step of the schema of who may call, forward only and never edited after its release. */
export type AccessMigration = {
  readonly name: string;
  up(database: AccessDatabase, engine: AccessEngine['name']): Promise<void>;
};
