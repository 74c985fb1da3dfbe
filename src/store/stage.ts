import { sql } from 'kysely';
import { changesOfUser, type Change } from '../domain/ledger.ts';
import type { User, UserId } from '../domain/records.ts';
import type { Value } from './engines/engine.ts';
import { readMarks } from './marks.ts';
import type { Store } from './open.ts';
import { currentUsers } from './read-users.ts';
import {
  fingerprint,
  seatNames,
  seatValues,
  userNames,
  userValues,
  type StoredSeat,
  type StoredUser,
} from './rows.ts';
import { checkFence, type Differing, type Run } from './runs.ts';
import type { StagedEntryColumns } from './tables.ts';

/**
 * From how many on they are written. Fewer than a page has, so that a first collection writes each page at once: users
 * that wait for others live long enough for the garbage collector to copy them twice, which costs a quarter of the time.
 */
const usersPerTransaction = 300;

/**
 * Stages one page of users: keeps only those that differ from the published generation, each with the entries it
 * will make, and marks the rest as seen without writing anything.
 */
export async function stageUsers(run: Run, store: Store, users: readonly User[]): Promise<void> {
  run.marks ??= await readMarks(run.tenantId, store, run.publishedUsers);
  const { ordinalOf } = run.marks;
  const read = users.map((user) => {
    const hash = fingerprint(user);
    return { user, hash, equal: ordinalOf(hash) };
  });
  const others = read.filter(({ equal }) => equal === undefined).map(({ user }) => user.id);
  const ordinals = await publishedOrdinals(run, store, others);
  for (const { user, hash, equal } of read) {
    const ordinal = equal ?? ordinals.get(user.id);
    const first = ordinal === undefined || run.seen.add(ordinal);
    // A user met twice is staged again even when equal to the published one, so that the last page wins.
    if (equal === undefined || !first) run.unwritten.push({ user, hash, ordinal });
  }
  if (run.unwritten.length >= usersPerTransaction) await writeStaged(run, store);
}

/** Writes what was staged in memory since the last write. */
export async function writeStaged(run: Run, store: Store): Promise<void> {
  const differing = run.unwritten;
  if (differing.length === 0) return;
  run.unwritten = [];
  const known = differing.filter(({ ordinal }) => ordinal !== undefined).map(({ user }) => user.id);
  const before = await currentUsers(store.db, run.tenantId, known);
  const rows = differing.map((one) => stagedRows(run, one, before.get(one.user.id) ?? null));
  const { insertMany } = store.engine;
  const lists = {
    users: rows.map((row) => row.user),
    seats: rows.flatMap((row) => row.seats),
    entries: rows.flatMap((row) => row.entries),
  };
  await store.engine.stage(async (transaction) => {
    await checkFence(run, { ...store, db: transaction });
    await insertMany(transaction, 'stageUser', stagedUserNames, lists.users);
    await insertMany(transaction, 'stageSeat', stagedSeatNames, lists.seats);
    await insertMany(transaction, 'stageEntry', stagedEntryNames, lists.entries);
  });
}

/** Stages the departure of published users whom a complete read did not meet. */
export async function stageDepartures(
  run: Run,
  store: Store,
  departed: readonly StoredUser[],
): Promise<void> {
  const entries = departed.flatMap((user) => {
    const place = [run.tenantId, run.nextPosition++];
    return changesOfUser(user, null).map((change) => [...place, ...entryValues(change)]);
  });
  await store.engine.stage(async (transaction) => {
    await checkFence(run, { ...store, db: transaction });
    await store.engine.insertMany(transaction, 'stageEntry', stagedEntryNames, entries);
  });
}

/** The columns of an entry before it has its place in the chain. */
export function entryColumnsOf(change: Change): StagedEntryColumns {
  return {
    kind: change.kind,
    object: change.object,
    userId: change.userId ?? null,
    skuId: change.skuId ?? null,
    before: change.before && JSON.stringify(change.before),
    after: change.after && JSON.stringify(change.after),
  };
}

const stagedUserNames = ['tenantId', 'position', ...userNames, 'ordinal', 'hash', 'losesAll'] as const;
const stagedSeatNames = ['tenantId', 'position', ...seatNames] as const;
const stagedEntryNames = [
  'tenantId',
  'position',
  'kind',
  'object',
  'userId',
  'skuId',
  'before',
  'after',
] as const;

/** The rows that one user makes in the stage. */
type StagedRows = {
  readonly user: readonly Value[];
  readonly seats: readonly (readonly Value[])[];
  readonly entries: readonly (readonly Value[])[];
};

function stagedRows(run: Run, differing: Differing, before: StoredUser | null): StagedRows {
  const { user, hash, ordinal = run.nextOrdinal++ } = differing;
  const place = [run.tenantId, run.nextPosition++];
  const losesAll = before !== null && before.seats.length > 0 && user.seats.length === 0 ? 1 : 0;
  const changes = run.opensUsers ? [] : changesOfUser(before, user);
  return {
    user: [...place, ...userValues(user), ordinal, hash, losesAll],
    seats: seatsToOpen(run, user, before, changes).map((seat) => [...place, ...seatValues(user.id, seat)]),
    entries: changes.map((change) => [...place, ...entryValues(change)]),
  };
}

/** The seats that need a new version: those assigned or changed; all of them in the opening. */
function seatsToOpen(
  run: Run,
  user: User,
  before: StoredUser | null,
  changes: readonly Change[],
): readonly StoredSeat[] {
  if (run.opensUsers) return user.seats.map((seat) => ({ ...seat, sinceIn: run.generation }));
  const sinceIn = new Map(before?.seats.map((seat) => [seat.skuId, seat.sinceIn]));
  const touched = new Set(
    changes
      .filter(({ kind }) => kind === 'seat-assigned' || kind === 'seat-changed')
      .map(({ skuId }) => skuId),
  );
  return user.seats
    .filter((seat) => touched.has(seat.skuId))
    .map((seat) => ({ ...seat, sinceIn: sinceIn.get(seat.skuId) ?? run.generation }));
}

function entryValues(change: Change): Value[] {
  const columns = entryColumnsOf(change);
  return [columns.kind, columns.object, columns.userId, columns.skuId, columns.before, columns.after];
}

/** The ordinals of those users who are published. */
async function publishedOrdinals(
  run: Run,
  store: Store,
  ids: readonly UserId[],
): Promise<ReadonlyMap<string, number>> {
  if (run.publishedUsers === 0 || ids.length === 0) return new Map();
  // `cross join` keeps SQLite to the order: each text of the list looks up its user, never the other way round.
  const { rows } = await sql<{ id: string; ordinal: number }>`
    select published.id, published.ordinal from ${store.engine.list(ids)} as list
    cross join "user" as published where published.tenant_id = ${run.tenantId}
      and published.id = list.value and published.closed_in is null`.execute(store.db);
  return new Map(rows.map(({ id, ordinal }) => [id, ordinal]));
}
