import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { freshPostgres } from '../../test/fresh-database.ts';
import type { Complete } from '../domain/complete.ts';
import type { LicenseGroup, Organization, Sku, Subscription, TenantId, User } from '../domain/records.ts';
import { id } from '../domain/testing.ts';
import { keepConnection } from './connections.ts';
import type { Engine } from './engines/engine.ts';
import { openStore, type Location, type Store } from './open.ts';
import { publish } from './publish/publish.ts';
import type { Publication, PublishOutcome } from './publish/publication.ts';
import { startRun, type Run } from './runs.ts';
import { settleUsers } from './settle.ts';
import { stageUsers } from './stage.ts';

/** The tenant that these tests work on, and its neighbor. */
export const [tenantA, tenantB] = [id<TenantId>(1001), id<TenantId>(1002)];

/** A ledger of two connected tenants that were never collected, on a clock that stands still. */
export type Ledger = {
  readonly store: Store;
  readonly location: Location;
  pass(milliseconds: number): void;
  /** Opens the same data once more, as another process would. */
  reopen(): Promise<Store>;
};

/** A test of that name on each engine. */
export function onBothEngines(name: string, body: (ledger: Ledger) => Promise<void>): void {
  for (const engine of ['sqlite', 'postgres'] as const) onEngine(engine, name, body);
}

/** A test of that name on one engine. */
export function onEngine(
  engine: Engine['name'],
  name: string,
  body: (ledger: Ledger) => Promise<void>,
): void {
  test(`${name} (${engine})`, async () => {
    const { location, remove } = await freshLocation(engine);
    let now = Date.parse('2026-03-01T08:00:00Z');
    const opened: Store[] = [];
    const open = async () => {
      const store = await openStore(location, () => new Date(now));
      opened.push(store);
      return store;
    };
    try {
      const store = await open();
      for (const tenantId of [tenantA, tenantB]) await keepConnection(tenantId, store, connection(tenantId));
      await body({ store, location, reopen: open, pass: (milliseconds) => void (now += milliseconds) });
    } finally {
      for (const store of opened) await store.engine.close();
      await remove();
    }
  });
}

/** An empty place for a ledger. */
export async function freshLocation(
  engine: Engine['name'],
): Promise<{ readonly location: Location; remove(): Promise<void> }> {
  if (engine === 'postgres') {
    const database = await freshPostgres();
    return { location: { url: database.url }, remove: database.drop };
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'seatledger-store-'));
  return {
    location: { file: path.join(folder, 'ledger.sqlite') },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a tenant has, as one run reads it. */
export type State = {
  readonly users: readonly User[];
  readonly skus?: readonly Sku[];
  readonly subscriptions?: readonly Subscription[];
  readonly groups?: readonly LicenseGroup[];
};

/** Collects a tenant that is like this, from the start of a run to its publication. */
export async function collected(store: Store, tenantId: TenantId, state: State): Promise<PublishOutcome> {
  const run = await startRun(tenantId, store);
  await stageUsers(run, store, state.users);
  return publishStaged(run, store, state);
}

/** Publishes a run whose users are staged; the directory counts as many as it is given here. */
export async function publishStaged(run: Run, store: Store, state: State): Promise<PublishOutcome> {
  const { users, skus = [], subscriptions = [], groups = [] } = state;
  const value = await settleUsers(run, store, new Set(users.map((user) => user.id)).size);
  const publication: Publication = {
    organization: { state: 'read', readAt: store.now(), value: organization(run.tenantId) },
    skus: { state: 'read', proof: proof(store, skus.length), value: skus },
    subscriptions: { state: 'read', proof: proof(store, subscriptions.length), value: subscriptions },
    users: { state: 'read', proof: proof(store, users.length), value },
    groups: { state: 'read', proof: proof(store, groups.length), value: groups },
    deletedUsers: { state: 'read', proof: proof(store, 0), value: [] },
    application: { state: 'kept', reason: 'not asked' },
  };
  return publish(run, store, publication, { acceptHeld: false, requests: 0, throttled: 0 });
}

/** Stands for the proof that only the pager makes: here no pages were read. */
function proof(store: Store, rows: number): Complete {
  const now = store.now();
  return { fingerprint: '', rows, pages: 1, count: null, startedAt: now, endedAt: now } as Complete;
}

function organization(tenantId: TenantId): Organization {
  return {
    id: tenantId,
    displayName: `Tenant ${tenantId.slice(-4)}`,
    countryCode: 'DE',
    tenantType: 'AAD',
    defaultDomain: null,
    domains: [],
  };
}

function connection(tenantId: TenantId) {
  return {
    tenantId,
    name: null,
    displayName: null,
    domain: null,
    countryCode: null,
    tenantType: null,
    clientId: id(1100),
    cloud: 'global',
    authorityHost: 'https://login.example',
    graphHost: 'https://graph.example',
    credentialKind: 'secret' as const,
    credentialEndsAt: null,
    dataKey: 'key',
    sealed: 'sealed',
  };
}
