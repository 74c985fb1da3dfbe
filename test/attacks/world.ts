import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Access } from '../../src/api/access/access.ts';
import { serve, type Serving } from '../../src/serve.ts';
import { startSimulator, type SimulatedTenant, type Simulator } from '../../src/simulator/simulator.ts';
import { callTo, type Answer, type Call, type Sent } from './http.ts';

/** Everyone who calls: by what they are, and what they see. */
export const callers = [
  'owner',
  'admin of all',
  'admin of A',
  'viewer of all',
  'viewer of A',
  'nobody',
] as const;
export type CallerName = (typeof callers)[number];

/** Something of a tenant that a path can name. */
export type Place = {
  readonly simulated: SimulatedTenant;
  readonly id: string;
  readonly sku: string;
  readonly user: string;
  readonly run: string;
};

/** A server over a company of two tenants, collected once, and people who call it. */
export type World = {
  readonly simulator: Simulator;
  readonly serving: Serving;
  readonly access: Access;
  readonly folder: string;
  readonly dataDir: string;
  readonly origin: string;
  readonly a: Place;
  readonly b: Place;
  readonly call: Call;
  /** Calls as one of the people, as their browser does. */
  as(who: CallerName, target: string, sent?: Sent): Promise<Answer>;
  /** The session cookie of each of them. */
  readonly cookies: Readonly<Record<CallerName, string>>;
  /** The value of every cell of both databases, but for when something was last used. */
  dump(): string;
  /** Connects and collects a tenant anew, after it was removed. */
  connectAgain(place: Place): Promise<void>;
  /** Does something as if so much time had passed since the start. */
  later(milliseconds: number, body: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** The password of everyone. */
export const password = 'correct horse battery';

/** What our own pages send along, so that a change counts as asked for by one of them. */
export const fromPage = { 'x-seatledger': '1' };

/** Starts it, connects and collects both tenants. `prepare` may change the companies before that. */
export async function createWorld(
  prepare: (tenants: readonly SimulatedTenant[]) => void = () => undefined,
): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-attacks-'));
  const dataDir = path.join(folder, 'data');
  const simulator = await startSimulator({ users: 30, tenants: 2, compress: false });
  for (const tenant of simulator.tenants) plantSku(tenant);
  prepare(simulator.tenants);
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const serving = await serve({
    env: {
      SEATLEDGER_DATA_DIR: dataDir,
      SEATLEDGER_KEY_FILE: path.join(folder, 'key', 'master.key'),
      SEATLEDGER_LOG_LEVEL: 'silent',
    },
    verbose: false,
    port: 0,
    customClouds: true,
    collects: true,
    answers: true,
    say: () => undefined,
    // Nobody waits on this thread but the schedule, whose time never comes.
    clock: { now, wait: forever },
  });
  const access = await serving.services.access();
  const [a, b] = await Promise.all(simulator.tenants.map((tenant) => collected(tenant, serving, simulator)));
  assert.ok(a && b);
  const cookies = await signIn(access, a.id);
  const call = callTo(serving.url);
  return {
    simulator,
    serving,
    access,
    folder,
    dataDir,
    origin: serving.url,
    a,
    b,
    call,
    cookies,
    as: (who, target, { headers = {}, ...sent } = {}) =>
      call(target, { ...sent, headers: { ...cookieOf(cookies[who]), ...fromPage, ...headers } }),
    dump: () =>
      ['seatledger.sqlite', 'seatledger-access.sqlite']
        .map((name) => dumped(path.join(dataDir, name)))
        .join('\n'),
    connectAgain: async ({ simulated }) => void (await collected(simulated, serving, simulator)),
    async later(milliseconds, body) {
      ahead = milliseconds;
      await body().finally(() => (ahead = 0));
    },
    async close() {
      await serving.close();
      await simulator.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function collected(
  simulated: SimulatedTenant,
  { services }: Serving,
  simulator: Simulator,
): Promise<Place> {
  const { id, clientId, secret } = simulated;
  const hosts = { cloud: 'custom', authorityHost: simulator.url, graphHost: simulator.url } as const;
  const connected = await services.writer.connect(
    { tenant: id, clientId, secret, ...hosts },
    () => undefined,
  );
  assert.ok(connected.connected, JSON.stringify(connected.steps));
  const run = await services.running.start(id, {});
  const answer = await services.running.outcome(id);
  assert.equal(answer?.outcome, 'published', JSON.stringify(answer));
  const holder = Array.from({ length: simulated.userCount() }, (_, index) => simulated.user(index)).find(
    (user) => (user?.['assignedLicenses'] as readonly unknown[] | undefined)?.length,
  );
  return { simulated, id, sku: skuOf(simulated), user: String(holder?.['id']), run: run.id };
}

async function forever(_milliseconds: number, stop?: AbortSignal): Promise<void> {
  if (stop) await once(stop, 'abort');
}

/** A product that this tenant has and no other. */
function plantSku(tenant: SimulatedTenant): void {
  tenant.change.addSku({ skuPartNumber: `ONLY_${tenant.id.slice(0, 8)}`, skuId: skuOf(tenant), enabled: 5 });
}

function skuOf({ id }: SimulatedTenant): string {
  return `${id.slice(0, 24)}0123456789ab`;
}

async function signIn(access: Access, tenantA: string): Promise<Readonly<Record<CallerName, string>>> {
  const onlyA = { tenants: [tenantA] };
  const people = [
    ['owner', { role: 'owner' }],
    ['admin of all', { role: 'admin' }],
    ['admin of A', { role: 'admin', ...onlyA }],
    ['viewer of all', { role: 'viewer' }],
    ['viewer of A', { role: 'viewer', ...onlyA }],
  ] as const;
  const cookies: Partial<Record<CallerName, string>> = { nobody: '' };
  for (const [name, what] of people) {
    await access.addAccount({ name, password, ...what });
    const { value } = await access.redeem(access.oneTimeCode(name), {
      address: '127.0.0.1',
      client: null,
      session: null,
    });
    cookies[name] = value;
  }
  // Everyone of the list has one now.
  return cookies as Readonly<Record<CallerName, string>>;
}

/** The header that carries a session, none for an empty one. */
export function cookieOf(value: string): Readonly<Record<string, string>> {
  return value === '' ? {} : { cookie: `seatledger=${value}` };
}

function dumped(file: string): string {
  using database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table' order by name").all();
  return tables
    .map(({ name }) => {
      const rows = database.prepare(`select * from "${String(name)}"`).all();
      return `${String(name)} ${JSON.stringify(rows, (key, value: unknown) => (key === 'last_used_at' ? '' : value))}`;
    })
    .join('\n');
}
