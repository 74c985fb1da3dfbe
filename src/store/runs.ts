import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Instant, ResourceName, RunId, TenantId, User } from '../domain/records.ts';
import type { Database } from './engines/engine.ts';
import type { Marks } from './marks.ts';
import type { Store } from './open.ts';
import { Refusal, Superseded } from './refusal.ts';
import { createSeen, type Seen } from './seen.ts';

/** How a resource stands after a run: read by it, or kept from the last run that could read it. */
export type ResourceState = {
  readonly state: 'read' | 'kept' | 'never';
  readonly readAt: Instant | null;
  /** The generation whose run read it last. */
  readonly readIn: number | null;
  /** The generation that first read it; what it found then has no date of its own. */
  readonly openedIn: number | null;
  /** Rows of that read. */
  readonly rows: number | null;
  /** What Microsoft counted, where it was asked. */
  readonly count: number | null;
  /** Why it could not be read, when it was kept. */
  readonly reason: string | null;
};

/** The state of each resource. */
export type ResourceStates = Readonly<Record<ResourceName, ResourceState>>;

/** A user who is not as published: new, changed, or met again. */
export type Differing = {
  readonly user: User;
  readonly hash: string;
  /** Of the published version; undefined for a new user. */
  readonly ordinal: number | undefined;
};

/** A run that is under way: its fence, what it has met, and where its next row goes. */
export type Run = {
  readonly tenantId: TenantId;
  readonly id: RunId;
  readonly epoch: number;
  /** The generation that it will be if it is published. */
  readonly generation: number;
  readonly startedAt: Date;
  /** True when users were never read before: what it finds is the opening, without an entry for each. */
  readonly opensUsers: boolean;
  /** True when the run published last could read everything, so that its lines stand unless something changed. */
  readonly wasWhole: boolean;
  /** How the resources stood before it. */
  readonly resources: ResourceStates;
  /** Users of the published generation. */
  readonly publishedUsers: number;
  /** Users staged with this ordinal or a higher one are new. */
  readonly firstNewOrdinal: number;
  seen: Seen;
  /** The published fingerprints, from the first page of users on. */
  marks: Marks | null;
  /** Those staged in memory and not written yet. */
  unwritten: Differing[];
  nextPosition: number;
  nextOrdinal: number;
};

/**
 * Starts a run: takes the tenant's next epoch, so that an older run of it can write no more,
 * and clears away what that one had staged.
 * @throws Refusal when the tenant is not there.
 */
export async function startRun(tenantId: TenantId, store: Store): Promise<Run> {
  const startedAt = store.now();
  const id = randomUUID() as RunId;
  return store.db.transaction().execute(async (transaction) => {
    const tenant = await transaction
      .updateTable('tenant')
      .set((expression) => ({ epoch: expression('epoch', '+', 1) }))
      .where('tenantId', '=', tenantId)
      .returning(['epoch', 'generation', 'nextOrdinal'])
      .executeTakeFirst();
    if (!tenant) throw new Refusal(`Tenant ${tenantId} is not connected.`);
    await endOlderRuns(tenantId, { ...store, db: transaction }, startedAt);
    const last = await publishedRun(transaction, tenantId, tenant.generation);
    const resources = last?.resources ?? neverRead;
    await transaction
      .insertInto('run')
      .values({
        tenantId,
        runId: id,
        epoch: tenant.epoch,
        generation: null,
        state: 'running',
        startedAt: startedAt.toISOString(),
        endedAt: null,
        requests: 0,
        throttled: 0,
        partial: 0,
        reason: null,
        host: hostname(),
        pid: process.pid,
        resources: JSON.stringify(resources),
        usersAdded: 0,
        usersRemoved: 0,
        ledgerHead: null,
      })
      .execute();
    return {
      tenantId,
      id,
      epoch: tenant.epoch,
      generation: tenant.generation + 1,
      startedAt,
      opensUsers: resources.users.state === 'never',
      wasWhole: last !== null && !last.partial,
      resources,
      publishedUsers: resources.users.state === 'never' ? 0 : await countUsers(transaction, tenantId),
      firstNewOrdinal: tenant.nextOrdinal,
      seen: createSeen(tenant.nextOrdinal),
      marks: null,
      unwritten: [],
      nextPosition: 1,
      nextOrdinal: tenant.nextOrdinal,
    };
  });
}

