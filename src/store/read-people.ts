import { sql, type SqlBool } from 'kysely';
import type { GroupId, SkuId, TenantId, UserId } from '../domain/records.ts';
import type { Store } from './open.ts';
import { currentUsers } from './read-users.ts';
import type { StoredUser } from './rows.ts';

const batch = 1000;

/** Which of the present users to read. */
export type PeopleFilter = {
  readonly skuIds?: readonly SkuId[];
  /** Part of a name, principal name or address, in any letter case. */
  readonly search?: string;
};

/** The present users in the order of their names, a thousand at a time. */
export async function* people(
  tenantId: TenantId,
  store: Store,
  filter: PeopleFilter = {},
): AsyncGenerator<readonly StoredUser[]> {
  let after = { searchText: '', id: '' };
  for (;;) {
    const keys = await nextKeys(tenantId, store, filter, after);
    const last = keys.at(-1);
    if (!last) return;
    after = last;
    const ids = keys.map((key) => key.id as UserId);
    const users = await currentUsers(store.db, tenantId, ids);
    yield ids.flatMap((id) => users.get(id) ?? []);
    if (keys.length < batch) return;
  }
}

/** The present user of that object id or principal name, in any letter case; null when there is none. */
export async function findUser(tenantId: TenantId, store: Store, text: string): Promise<StoredUser | null> {
  const lower = text.toLowerCase();
  const row = await store.db
    .selectFrom('user')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where((user) => user.or([user('id', '=', lower), sql<SqlBool>`lower(user_principal_name) = ${lower}`]))
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const id = row.id as UserId;
  return (await currentUsers(store.db, tenantId, [id])).get(id) ?? null;
}

/** Ids of users, present or gone, that were ever called so. */
export async function userIdsNamed(
  tenantId: TenantId,
  store: Store,
  text: string,
): Promise<readonly UserId[]> {
  const lower = text.toLowerCase();
  const rows = await store.db
    .selectFrom('user')
    .select('id')
    .distinct()
    .where('tenantId', '=', tenantId)
    .where((user) => user.or([user('id', '=', lower), sql<SqlBool>`lower(user_principal_name) = ${lower}`]))
    .execute();
  return rows.map((row) => row.id as UserId);
}

/** The names of the groups that hand out licenses, by id. */
export async function groupNames(tenantId: TenantId, store: Store): Promise<ReadonlyMap<GroupId, string>> {
  const rows = await store.db
    .selectFrom('licenseGroup')
    .select(['id', 'displayName'])
    .where('tenantId', '=', tenantId)
    .orderBy('openedIn')
    .execute();
  return new Map(
    rows.flatMap(({ id, displayName }) => (displayName === null ? [] : [[id as GroupId, displayName]])),
  );
}

/** When each generation was published: the dates since which seats are held. */
export async function publishingDates(
  tenantId: TenantId,
  store: Store,
): Promise<ReadonlyMap<number, string>> {
  const rows = await store.db
    .selectFrom('run')
    .select(['generation', 'endedAt'])
    .where('tenantId', '=', tenantId)
    .where('generation', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ generation, endedAt }) =>
      generation === null || endedAt === null ? [] : [[generation, endedAt]],
    ),
  );
}

async function nextKeys(
  tenantId: TenantId,
  store: Store,
  { skuIds, search }: PeopleFilter,
  after: { readonly searchText: string; readonly id: string },
): Promise<{ searchText: string; id: string }[]> {
  let query = store.db
    .selectFrom('user')
    .select(['searchText', 'id'])
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where(sql<SqlBool>`(search_text, id) > (${after.searchText}, ${after.id})`);
  if (search) query = query.where(sql<SqlBool>`search_text like ${likePattern(search)} escape '\\'`);
  if (skuIds) {
    query = query.where((user) =>
      user.exists(
        user
          .selectFrom('seat')
          .select('seat.skuId')
          .whereRef('seat.tenantId', '=', 'user.tenantId')
          .whereRef('seat.userId', '=', 'user.id')
          .where('seat.closedIn', 'is', null)
          .where('seat.skuId', 'in', skuIds.length > 0 ? skuIds : ['']),
      ),
    );
  }
  return query.orderBy('searchText').orderBy('id').limit(batch).execute();
}

function likePattern(search: string): string {
  return `%${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
