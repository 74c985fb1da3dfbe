import { firstTables } from './001-first-tables.ts';
import type { AccessMigration } from './migration.ts';

/** All steps of the schema of who may call, oldest first. */
export const accessMigrations: readonly AccessMigration[] = [firstTables];
