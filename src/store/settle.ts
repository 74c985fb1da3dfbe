import { sql } from 'kysely';
import type { UserChange } from '../domain/guard.ts';
import type { TenantId, UserId } from '../domain/records.ts';
import type { Database } from './engines/engine.ts';
import type { Store } from './open.ts';
import { currentUsers } from './read-users.ts';
import { checkFence, type Run } from './runs.ts';
import { stageDepartures, writeStaged } from './stage.ts';

const batch = 1000;
const weekMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Ends the reading of users: of one met twice the last page wins, those not met are staged as departed.
 * Says what publishing would change, for the guard. Only for a list that was read whole.
 */
export async function settleUsers(run: Run, store: Store, directory: number | null): Promise<UserChange> {
  await writeStaged(run, store);
  await store.engine.stage(async (transaction) => {
    await checkFence(run, { ...store, db: transaction });
    await dropRepeats(transaction, run);
  });
  const added = await countAdded(store.db, run);
  const removed = run.publishedUsers - run.seen.size;
  if (removed > 0) await stageUnseen(run, store);
  return {
    before: run.publishedUsers,
    now: run.seen.size + added,
    added,
    removed,
    losingAll: await countLosingAll(store.db, run),
    removedInWeek: await countRemovedInWeek(store, run.tenantId),
    directory,
  };
}

/** The users whose departure is staged. */
export async function departedUsers(run: Run, store: Store): Promise<readonly UserId[]> {
  const rows = await store.db
    .selectFrom('stageEntry')
    .select('userId')
    .where('tenantId', '=', run.tenantId)
    .where('kind', '=', 'user-removed')
    .orderBy('position')
    .execute();
  return rows.map((row) => row.userId as UserId);
}

/** Of rows staged for the same user only those of the last position stay. */
async function dropRepeats(transaction: Database, run: Run): Promise<void> {
  const repeated = await transaction
    .selectFrom('stageUser')
    .select(['id', (expression) => expression.fn.max('position').as('last')])
    .where('tenantId', '=', run.tenantId)
    .groupBy('id')
    .having((expression) => expression.fn.countAll<number>(), '>', 1)
    .execute();
  for (const { id, last } of repeated) {
    const earlier = await transaction
      .selectFrom('stageUser')
      .select('position')
      .where('tenantId', '=', run.tenantId)
      .where('id', '=', id)
      .where('position', '<', last)
      .execute();
    for (const table of ['stageUser', 'stageSeat', 'stageEntry'] as const) {
      await transaction
        .deleteFrom(table)
        .where('tenantId', '=', run.tenantId)
        .where(
          'position',
          'in',
          earlier.map((row) => row.position),
        )
        .execute();
    }
  }
}

/** Walks the published users in order and stages those that were not met. */
async function stageUnseen(run: Run, store: Store): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await store.db
      .selectFrom('user')
      .select(['id', 'ordinal'])
      .where('tenantId', '=', run.tenantId)
      .where('closedIn', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const gone = rows.filter(({ ordinal }) => !run.seen.has(ordinal)).map(({ id }) => id as UserId);
    const users = await currentUsers(store.db, run.tenantId, gone);
    if (users.size > 0) await stageDepartures(run, store, [...users.values()]);
  }
}

async function countAdded(database: Database, run: Run): Promise<number> {
  const { count } = await database
    .selectFrom('stageUser')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('tenantId', '=', run.tenantId)
    .where('ordinal', '>=', run.firstNewOrdinal)
    .executeTakeFirstOrThrow();
  return count;
}

async function countLosingAll(database: Database, run: Run): Promise<number> {
  const { count } = await database
    .selectFrom('stageUser')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('tenantId', '=', run.tenantId)
    .where('losesAll', '=', 1)
    .executeTakeFirstOrThrow();
  return count;
}

async function countRemovedInWeek(store: Store, tenantId: TenantId): Promise<number> {
  const weekAgo = new Date(store.now().getTime() - weekMs).toISOString();
  const { removed } = await store.db
    .selectFrom('run')
    .select(sql<number>`cast(coalesce(sum(users_removed), 0) as bigint)`.as('removed'))
    .where('tenantId', '=', tenantId)
    .where('state', '=', 'published')
    .where('endedAt', '>=', weekAgo)
    .executeTakeFirstOrThrow();
  return removed;
}
