import type { Company } from '../../company/company.ts';
import { entity, page } from '../collection.ts';
import type { Source } from '../collection.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { notFound, notSimulated, unsupportedQuery } from '../errors.ts';
import {
  defaultUserProperties,
  personOf,
  userFilterRules,
  userProperties,
  userRow,
} from '../user-properties.ts';
import type { UserRow } from '../user-properties.ts';

const roles = ['User.Read.All', 'Directory.Read.All'];

/** The recycle bin of the tenant, as far as users are in it. */
export const deletedUsers: readonly Endpoint[] = [
  {
    path: /^\/directory\/deletedItems\/microsoft\.graph\.user$/iu,
    roles,
    units: 1,
    answer: (call) => page(bin(call), call),
  },
  {
    path: /^\/directory\/deletedItems$/iu,
    roles,
    units: 1,
    answer() {
      throw unsupportedQuery('The type of the deleted items must be given, such as microsoft.graph.user.');
    },
  },
  {
    path: /^\/directory\/deletedItems\/([0-9a-f-]{36})$/iu,
    roles,
    units: 1,
    answer(call) {
      const { company } = call.tenant;
      const [id = ''] = call.parameters;
      const index = company.indexOf(id);
      if (index === undefined || !company.deleted().has(index)) throw notFound(id);
      return entity(bin(call), userRow(company, index), call);
    },
  },
];

function bin(call: Call): Source<UserRow> {
  const { company } = call.tenant;
  const indexes = ordered(company, call);
  return {
    set: 'users',
    type: 'user',
    properties: { ...userProperties, userPrincipalName: freedName },
    defaults: ['deletedDateTime', ...defaultUserProperties],
    rules: userFilterRules,
    size: indexes.length,
    at(position) {
      const index = indexes[position];
      return index === undefined ? undefined : userRow(company, index);
    },
    count: indexes.length,
  };
}

function ordered(company: Company, { query }: Call): readonly number[] {
  const deleted = [...company.deleted()];
  if (query.orderBy === null) return deleted.map(([index]) => index);
  if (!/^deletedDateTime( (asc|desc))?$/u.test(query.orderBy))
    throw notSimulated(`$orderby=${query.orderBy}`);
  if (!query.counted)
    throw unsupportedQuery("Sorting by 'deletedDateTime' needs $count=true and ConsistencyLevel:eventual.");
  deleted.sort(([, one], [, other]) => one.localeCompare(other));
  const indexes = deleted.map(([index]) => index);
  return query.orderBy.endsWith('desc') ? indexes.reverse() : indexes;
}

/** The id without dashes goes before the name, so that the name is free to be used again. */
function freedName(row: UserRow): string {
  return `${row.company.id(row.index).replaceAll('-', '')}${personOf(row).userPrincipalName}`;
}
