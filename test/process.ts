import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { text } from 'node:stream/consumers';
import type { SimulatedTenant, Simulator } from '../src/simulator/simulator.ts';
import { freshPostgres } from './fresh-database.ts';

/** What a process left behind: `code` is null where a signal ended it. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** The program in a process of its own. */
export type Program = {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** Whether what it says on stderr from now on comes to match, or it ends without that. */
  says(pattern: RegExp): Promise<boolean>;
  /** The match in what it says on stderr from now on; null when it ends without. */
  hears(pattern: RegExp): Promise<RegExpExecArray | null>;
  readonly ended: Promise<Ended>;
  /** Like `ended`, for what must succeed. */
  done(): Promise<Ended>;
};

/** Settings of a process beside those that every one gets. */
export type Environment = Readonly<Record<string, string>>;

/** The folder of this checkout. */
export const root = path.join(import.meta.dirname, '..');

/** The program of this checkout, as `bin/seatledger.mjs` starts it. */
export const program = ['--disable-proto=throw', path.join(root, 'src/main.ts')];

/** Starts Node with arguments and nothing of this environment but the path and the temporary folder. */
export function startNode(argv: readonly string[], env: Environment = {}, stdin = ''): Program {
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      TMPDIR: tmpdir(),
      NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/node'),
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A program that ends without reading its input is no fault of the test.
  child.stdin.on('error', () => undefined).end(stdin);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]).then(
    ([code, stdout, stderr]) => ({ code, stdout, stderr }),
  );
  const hears = (pattern: RegExp): Promise<RegExpExecArray | null> => {
    let soFar = '';
    return new Promise((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        soFar += chunk.toString();
        const found = pattern.exec(soFar);
        if (found) resolve(found);
      });
      child.once('close', () => resolve(null));
    });
  };
  return {
    hears,
    pid: child.pid ?? assert.fail('the process did not start'),
    kill: (signal) => void child.kill(signal),
    ended,
    async done() {
      const end = await ended;
      assert.equal(end.code, 0, end.stderr);
      return end;
    },
    says: async (pattern) => (await hears(pattern)) !== null,
  };
}

/** Data of its own for the program, and a simulated Microsoft to read from. */
export type Workplace = {
  readonly folder: string;
  readonly dataDir: string;
  readonly keyFile: string;
  readonly databaseFile: string;
  /** The PostgreSQL database, or null where SQLite keeps the data. */
  readonly databaseUrl: string | null;
  /** What the program needs to be told to work here. */
  readonly env: Environment;
  start(argv: readonly string[], env?: Environment, stdin?: string): Program;
  /** Runs one command line from start to end. */
  seatledger(...argv: readonly string[]): Promise<Ended>;
  /** The words of `connect` for a tenant, with its secret in a file. */
  connecting(simulator: Simulator, tenant?: SimulatedTenant): readonly string[];
  /** Writes a file that only this user may read, and gives its path. */
  write(name: string, content: string | Buffer): string;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A place without any data yet. */
export async function createWorkplace(engine: 'sqlite' | 'postgres' = 'sqlite'): Promise<Workplace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-test-'));
  const database = engine === 'postgres' ? await freshPostgres() : null;
  const dataDir = path.join(folder, 'data');
  const keyFile = path.join(folder, 'key', 'master.key');
  const env: Environment = {
    HOME: folder,
    SEATLEDGER_DATA_DIR: dataDir,
    SEATLEDGER_KEY_FILE: keyFile,
    ...(database ? { SEATLEDGER_DATABASE_URL: database.url } : {}),
  };
  const start: Workplace['start'] = (argv, more = {}, stdin = '') =>
    startNode([...program, ...argv], { ...env, ...more }, stdin);
  const write = (name: string, content: string | Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  return {
    folder,
    dataDir,
    keyFile,
    databaseFile: path.join(dataDir, 'seatledger.sqlite'),
    databaseUrl: database?.url ?? null,
    env,
    start,
    seatledger: (...argv) => start(argv).ended,
    connecting(simulator, tenant = tenantOf(simulator)) {
      const secretFile = write('secret', tenant.secret);
      const who = ['--tenant', tenant.id, '--client-id', tenant.clientId, '--secret-file', secretFile];
      return ['connect', ...who, ...hosts(simulator.url)];
    },
    write,
    async [Symbol.asyncDispose]() {
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A tenant of a simulated Microsoft, the first one unless said otherwise. */
export function tenantOf(simulator: Simulator, nth = 0): SimulatedTenant {
  return simulator.tenants[nth] ?? assert.fail(`the simulator has no tenant ${nth}`);
}

/** The options that lead a command to a stand-in of Microsoft. */
export function hosts(url: string): readonly string[] {
  return ['--cloud', 'custom', '--authority-host', url, '--graph-host', url];
}
