import { changesOfUser, type Change } from '../domain/ledger.ts';
import type { TenantId, User, UserId } from '../domain/records.ts';
import type { Database, Value } from './engines/engine.ts';
import type { Store } from './open.ts';
import { currentUsers } from './read-users.ts';
import { fingerprint, seatColumns, userColumns, type StoredSeat, type StoredUser } from './rows.ts';
import { checkFence, type Run } from './runs.ts';
import type { StagedEntryColumns } from './tables.ts';

/**
 * Stages one page of users: keeps only those that differ from the published generation, each with the entries it
 * will make, and marks the rest as seen without writing anything.
 */
export async function stageUsers(run: Run, store: Store, users: readonly User[]): Promise<void> {
  if (users.length === 0) return;
  const published = await publishedMarks(store.db, run.tenantId, users);
  const differing = users
    .map((user) => ({ user, mark: published.get(user.id), hash: fingerprint(user) }))
    .filter(({ mark, hash }) => {
      const first = mark ? run.seen.add(mark.ordinal) : true;
      // A user met twice is staged again even when equal to the published one, so that the last page wins.
      return !mark || !first || mark.hash !== hash;
    });
  if (differing.length === 0) return;
  const known = differing.filter(({ mark }) => mark).map(({ user }) => user.id);
  const before = await currentUsers(store.db, run.tenantId, known);
  const rows = differing.map(({ user, mark, hash }) =>
    stagedRows(run, user, before.get(user.id) ?? null, mark?.ordinal ?? run.nextOrdinal++, hash),
  );
  await store.db.transaction().execute(async (transaction) => {
    await checkFence(transaction, run);
    await writeStaged(transaction, store, rows);
  });
}

/** Stages the departure of published users whom a complete read did not meet. */
export async function stageDepartures(
  run: Run,
  store: Store,
  departed: readonly StoredUser[],
): Promise<void> {
  const entries = departed.flatMap((user) => {
    const place = [run.tenantId, run.id, run.nextPosition++];
    return changesOfUser(user, null).map((change) => [...place, ...entryValues(change)]);
  });
  await store.db.transaction().execute(async (transaction) => {
    await checkFence(transaction, run);
    await store.engine.insertMany(transaction, 'stageEntry', entryColumns, entries);
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

type StagedRows = { readonly user: readonly Value[]; readonly seats: Value[][]; readonly entries: Value[][] };

const userNames = [
  'tenantId',
  'runId',
  'position',
  'id',
  'userPrincipalName',
  'displayName',
  'mail',
  'enabled',
  'type',
  'createdAt',
  'usageLocation',
  'country',
  'department',
  'companyName',
  'jobTitle',
  'employeeId',
  'employeeType',
  'costCenter',
  'division',
  'hybrid',
  'waiting',
  'searchText',
  'ordinal',
  'hash',
  'losesAll',
] as const;

const seatNames = [
  'tenantId',
  'runId',
  'position',
  'userId',
  'skuId',
  'sinceIn',
  'sources',
  'state',
  'error',
  'disabledPlans',
] as const;

const entryColumns = [
  'tenantId',
  'runId',
  'position',
  'kind',
  'object',
  'userId',
  'skuId',
  'before',
  'after',
] as const;

function stagedRows(
  run: Run,
  user: User,
  before: StoredUser | null,
  ordinal: number,
  hash: string,
): StagedRows {
  const place = { tenantId: run.tenantId, runId: run.id, position: run.nextPosition++ };
  const losesAll = before !== null && before.seats.length > 0 && user.seats.length === 0 ? 1 : 0;
  const row = { ...place, ...userColumns(user), ordinal, hash, losesAll };
  const changes = run.opensUsers ? [] : changesOfUser(before, user);
  return {
    user: userNames.map((name) => row[name] as Value),
    seats: seatsToOpen(run, user, before, changes).map((seat) => {
      const columns = { ...place, ...seatColumns(user.id, seat) };
      return seatNames.map((name) => columns[name] as Value);
    }),
    entries: changes.map((change) => [place.tenantId, place.runId, place.position, ...entryValues(change)]),
  };
}

/** The seats that need a new version: those assigned or changed; all of them in the opening. */
function seatsToOpen(
  run: Run,
  user: User,
  before: StoredUser | null,
  changes: readonly Change[],
): readonly StoredSeat[] {
  const sinceIn = new Map(before?.seats.map((seat) => [seat.skuId, seat.sinceIn]));
  const touched = new Set(
    changes
      .filter(({ kind }) => kind === 'seat-assigned' || kind === 'seat-changed')
      .map(({ skuId }) => skuId),
  );
  return user.seats
    .filter((seat) => run.opensUsers || touched.has(seat.skuId))
    .map((seat) => ({ ...seat, sinceIn: sinceIn.get(seat.skuId) ?? run.generation }));
}

async function writeStaged(transaction: Database, store: Store, rows: readonly StagedRows[]): Promise<void> {
  const { insertMany } = store.engine;
  await insertMany(
    transaction,
    'stageUser',
    userNames,
    rows.map((row) => row.user),
  );
  await insertMany(
    transaction,
    'stageSeat',
    seatNames,
    rows.flatMap((row) => row.seats),
  );
  await insertMany(
    transaction,
    'stageEntry',
    entryColumns,
    rows.flatMap((row) => row.entries),
  );
}

function entryValues(change: Change): Value[] {
  const columns = entryColumnsOf(change);
  return [columns.kind, columns.object, columns.userId, columns.skuId, columns.before, columns.after];
}

type Mark = { readonly ordinal: number; readonly hash: string };

async function publishedMarks(
  database: Database,
  tenantId: TenantId,
  users: readonly User[],
): Promise<ReadonlyMap<UserId, Mark>> {
  const rows = await database
    .selectFrom('user')
    .select(['id', 'ordinal', 'hash'])
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where(
      'id',
      'in',
      users.map((user) => user.id),
    )
    .execute();
  return new Map(rows.map(({ id, ordinal, hash }) => [id as UserId, { ordinal, hash }]));
}
