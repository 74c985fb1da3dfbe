import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { SkuId, TenantId, UserId } from '../domain/records.ts';
import type { Store } from './open.ts';

/** Which of the present users to read; what is left out asks nothing. */
export type PeopleFilter = {
  readonly skuIds?: readonly SkuId[];
  /** Part of a name, principal name or address, in any letter case. */
  readonly search?: string;
  readonly department?: string;
  readonly enabled?: boolean;
  /** True: only those who hold a seat; false: only those who hold none. */
  readonly licensed?: boolean;
  /** Only those about whom this rule says something. */
  readonly rule?: string;
};

/** How a list of people is ordered. Those without a value come last, either way. */
export type PeopleOrder = { readonly by: 'name' | 'department' | 'country'; readonly reverse: boolean };

/** The place of a user in a list: the version that stood there, so that it can be found after the user has changed. */
export type PersonPlace = { readonly id: UserId; readonly openedIn: number };

/** Up to so many present users in their order, from the first or after a place; null when there never was that place. */
export async function peopleAfter(
  tenantId: TenantId,
  store: Store,
  filter: PeopleFilter,
  order: PeopleOrder,
  limit: number,
  after: PersonPlace | null,
): Promise<readonly PersonPlace[] | null> {
  const place = after && (await valuesAt(tenantId, store, after));
  if (place === undefined) return null;
  const wanted = await conditions(tenantId, store, filter);
  const places: PersonPlace[] = [];
  for (const range of rangesAfter(order, place)) {
    if (places.length === limit) break;
    const direction = sql.raw(order.reverse ? 'desc' : 'asc');
    const { rows } = await sql<PersonPlace>`select id, opened_in from "user"
      where ${wanted} and ${range.where}
      order by ${sql.join(range.columns.map((column) => sql`${sql.ref(column)} ${direction}`))}
      limit ${limit - places.length}`.execute(store.db);
    places.push(...rows);
  }
  return places;
}

/** How many present users there are of these. */
export async function countPeople(tenantId: TenantId, store: Store, filter: PeopleFilter): Promise<number> {
  const counted =
    countOfOne(tenantId, filter) ??
    sql`select count(*) as count from "user" where ${await conditions(tenantId, store, filter)}`;
  const { rows } = await sql<{ count: number }>`${counted}`.execute(store.db);
  return rows[0]?.count ?? 0;
}

/** What asks for one thing alone is counted where that is kept, without looking up each user. */
function countOfOne(tenantId: TenantId, filter: PeopleFilter): RawBuilder<unknown> | null {
  if (Object.keys(filter).length !== 1) return null;
  const { skuIds, rule, licensed } = filter;
  const present = sql`tenant_id = ${tenantId} and closed_in is null`;
  const holders = sql`select count(distinct user_id) as count from seat where ${present}`;
  if (skuIds) return sql`${holders} and sku_id in (${listOf(skuIds)})`;
  if (rule !== undefined) {
    return sql`select count(distinct user_id) as count from finding where ${present} and rule = ${rule}`;
  }
  if (licensed === undefined) return null;
  return licensed
    ? holders
    : sql`select (select count(*) from "user" where ${present}) - (${holders}) as count`;
}

type Values = {
  readonly id: string;
  readonly searchText: string;
  readonly department: string | null;
  readonly country: string | null;
};

function valuesAt(tenantId: TenantId, store: Store, place: PersonPlace): Promise<Values | undefined> {
  return store.db
    .selectFrom('user')
    .select(['id', 'searchText', 'department', 'country'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', place.id)
    .where('openedIn', '=', place.openedIn)
    .executeTakeFirst();
}

type Column = 'search_text' | 'department' | 'country' | 'id';
type Range = { readonly where: RawBuilder<SqlBool>; readonly columns: readonly Column[] };

/** The search text of someone without a name begins with the end of a line, and a name never does. */
const firstOfName = '\v';

/** First those who have a value, then those who have none: each a range that an index can be read along. */
function rangesAfter(order: PeopleOrder, place: Values | null): readonly Range[] {
  const columns: readonly Column[] =
    order.by === 'name' ? ['search_text', 'id'] : [order.by, 'search_text', 'id'];
  const rest: readonly Column[] = ['search_text', 'id'];
  const [has, hasNot] =
    order.by === 'name'
      ? [sql<SqlBool>`search_text >= ${firstOfName}`, sql<SqlBool>`search_text < ${firstOfName}`]
      : [sql<SqlBool>`${sql.ref(order.by)} is not null`, sql<SqlBool>`${sql.ref(order.by)} is null`];
  if (!place)
    return [
      { where: has, columns },
      { where: hasNot, columns: rest },
    ];
  const value = order.by === 'name' ? place.searchText : place[order.by];
  const isLast = value === null || (order.by === 'name' && value < firstOfName);
  if (isLast) return [{ where: beyond(hasNot, rest, place, order), columns: rest }];
  return [
    { where: beyond(has, columns, place, order), columns },
    { where: hasNot, columns: rest },
  ];
}

function beyond(
  range: RawBuilder<SqlBool>,
  columns: readonly Column[],
  place: Values,
  { reverse }: PeopleOrder,
): RawBuilder<SqlBool> {
  const values = columns.map((column) => (column === 'search_text' ? place.searchText : place[column]));
  return sql<SqlBool>`${range} and (${sql.join(columns.map((column) => sql.ref(column)))})
    ${sql.raw(reverse ? '<' : '>')} (${sql.join(values)})`;
}

async function conditions(
  tenantId: TenantId,
  store: Store,
  filter: PeopleFilter,
): Promise<RawBuilder<SqlBool>> {
  const { skuIds, search, department, enabled, licensed, rule } = filter;
  const all = [sql<SqlBool>`tenant_id = ${tenantId} and closed_in is null`];
  if (search) all.push(sql`search_text like ${`%${escaped(search)}%`} escape '\\'`);
  if (department !== undefined) all.push(sql`department = ${department}`);
  if (enabled !== undefined) all.push(sql`enabled = ${enabled ? 1 : 0}`);
  if (skuIds) all.push(await holds(tenantId, store, skuIds));
  if (rule !== undefined) {
    all.push(sql`id in (select user_id from finding where tenant_id = ${tenantId} and closed_in is null
      and rule = ${rule})`);
  }
  if (licensed !== undefined) {
    all.push(sql`${sql.raw(licensed ? '' : 'not')} exists (${seatsOfUser})`);
  }
  return sql.join<SqlBool>(all, sql` and `);
}

const seatsOfUser = sql`select 1 from seat where seat.tenant_id = "user".tenant_id
  and seat.user_id = "user".id and seat.closed_in is null`;

/** From so many holders on, a page of them is found sooner by asking each user than by listing the holders first. */
const many = 5000;

async function holds(
  tenantId: TenantId,
  store: Store,
  skuIds: readonly SkuId[],
): Promise<RawBuilder<SqlBool>> {
  const holders = sql`from seat where tenant_id = ${tenantId} and closed_in is null and sku_id in (${listOf(skuIds)})`;
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from (select 1 ${holders} limit ${many}) as listed`.execute(store.db);
  return (rows[0]?.count ?? 0) < many
    ? sql`id in (select user_id ${holders})`
    : sql`exists (${seatsOfUser} and seat.sku_id in (${listOf(skuIds)}))`;
}

/** No database takes an empty list. */
function listOf(skuIds: readonly SkuId[]) {
  return sql.join(skuIds.length > 0 ? skuIds : ['']);
}

/** A text in the form of the search text, standing for itself alone within a pattern. */
function escaped(text: string): string {
  return text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
