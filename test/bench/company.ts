import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { measure, nodeFlags, type Measured } from './measure.ts';
import { usersQuery } from './query.ts';

/** A simulated company in a process of its own, and an empty Seatledger beside it. */
export type Company = {
  readonly users: number;
  seatledger(...argv: readonly string[]): Promise<Measured>;
  bareLoop(): Promise<Measured>;
  /** Moves every n-th person to another department. */
  moveEvery(nth: number): Promise<number>;
  readonly databaseFile: string;
  /** The id of its tenant. */
  readonly tenant: string;
  /** How Seatledger is started on its data. */
  readonly env: Readonly<Record<string, string>>;
  [Symbol.asyncDispose](): Promise<void>;
};

type Ready = { url: string; tenants: { id: string; clientId: string; secret: string }[] };

/** Founds a company of so many people, connected and not yet collected; Microsoft thinks so long about each request. */
export async function found(users: number, latencyMs = 0): Promise<Company> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-bench-'));
  const simulator = spawn(
    process.execPath,
    ['src/simulator/main.ts', '--users', String(users), '--latency', String(latencyMs)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const { url, tenants } = await ready(simulator.stdout);
  const [tenant] = tenants;
  if (!tenant) throw new Error('the simulator made no tenant');
  const secretFile = path.join(folder, 'secret');
  writeFileSync(secretFile, tenant.secret, { mode: 0o600 });
  const env = {
    SEATLEDGER_DATA_DIR: path.join(folder, 'data'),
    SEATLEDGER_KEY_FILE: path.join(folder, 'key', 'master.key'),
  };
  const seatledger = (...argv: readonly string[]) => measure([...nodeFlags, 'src/main.ts', ...argv], env);
  const where = ['--cloud', 'custom', '--authority-host', url, '--graph-host', url];
  const who = ['--tenant', tenant.id, '--client-id', tenant.clientId, '--secret-file', secretFile];
  await seatledger('connect', ...who, ...where);
  return {
    users,
    seatledger,
    bareLoop: () => measure(['test/bench/bare-loop.ts', url, tenant.id, tenant.clientId, tenant.secret]),
    moveEvery: (nth) => move(url, tenant, nth),
    tenant: tenant.id,
    env,
    databaseFile: path.join(folder, 'data', 'seatledger.sqlite'),
    async [Symbol.asyncDispose]() {
      simulator.kill();
      rmSync(folder, { recursive: true, force: true });
      await Promise.resolve();
    },
  };
}

async function ready(stdout: NodeJS.ReadableStream): Promise<Ready> {
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line) as Ready;
  throw new Error('the simulator did not start');
}

async function move(
  url: string,
  { id, clientId, secret }: Ready['tenants'][number],
  nth: number,
): Promise<number> {
  const answer = await fetch(`${url}/${id}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: clientId,
      client_secret: secret,
      grant_type: 'client_credentials',
      scope: `${url}/.default`,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  let link: string | undefined = `${url}/v1.0/users?${usersQuery.replace(/\$select=[^&]*/, '$select=id')}`;
  let seen = 0;
  let moved = 0;
  while (link) {
    const response: Response = await fetch(link, { headers: { authorization: `Bearer ${token}` } });
    const page = (await response.json()) as { value: { id: string }[]; '@odata.nextLink'?: string };
    for (const user of page.value) {
      seen += 1;
      if (seen % nth !== 0) continue;
      await fetch(`${url}/_control/change`, {
        method: 'POST',
        body: JSON.stringify({ name: 'moveDepartment', arguments: [user.id, 'Moved'] }),
      });
      moved += 1;
    }
    link = page['@odata.nextLink'];
  }
  return moved;
}
