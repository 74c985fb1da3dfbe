import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { openApp, type App } from '../../src/app.ts';
import type { Operations } from '../../src/api/contract/operations.ts';
import type { CollectAnswer, CollectRequest, Progress } from '../../src/api/contract/runs.ts';
import type { Clock } from '../../src/graph/pace.ts';
import { startSimulator, type SimulatedTenant, type Simulator } from '../../src/simulator/simulator.ts';
import { freshPostgres } from '../fresh-database.ts';

/** The engines that every promise about the store is shown on. */
export const engines = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof engines)[number];

/** A test of that name on each engine. */
export function onBothEngines(
  name: string,
  body: (world: World) => Promise<void>,
  options: WorldOptions = {},
): void {
  for (const engine of engines) {
    test(`${name} (${engine})`, async () => {
      await using world = await createWorld({ ...options, engine });
      await body(world);
    });
  }
}

export type WorldOptions = {
  readonly engine?: EngineName;
  readonly users?: number;
  readonly tenants?: number;
  /** The program's clock made from the world's, where the two have to differ. */
  readonly clock?: (ofWorld: Clock) => Clock;
};

/**
 * A whole Seatledger beside a simulated Microsoft, on one clock that stands still: it moves by `pass` and while
 * someone waits, so that no test sleeps.
 */
export type World = {
  readonly simulator: Simulator;
  /** The first simulated tenant. */
  readonly tenant: SimulatedTenant;
  readonly operations: Operations;
  readonly engine: EngineName;
  /** How the program is started on this data by a process of its own. */
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** What was waited for, in milliseconds, in order. */
  readonly waits: readonly number[];
  now(): Date;
  /** Lets time pass. */
  pass(milliseconds: number): void;
  /** Connects a simulated tenant with its secret. */
  connect(tenant?: SimulatedTenant): Promise<void>;
  /** Collects, and gives back the answer of the first tenant. */
  collect(request?: CollectRequest, report?: (progress: Progress) => void): Promise<CollectAnswer>;
  /** Closes the program and opens it again on the same data, as a new process would. */
  reopen(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A connected, not yet collected world. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const engine = options.engine ?? 'sqlite';
  const folder = await mkdtemp(path.join(tmpdir(), 'seatledger-test-'));
  const database = engine === 'postgres' ? await freshPostgres() : null;
  const env: Record<string, string> = {
    SEATLEDGER_DATA_DIR: path.join(folder, 'data'),
    SEATLEDGER_KEY_FILE: path.join(folder, 'key', 'master.key'),
    SEATLEDGER_LOG_LEVEL: 'silent',
    ...(database ? { SEATLEDGER_DATABASE_URL: database.url } : {}),
  };
  const time = createTime();
  const simulator = await startSimulator({
    now: time.now,
    users: options.users ?? 60,
    tenants: options.tenants ?? 1,
    compress: false,
  });
  const [tenant] = simulator.tenants;
  assert.ok(tenant);
  const clock = options.clock?.(time) ?? time;
  const open = () => openApp({ env, verbose: false, clock });
  let app: App = await open();
  const world: World = {
    simulator,
    tenant,
    engine,
    env,
    folder,
    waits: time.waits,
    now: time.now,
    pass: time.pass,
    get operations() {
      return app.operations;
    },
    connect: (which = tenant) => connect(app, simulator, which),
    async collect(request = {}, report = () => undefined) {
      const [answer] = await app.operations.collect(request, report);
      assert.ok(answer);
      return answer;
    },
    async reopen() {
      await app.close();
      app = await open();
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await simulator.close();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  for (const each of simulator.tenants) await world.connect(each);
  return world;
}

function createTime() {
  // MSAL and certificates go by the machine's clock, so that time begins now and only ever runs ahead.
  let now = Math.floor(Date.now() / 1000) * 1000;
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date(now),
    pass: (milliseconds: number) => void (now += milliseconds),
    wait: (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

async function connect(app: App, simulator: Simulator, tenant: SimulatedTenant): Promise<void> {
  const answer = await app.operations.connect(
    {
      tenant: tenant.id,
      clientId: tenant.clientId,
      secret: tenant.secret,
      cloud: 'custom',
      authorityHost: simulator.url,
      graphHost: simulator.url,
    },
    () => undefined,
  );
  assert.ok(answer.connected, answer.steps.map((step) => step.message).join('\n'));
}
