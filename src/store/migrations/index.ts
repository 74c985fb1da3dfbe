import { firstTables } from './001-first-tables.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema, oldest first. */
export const migrations: readonly Migration[] = [firstTables];
