import { sql, type SqlBool } from 'kysely';
import type { GroupId, TenantId, UserId } from '../domain/records.ts';
import type { Store } from './open.ts';
import { peopleAfter, type PeopleFilter, type PeopleOrder, type PersonPlace } from './read-people-keys.ts';
import { currentUsers } from './read-users.ts';
import type { StoredUser } from './rows.ts';

const batch = 1000;

/** The order of a list of people unless another is asked for. */
export const byName: PeopleOrder = { by: 'name', reverse: false };

/** The present users in their order, a thousand at a time. */
export async function* people(
  tenantId: TenantId,
  store: Store,
  filter: PeopleFilter = {},
  order: PeopleOrder = byName,
): AsyncGenerator<readonly StoredUser[]> {
  let page = await peoplePage(tenantId, store, filter, order, batch, null);
  while (page) {
    if (page.people.length > 0) yield page.people;
    page = page.more ? await peoplePage(tenantId, store, filter, order, batch, page.last) : null;
  }
}

/** A page of people with the place of its last one, and whether more come after it. */
export type PeoplePage = {
  readonly people: readonly StoredUser[];
  readonly last: PersonPlace | null;
  readonly more: boolean;
};

/** A page of the present users in their order; null when there never was the place after which it is to begin. */
export async function peoplePage(
  tenantId: TenantId,
  store: Store,
  filter: PeopleFilter,
  order: PeopleOrder,
  limit: number,
  after: PersonPlace | null,
): Promise<PeoplePage | null> {
  const found = await peopleAfter(tenantId, store, filter, order, limit + 1, after);
  if (!found) return null;
  const places = found.slice(0, limit);
  const ids = places.map(({ id }) => id);
  const users = await currentUsers(store.db, tenantId, ids);
  return {
    people: ids.flatMap((id) => users.get(id) ?? []),
    last: places.at(-1) ?? null,
    more: found.length > limit,
  };
}

/** The present user of that object id or principal name, in any letter case; null when there is none. */
export async function findUser(tenantId: TenantId, store: Store, text: string): Promise<StoredUser | null> {
  const row = await store.db
    .selectFrom('user')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where(isCalled(text))
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
  const rows = await store.db
    .selectFrom('user')
    .select('id')
    .distinct()
    .where('tenantId', '=', tenantId)
    .where(isCalled(text))
    .execute();
  return rows.map((row) => row.id as UserId);
}

/** The names of these groups that hand out licenses, by id: the last ones they had. */
export async function groupNames(
  tenantId: TenantId,
  store: Store,
  ids: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('licenseGroup')
    .select(['id', 'displayName'])
    .where('tenantId', '=', tenantId)
    .where('id', 'in', ids)
    .orderBy('openedIn')
    .execute();
  return new Map(
    rows.flatMap(({ id, displayName }) => (displayName === null ? [] : [[id as GroupId, displayName]])),
  );
}

/** When each of these generations was published. */
export async function publishingDates(
  tenantId: TenantId,
  store: Store,
  generations: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (generations.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('run')
    .select(['generation', 'endedAt'])
    .where('tenantId', '=', tenantId)
    .where('generation', 'in', generations)
    .execute();
  return new Map(
    rows.flatMap(({ generation, endedAt }) =>
      generation === null || endedAt === null ? [] : [[generation, endedAt]],
    ),
  );
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function isCalled(text: string) {
  const lower = text.toLowerCase();
  return guid.test(lower) ? sql<SqlBool>`id = ${lower}` : sql<SqlBool>`lower(user_principal_name) = ${lower}`;
}
