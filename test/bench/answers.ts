import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { Pool } from 'undici';
import { firstFigures } from './interface.ts';
import { measure, nodeFlags } from './measure.ts';

/** How long answers took, in milliseconds. */
export type Latencies = { readonly p50: number; readonly p95: number; readonly answers: number };

/** A daemon in a process of its own, asked as many browsers would. */
export type Answering = {
  /** Asks for the balance and the first page of people in turn, so many at a time, until the task is done. */
  under(task: () => Promise<unknown>): Promise<{ readonly balance: Latencies; readonly people: Latencies }>;
  /** Collects the tenant, from the request to the outcome. */
  collect(): Promise<void>;
  /** How long a browser that has nothing kept takes to show the balance, so many times, in milliseconds. */
  firstFigures(times: number): Promise<readonly number[]>;
  [Symbol.asyncDispose](): Promise<void>;
};

const atOnce = 20;

/** Starts a daemon on the data of a company that was collected. */
export async function answering(env: Readonly<Record<string, string>>, tenant: string): Promise<Answering> {
  const { stdout } = await measure(
    ['src/main.ts', 'token', 'create', 'bench', '--role', 'admin', '--quiet'],
    env,
  );
  const account = await addAccount(env);
  const headers = { authorization: `Bearer ${stdout.trim()}` };
  const daemon = spawn(process.execPath, [...nodeFlags, 'src/main.ts', 'serve', '--port', '0'], {
    env: { ...process.env, ...env, SEATLEDGER_COLLECT_EVERY: '30d' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await addressIn(daemon.stderr);
  const pool = new Pool(url, { connections: atOnce });
  const get = async (path: string): Promise<number> => {
    const started = performance.now();
    const answer = await pool.request({ method: 'GET', path: `/api/v1/tenants/${tenant}${path}`, headers });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}: ${text}`);
    return performance.now() - started;
  };
  return {
    async under(task) {
      const took = { balance: [] as number[], people: [] as number[] };
      const state = { going: true };
      const asking = Array.from({ length: atOnce }, async (_, index) => {
        for (let turn = index; state.going; turn += 1) {
          if (turn % 2 === 0) took.balance.push(await get('/balance'));
          else took.people.push(await get('/users'));
        }
      });
      await task();
      state.going = false;
      await Promise.all(asking);
      return { balance: latencies(took.balance), people: latencies(took.people) };
    },
    async collect() {
      const path = `/api/v1/tenants/${tenant}/runs`;
      const body = await pool.request({
        method: 'POST',
        path,
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
      });
      const { id } = (await body.body.json()) as { id: string };
      const events = await pool.request({ method: 'GET', path: `${path}/${id}/events`, headers });
      const text = await events.body.text();
      if (!text.includes('"outcome":"published"'))
        throw new Error(`the run ended otherwise: ${text.slice(-500)}`);
    },
    firstFigures: (times) => firstFigures(url, tenant, account, times),
    async [Symbol.asyncDispose]() {
      await pool.destroy();
      daemon.kill();
    },
  };
}

async function addAccount(env: Readonly<Record<string, string>>) {
  const account = { name: 'bench', password: randomBytes(24).toString('base64url') };
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-bench-'));
  const file = path.join(folder, 'password');
  writeFileSync(file, account.password, { mode: 0o600 });
  await measure(
    ['src/main.ts', 'account', 'add', account.name, '--role', 'viewer', '--password-file', file],
    env,
  );
  rmSync(folder, { recursive: true });
  return account;
}

async function addressIn(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /^Listening on (http:\S+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the daemon did not start');
}

function latencies(times: readonly number[]): Latencies {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), answers: sorted.length };
}
