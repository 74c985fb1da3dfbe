import type { Company, Group } from '../../company/company.ts';
import { isMember } from '../../company/membership.ts';
import { counted, entity, page } from '../collection.ts';
import type { Properties, Source } from '../collection.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { notFound, notSimulated } from '../errors.ts';
import type { FilterRules } from '../predicate.ts';
import { defaultUserProperties, userFilterRules, userProperties, userRow } from '../user-properties.ts';
import type { UserRow } from '../user-properties.ts';

const groupRoles = ['Group.ReadBasic.All', 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const memberRoles = [
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
];

/** `/groups`: all of them, one, its direct members, and those whose licenses could not be assigned. */
export const groups: readonly Endpoint[] = [
  {
    path: /^\/groups$/iu,
    roles: groupRoles,
    units: 1,
    answer(call) {
      if (call.query.orderBy !== null) throw notSimulated('$orderby on groups');
      return page(groupsOf(call), call);
    },
  },
  {
    path: /^\/groups\/\$count$/iu,
    roles: groupRoles,
    units: 1,
    answer: (call) => counted(groupsOf(call), call),
  },
  {
    path: /^\/groups\/(?!delta)([^/]+)$/iu,
    roles: groupRoles,
    units: 1,
    answer: (call) => entity(groupsOf(call), found(call), call),
  },
  {
    path: /^\/groups\/([^/]+)\/members$/iu,
    roles: memberRoles,
    units: 3,
    answer(call) {
      const group = found(call);
      return page(
        people(call, (company, index) => isMember(company, group, index)),
        call,
      );
    },
  },
  {
    path: /^\/groups\/([^/]+)\/membersWithLicenseErrors$/iu,
    roles: ['GroupMember.Read.All', 'Directory.Read.All'],
    units: 1,
    answer(call) {
      const group = found(call);
      return page(
        people(call, (company, index) => isInError(company, group, index)),
        call,
      );
    },
  },
];

type Row = Group & { readonly company: Company };

function groupsOf(call: Call): Source<Row> {
  const { company } = call.tenant;
  const all = company.groups().map((group) => ({ ...group, company }));
  return {
    set: 'groups',
    type: 'group',
    properties,
    defaults: Object.keys(properties).filter((name) => name !== 'assignedLicenses'),
    rules,
    size: all.length,
    at: (index) => all[index],
    count: all.length,
  };
}

const properties: Properties<Row> = {
  id: (group) => group.id,
  displayName: (group) => group.displayName,
  description: () => null,
  createdDateTime: () => '2020-02-11T10:24:00Z',
  groupTypes: (group) => [
    ...(group.microsoft365 ? ['Unified'] : []),
    ...(group.dynamicRule === null ? [] : ['DynamicMembership']),
  ],
  mail: () => null,
  mailEnabled: (group) => group.microsoft365,
  securityEnabled: () => true,
  membershipRule: (group) => group.dynamicRule,
  onPremisesSyncEnabled: (group) => (group.onPremises ? true : null),
  licenseProcessingState: (group) => (group.skuIds.length === 0 ? null : { state: 'ProcessingComplete' }),
  assignedLicenses: (group) => group.skuIds.map((skuId) => ({ disabledPlans: [], skuId })),
};

const rules: FilterRules<Row> = {
  resource: 'Group',
  properties: {
    id: { plain: ['eq', 'in'], advanced: ['ne'], value: (group) => group.id },
    displayName: {
      plain: ['eq', 'in', 'startswith'],
      advanced: ['ne', 'endswith'],
      value: (group) => group.displayName,
    },
    securityEnabled: { plain: ['eq'], advanced: ['ne'], value: () => true },
    mailEnabled: { plain: ['eq'], advanced: ['ne'], value: (group) => group.microsoft365 },
    // Filter-only: never returned, whatever is selected.
    hasMembersWithLicenseErrors: {
      plain: ['eq'],
      advanced: [],
      value: (group) => group.company.tallies.errorsOf(group.id) > 0,
    },
    'assignedLicenses/$count': { plain: [], advanced: ['eq', 'ne'], value: (group) => group.skuIds.length },
  },
  collections: { 'assignedLicenses/skuId': (group) => group.skuIds },
};

function found(call: Call): Row {
  const [id = ''] = call.parameters;
  const { company } = call.tenant;
  const group = company.groups().find((each) => each.id === id.toLowerCase());
  if (!group) throw notFound(id);
  return { ...group, company };
}

/** Directory objects that are users; who may not read users sees their ids alone. */
function people(call: Call, isOne: (company: Company, index: number) => boolean): Source<UserRow> {
  const { company } = call.tenant;
  const seesUsers = call.roles.has('User.Read.All') || call.roles.has('Directory.Read.All');
  const shown = Object.entries(userProperties).map(
    ([name, read]) => [name, seesUsers || name === 'id' ? read : () => null] as const,
  );
  return {
    set: 'directoryObjects',
    type: 'user',
    properties: Object.fromEntries([['@odata.type', () => '#microsoft.graph.user'], ...shown]),
    defaults: defaultUserProperties,
    rules: userFilterRules,
    size: company.size(),
    at: (index) => (company.isPresent(index) && isOne(company, index) ? userRow(company, index) : undefined),
  };
}

function isInError(company: Company, group: Group, index: number): boolean {
  return company
    .licenses(index)
    .assignments.some(({ groupId, state }) => groupId === group.id && state !== 'Active');
}
