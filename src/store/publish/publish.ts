import type { Change } from '../../domain/ledger.ts';
import type { ResourceName } from '../../domain/records.ts';
import type { Store } from '../open.ts';
import { instant } from '../../domain/instants.ts';
import {
  checkFence,
  dropStaged,
  endRun,
  type ResourceState,
  type ResourceStates,
  type Run,
} from '../runs.ts';
import { appendEntries } from './chain.ts';
import { publishFindings } from './findings.ts';
import { judgeSkus, judgeUsers, type Judgement } from './holds.ts';
import { publishLines } from './lines.ts';
import { paidSeats } from './paid-seats.ts';
import type { Publication, PublishOptions, PublishOutcome } from './publication.ts';
import { publishTenant, publishThings } from './things.ts';
import { publishUsers } from './users.ts';

/**
 * Makes a run the published state, in one transaction: fence, guard, versions, balance lines, entries, generation.
 * Where the guard does not believe the users, nothing is published and the run is held.
 * @throws Superseded when a newer run of the tenant has begun
 */
export async function publish(
  run: Run,
  store: Store,
  publication: Publication,
  options: PublishOptions,
): Promise<PublishOutcome> {
  const users = await judgeUsers(run, store, publication.users, options.acceptHeld);
  if (users.type === 'held') {
    const reason = users.doubts.map((doubt) => doubt.message).join('; ');
    await endRun(run, store, {
      state: 'held',
      reason,
      requests: options.requests,
      throttled: options.throttled,
    });
    return { type: 'held', doubts: users.doubts };
  }
  // One moment for the generation and all its entries, so that either is found by the date of the other.
  const at = store.now();
  return store.db
    .transaction()
    .execute((transaction) =>
      write(run, { ...store, db: transaction, now: () => at }, publication, options, users),
    );
}

async function write(
  run: Run,
  store: Store,
  publication: Publication,
  options: PublishOptions,
  users: Extract<Judgement, { type: 'believed' }>,
): Promise<PublishOutcome> {
  const transaction = store.db;
  await checkFence(run, store);
  const skus = await judgeSkus(run, store, publication.skus, options.acceptHeld);
  const resources = resourceStates(run, { ...publication, skus: skus.reading }, users.total);
  await publishTenant(run, transaction, publication);
  const things = await publishThings(run, store, { ...publication, skus: skus.reading });
  const staged = publication.users.state === 'read' ? await publishUsers(run, store) : { changed: false };
  const kept = [...keptResources(publication), ...skus.kept];
  const untouched = things.length === 0 && !staged.changed && kept.length === 0 && run.wasWhole;
  const opened = untouched ? [] : await publishLines(run, store, resources);
  if (!untouched) await publishFindings(run, store);
  const changes: Change[] = [...users.changes, ...skus.changes, ...opened, ...things];
  const entries = await appendEntries(run, store, changes);
  await transaction
    .updateTable('run')
    .set({
      state: 'published',
      generation: run.generation,
      endedAt: store.now().toISOString(),
      requests: options.requests,
      throttled: options.throttled,
      partial: kept.length > 0 ? 1 : 0,
      reason: kept.length > 0 ? kept.map(({ what, reason }) => `${what}: ${reason}`).join('; ') : null,
      resources: JSON.stringify(resources),
      usersAdded: users.added,
      usersRemoved: users.removed,
      ledgerHead: entries.head,
      paidSeats: await paidSeats(run, store),
    })
    .where('tenantId', '=', run.tenantId)
    .where('runId', '=', run.id)
    .execute();
  await openGeneration(run, store);
  return { type: 'published', generation: run.generation, entries: entries.count, kept };
}

async function openGeneration(run: Run, store: Store): Promise<void> {
  await dropStaged(run.tenantId, store);
  await store.db
    .updateTable('tenant')
    .set({ generation: run.generation, nextOrdinal: run.nextOrdinal, refusedReason: null })
    .where('tenantId', '=', run.tenantId)
    .execute();
}

function keptResources(publication: Publication): { what: ResourceName; reason: string }[] {
  return Object.entries(publication).flatMap(([name, reading]) =>
    reading.state === 'kept' && name !== 'application'
      ? [{ what: name as ResourceName, reason: reading.reason }]
      : [],
  );
}

function resourceStates(run: Run, publication: Publication, users: number): ResourceStates {
  const state = (name: ResourceName): ResourceState => {
    const reading = publication[name];
    const before = run.resources[name];
    if (reading.state === 'kept') {
      return { ...before, state: before.readAt ? 'kept' : 'never', reason: reading.reason };
    }
    const proof = 'proof' in reading ? reading.proof : { endedAt: reading.readAt, rows: 1, count: null };
    return {
      state: 'read',
      readAt: instant(proof.endedAt),
      readIn: run.generation,
      openedIn: before.openedIn ?? run.generation,
      rows: proof.rows,
      count: proof.count,
      reason: null,
    };
  };
  return {
    organization: state('organization'),
    skus: state('skus'),
    subscriptions: state('subscriptions'),
    users: withCounts(state('users'), publication.users, users),
    groups: state('groups'),
    deletedUsers: state('deletedUsers'),
    application: state('application'),
  };
}

/** Of users the distinct ones count, against what the directory counts. */
function withCounts(state: ResourceState, reading: Publication['users'], users: number): ResourceState {
  return reading.state === 'read' ? { ...state, rows: users, count: reading.value.directory } : state;
}
