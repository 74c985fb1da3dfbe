import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { dropDatabasesOfThisRun } from './fresh-database.ts';

let keeper: ChildProcess | undefined;

/**
 * Runs once before every test file of a run: `node --test --test-global-setup=test/postgres.ts …`.
 * Uses the server of `SEATLEDGER_TEST_POSTGRES_URL` where that is set, else starts one and sets it for the tests.
 */
export async function globalSetup(): Promise<void> {
  process.env['SEATLEDGER_TEST_RUN'] = randomBytes(4).toString('hex');
  if (process.env['SEATLEDGER_TEST_POSTGRES_URL']) return;
  // The keeper owns the server and ends with its standard input, so also when this process is killed.
  // It is detached because Ctrl-C in a terminal must not reach it before it has cleaned up.
  keeper = spawn(process.execPath, [`${import.meta.dirname}/postgres-keeper.ts`], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  process.env['SEATLEDGER_TEST_POSTGRES_URL'] = await firstLine(keeper);
}

/** Runs once after the last test file: leaves no database, no process and no folder behind. */
export async function globalTeardown(): Promise<void> {
  if (keeper === undefined) return dropDatabasesOfThisRun();
  if (keeper.exitCode !== null)
    throw new Error('The PostgreSQL server of the tests ended before the tests did.');
  const exited = once(keeper, 'exit');
  keeper.stdin?.end();
  await exited;
}

/** Throws where the keeper ends without a line: its reason is then on standard error. */
async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new TypeError('The keeper was started without a standard output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('There is no PostgreSQL server to test with (the reason stands above).');
}
