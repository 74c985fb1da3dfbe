import type { Kysely } from 'kysely';
import type { Engine } from '../engines/engine.ts';

/** One step of the schema, forward only and never edited after its release. */
export type Migration = {
  readonly name: string;
  /** The database is untyped here: a migration knows the schema of its day, not today's. */
  up(database: Kysely<Record<string, never>>, engine: Engine['name']): Promise<void>;
};
