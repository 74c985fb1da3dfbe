import { interfaceFolder } from '../src/interface.ts';
import * as postgres from './postgres.ts';

/**
 * Runs once before every test file of a run: `node --test --test-global-setup=test/setup.ts …`. There is a PostgreSQL
 * server for the tests then, and the interface is built.
 */
export async function globalSetup(): Promise<void> {
  await Promise.all([postgres.globalSetup(), interfaceFolder()]);
}

/** Runs once after the last test file: leaves no database, no process and no folder behind. */
export async function globalTeardown(): Promise<void> {
  await postgres.globalTeardown();
}
