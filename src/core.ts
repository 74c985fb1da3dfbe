import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Refusal } from './api/contract/refusal.ts';
import { asRefusal } from './api/operations/refusals.ts';
import type { OperationsContext } from './api/operations/context.ts';
import type { Access } from './api/access/access.ts';
import type { AccessContext } from './api/access/context.ts';
import type { CollectOptions } from './collect/collect.ts';
import { readConfig, type Config } from './config.ts';
import { loadProducts } from './domain/products.ts';
import type { Log } from './graph/graph.ts';
import type { Http } from './graph/http.ts';
import type { Clock } from './graph/pace.ts';
import type { AccessStore } from './store/access/open.ts';
import type { ConnectedTenant } from './store/connections.ts';
import { keepMeta, readMeta } from './store/meta.ts';
import { openStore, type Store } from './store/open.ts';
import type { Vault } from './vault/vault.ts';
import { version } from './version.ts';

/** This machine's data and the world around it, put together but for who asks. */
export type Core = {
  readonly config: Config;
  readonly clock: Clock;
  readonly store: Store;
  readonly context: Omit<OperationsContext, 'caller'>;
  /** Who may call; opened when first asked. */
  readonly access: (listener?: AccessListener) => Promise<Access>;
  /** 32 bytes that sign the cursors of lists, the same for every process on this data. */
  readonly cursorKey: () => Promise<Uint8Array>;
  /** What whoever started it should know, though it stops nothing. */
  readonly notes: readonly string[];
  close(): Promise<void>;
};

/** What is to be told of the access. */
export type AccessListener = Pick<AccessContext, 'onCode' | 'onManyFailures'>;

/** What a caller of the program chose. */
export type CoreOptions = {
  readonly env: Environment;
  readonly dataDir?: string;
  readonly verbose: boolean;
  /** Time as this process sees it; the machine's own unless given. */
  readonly clock?: Clock;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the data and puts the program together; the network, the vault and the product names only when needed.
 * @throws Refusal for wrong settings and for data that cannot be opened.
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const config = readConfig(options.env, options);
  const clock = options.clock ?? machineClock;
  const { now } = clock;
  const store = await openData(config, now);
  const vault = once(() => openVault(config, store));
  let network: Promise<Network> | undefined;
  const reach = () => (network ??= openNetwork(config, clock));
  const context = {
    store,
    now,
    products: loadProducts,
    vault,
    async collect(tenant: ConnectedTenant, collectOptions: CollectOptions) {
      const { collect } = await import('./collect/collect.ts');
      const { explainRefusal } = await import('./onboard/refusals.ts');
      const outside = { ...(await reach()), vault: await vault(), explain: explainRefusal };
      return collect(tenant, store, outside, collectOptions);
    },
    async outside() {
      const { http, random, log } = await reach();
      return { http, now, wait: clock.wait, random, log, proxy: proxyIn(options.env) };
    },
    setup: {
      version,
      dataDir: config.dataDir,
      database:
        config.databaseUrl === null
          ? `SQLite at ${databaseFile(config)}`
          : withoutPassword(config.databaseUrl),
      keyFile: config.keyFile,
    },
  };
  const access = createOpener(config, context);
  return {
    config,
    clock,
    store,
    context,
    access: access.open,
    cursorKey: access.cursorKey,
    notes: await missingKey(config, store),
    async close() {
      await network?.then(({ close }) => close());
      await access.close();
      await store.engine.close();
    },
  };
}

/** Opens what says who may call at most once, and closes it if it was opened. */
function createOpener(config: Config, context: Omit<OperationsContext, 'caller'>) {
  let opened: Promise<{ readonly access: Access; readonly store: AccessStore }> | undefined;
  const openNow = async (listener: AccessListener) => {
    const { createAccess } = await import('./api/access/access.ts');
    const { openAccessStore } = await import('./store/access/open.ts');
    const { tenantNamed } = await import('./api/operations/find.ts');
    const store = await openAccessStore(
      config.databaseUrl === null
        ? { file: path.join(config.dataDir, 'seatledger-access.sqlite') }
        : { url: config.databaseUrl },
      context.now,
    );
    const access = createAccess({
      ...listener,
      store,
      now: context.now,
      random: randomBytes,
      dataDir: config.dataDir,
      resolveTenants: async (names, caller) =>
        Promise.all(
          names.map(async (name) => (await tenantNamed({ ...context, caller }, name)).tenant.tenantId),
        ),
    });
    return { access, store };
  };
  return {
    open: async (listener: AccessListener = {}): Promise<Access> => {
      opened ??= openNow(listener);
      return (await opened).access;
    },
    cursorKey: async () => {
      opened ??= openNow({});
      const { keepSetting } = await import('./store/access/settings.ts');
      const kept = await keepSetting(
        (await opened).store,
        'cursor-key',
        randomBytes(32).toString('base64url'),
      );
      return Buffer.from(kept, 'base64url');
    },
    close: async () => (await opened)?.store.close(),
  };
}

async function openData(config: Config, now: () => Date): Promise<Store> {
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'store',
      `The data directory ${config.dataDir} cannot be made (${message}). Choose another with --data-dir.`,
    );
  }
  try {
    const location =
      config.databaseUrl === null ? { file: databaseFile(config) } : { url: config.databaseUrl };
    return await openStore(location, now);
  } catch (error) {
    throw asRefusal(error);
  }
}

function databaseFile(config: Config): string {
  return path.join(config.dataDir, 'seatledger.sqlite');
}

/** The vault, once its key was held against the one that sealed this data; the first key makes itself known to it. */
async function openVault(config: Config, store: Store): Promise<Vault> {
  const { openKeyFile } = await import('./vault/key-file.ts');
  const { createVault } = await import('./vault/vault.ts');
  const known = await readMeta(store, 'key-check');
  const vault = createVault(openKeyFile(config.keyFile, { create: known === null, dataDir: config.dataDir }));
  const check = known ?? (await keepMeta(store, 'key-check', vault.keyCheck()));
  if (vault.matches(check)) return vault;
  throw new Refusal(
    'store',
    `The key in ${config.keyFile} is not the one that sealed this data. ` +
      'Put the right key file back, or let SEATLEDGER_KEY_FILE name it. Nothing was changed.',
  );
}

const machineClock: Clock = {
  now: () => new Date(),
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal ? { signal } : {}),
};

/** Without its key the data can be read, but nothing can be collected. */
async function missingKey(config: Config, store: Store): Promise<readonly string[]> {
  if (existsSync(config.keyFile) || (await readMeta(store, 'key-check')) === null) return [];
  return [
    `The master key ${config.keyFile} is missing: figures can be read, but nothing can be collected without it.`,
  ];
}

type Network = {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  close(): Promise<void>;
};

async function openNetwork(config: Config, clock: Clock): Promise<Network> {
  const { createHttp } = await import('./graph/http.ts');
  const { createLog } = await import('./log.ts');
  const { http, close } = createHttp({ version });
  return { http, close, clock, random: Math.random, log: await createLog(config.logLevel) };
}

function proxyIn(env: Environment): string | undefined {
  return env['https_proxy'] ?? env['HTTPS_PROXY'];
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  return `PostgreSQL ${pathname.slice(1)} at ${hostname}${port ? `:${port}` : ''} as ${username || 'the default user'}`;
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => (made ??= make());
}
