import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { postgresPrograms } from './postgres-programs.ts';

// PostgreSQL refuses to run as root; 65534 is `nobody`, and initdb wants a user the system knows.
const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

await keepPostgres();

/**
 * Starts a PostgreSQL server in a folder of its own, prints its URL, and removes both
 * when standard input ends: so whoever started this may die in any way.
 */
async function keepPostgres(): Promise<void> {
  const folder = makeFolder();
  let server: ChildProcess | undefined;
  try {
    const bin = postgresPrograms(folder);
    await initialize(bin, join(folder, 'data'));
    server = await start(bin, folder);
    process.stdout.write(`postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}\n`);
    await Promise.race([endOfInput(), once(process, 'SIGTERM'), once(server, 'exit')]);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  if (server !== undefined) await stop(server);
  rmSync(folder, { recursive: true, force: true });
}

/** A short path: the socket below it may have 103 characters at most (macOS). */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir().length < 70 ? tmpdir() : '/tmp', 'slpg-'));
  if (unprivileged.uid !== undefined) chownSync(folder, unprivileged.uid, unprivileged.gid);
  return folder;
}

async function initialize(bin: string, data: string): Promise<void> {
  const options = ['--pgdata', data, ...'-U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync'.split(' ')];
  const initdb = spawn(join(bin, 'initdb'), options, {
    ...unprivileged,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said] = await Promise.all([text(initdb.stderr), once(initdb, 'close')]);
  if (initdb.exitCode !== 0) throw new Error(`initdb failed:\n${said}`);
}

async function start(bin: string, folder: string): Promise<ChildProcess> {
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'lc_messages=C',
  ];
  const options = ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), options, {
    ...unprivileged,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  return server;
}

/** Waits for the line that the server writes when it answers, and goes on reading so that its pipe never fills. */
async function ready(server: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  const said: string[] = [];
  const lines = createInterface({ input: server.stderr });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    lines.once('close', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
    lines.on('line', (line) => {
      if (said.length < 100) said.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT');
  await exited;
}

async function endOfInput(): Promise<void> {
  process.stdin.resume();
  await once(process.stdin, 'close');
}
