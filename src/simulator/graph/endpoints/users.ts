import type { Company } from '../../company/company.ts';
import { counted, entity, page } from '../collection.ts';
import type { Source } from '../collection.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { GraphRefusal, expiredPageToken, notFound, notSimulated } from '../errors.ts';
import {
  basicUserProperties,
  defaultUserProperties,
  singleUserProperties,
  userFilterRules,
  userProperties,
  userRow,
  userTexts,
} from '../user-properties.ts';
import type { UserRow } from '../user-properties.ts';

const roles = ['User.Read.All', 'Directory.Read.All', 'User.ReadBasic.All'];

/** `/users`: everybody, one person, and how many there are. */
export const users: readonly Endpoint[] = [
  {
    path: /^\/users$/iu,
    roles,
    units: 2,
    answer(call) {
      refuseSelection(call);
      const answer = page(usersOf(call), call);
      // A fault of the real service: the second page of this filter needs the advanced parameters.
      if (call.query.skipToken !== null && call.query.filter?.includes('/any(') && !call.query.counted) {
        throw expiredPageToken();
      }
      return answer;
    },
  },
  {
    path: /^\/users\/\$count$/iu,
    roles,
    units: 1,
    answer: (call) => counted(usersOf(call), call),
  },
  {
    path: /^\/users\/(?!delta)([^/]+)$/iu,
    roles,
    units: 1,
    answer: (call) => entity(usersOf(call), found(call), call),
  },
];

function usersOf(call: Call): Source<UserRow> {
  const { company } = call.tenant;
  return {
    set: 'users',
    type: 'user',
    ...visible(call),
    defaults: defaultUserProperties,
    rules: userFilterRules,
    size: company.size(),
    at: (index) => (company.isPresent(index) ? userRow(company, index) : undefined),
    count: company.present(),
  };
}

/** With the basic permission alone, the rest of a user is null. */
function visible({ roles }: Call): Pick<Source<UserRow>, 'properties' | 'texts'> {
  if (roles.has('User.Read.All') || roles.has('Directory.Read.All')) {
    return { properties: userProperties, texts: userTexts };
  }
  const basic = Object.entries(userProperties).map(([name, read]) =>
    basicUserProperties.has(name) ? ([name, read] as const) : ([name, () => null] as const),
  );
  return { properties: Object.fromEntries(basic) };
}

function refuseSelection(call: Call): void {
  const { select } = call.query;
  if (call.query.orderBy !== null) throw notSimulated('$orderby on users');
  if (select?.some((name) => singleUserProperties.has(name))) {
    throw new GraphRefusal(501, 'NotImplemented', 'This operation target is not yet supported.');
  }
  if (!select?.includes('signInActivity')) return;
  if (!call.roles.has('AuditLog.Read.All')) {
    throw new GraphRefusal(
      403,
      'Authentication_MSGraphPermissionMissing',
      'The principal does not have required Microsoft Graph permission(s): AuditLog.Read.All to call this API.',
    );
  }
  throw notSimulated('signInActivity');
}

function found(call: Call): UserRow {
  const { company } = call.tenant;
  const [name = ''] = call.parameters;
  const index = company.indexOf(name) ?? indexOfPrincipalName(company, name);
  if (index === undefined || !company.isPresent(index)) throw notFound(name);
  return userRow(company, index);
}

function indexOfPrincipalName(company: Company, name: string): number | undefined {
  if (!name.includes('@')) return undefined;
  const wanted = name.toLowerCase();
  for (let index = 0; index < company.size(); index++) {
    if (company.isPresent(index) && company.person(index).userPrincipalName.toLowerCase() === wanted)
      return index;
  }
  return undefined;
}