/** Ends a run that publishes nothing, and drops what it had staged; a newer run has done both already. */
export async function endRun(
  run: Run,
  store: Store,
  end: { state: 'held' | 'failed'; reason: string; requests: number; throttled: number },
): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('run')
      .set({ ...end, endedAt: store.now().toISOString() })
      .where('tenantId', '=', run.tenantId)
      .where('runId', '=', run.id)
      .where('state', '=', 'running')
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await dropStaged(run.tenantId, { ...store, db: transaction });
  });
}

/**
 * Passes while this run is the newest of its tenant; every transaction of a run begins with it.
 * @throws Superseded
 */
export async function checkFence(run: Run, { db: transaction, engine }: Store): Promise<void> {
  const tenant = transaction.selectFrom('tenant').select('epoch').where('tenantId', '=', run.tenantId);
  // With many writers the next run waits at this row until the transaction ends; SQLite has one process that writes.
  const held = engine.name === 'postgres' ? tenant.forNoKeyUpdate() : tenant;
  const { epoch } = await held.executeTakeFirstOrThrow();
  if (epoch !== run.epoch) throw new Superseded();
}

/** Forgets what was staged for users, so that their list can be read again from its first page. */
export async function restartUsers(run: Run, store: Store): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    await checkFence(run, { ...store, db: transaction });
    await dropStaged(run.tenantId, { ...store, db: transaction });
  });
  run.seen = createSeen(run.nextOrdinal);
  run.unwritten = [];
}

/** Removes everything that runs of the tenant have staged; for use inside a transaction of the store. */
export async function dropStaged(tenantId: TenantId, store: Store): Promise<void> {
  for (const table of ['stageUser', 'stageSeat', 'stageEntry'] as const) {
    const rows = store.db.deleteFrom(table);
    const all = await mayBeEmptied(tenantId, store, table);
    await (all ? rows : rows.where('tenantId', '=', tenantId)).execute();
  }
}

/**
 * SQLite empties a whole table at once, but takes out its rows one by one. Only there is nobody else who could
 * write rows of another tenant meanwhile.
 */
async function mayBeEmptied(
  tenantId: TenantId,
  store: Store,
  table: 'stageUser' | 'stageSeat' | 'stageEntry',
): Promise<boolean> {
  if (store.engine.name !== 'sqlite') return false;
  const other = await store.db
    .selectFrom(table)
    .select('position')
    .where('tenantId', '<>', tenantId)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}

/** The run that published a generation; null before the first. */
async function publishedRun(
  database: Database,
  tenantId: TenantId,
  generation: number,
): Promise<{ readonly runId: RunId; readonly partial: boolean; readonly resources: ResourceStates } | null> {
  const row = await database
    .selectFrom('run')
    .select(['runId', 'partial', 'resources'])
    .where('tenantId', '=', tenantId)
    .where('generation', '=', generation)
    .executeTakeFirst();
  if (!row) return null;
  return {
    runId: row.runId as RunId,
    partial: row.partial === 1,
    resources: JSON.parse(row.resources) as ResourceStates,
  };
}

const never: ResourceState = {
  state: 'never',
  readAt: null,
  readIn: null,
  openedIn: null,
  rows: null,
  count: null,
  reason: null,
};

const neverRead: ResourceStates = {
  organization: never,
  skus: never,
  subscriptions: never,
  users: never,
  groups: never,
  deletedUsers: never,
  application: never,
};

async function endOlderRuns(tenantId: TenantId, store: Store, now: Date): Promise<void> {
  await dropStaged(tenantId, store);
  await store.db
    .updateTable('run')
    .set({ state: 'failed', reason: 'interrupted', endedAt: now.toISOString() })
    .where('tenantId', '=', tenantId)
    .where('state', '=', 'running')
    .execute();
}

async function countUsers(database: Database, tenantId: TenantId): Promise<number> {
  const { count } = await database
    .selectFrom('user')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
