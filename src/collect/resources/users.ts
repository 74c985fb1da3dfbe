import type { GroupId, Seat, SkuId, Source, User, UserId, Waiting } from '../../domain/records.ts';
import { flag, guid, list, moment, object, readRow, selectOf, text, values, type RowOf } from '../fields.ts';
import type { ListResource } from '../resource.ts';

const fields = {
  id: guid,
  userPrincipalName: text,
  displayName: text,
  mail: text,
  accountEnabled: flag,
  userType: text,
  createdDateTime: moment,
  usageLocation: text,
  country: text,
  department: text,
  companyName: text,
  jobTitle: text,
  employeeId: text,
  employeeType: text,
  employeeOrgData: object({ costCenter: text, division: text }),
  onPremisesSyncEnabled: flag,
  assignedLicenses: list({ skuId: guid, disabledPlans: values(guid) }),
  licenseAssignmentStates: list({ skuId: guid, assignedByGroup: guid, state: text, error: text }),
};

type Row = RowOf<typeof fields>;
type State = Row['licenseAssignmentStates'][number];

/**
 * https://learn.microsoft.com/graph/api/user-list: 999 is the largest page. With `$select` a page costs one resource
 * unit, and without it Graph leaves licenses out.
 */
export const users: ListResource<User> = {
  name: 'users',
  query: { path: '/users', query: { $select: selectOf(fields), $top: '999' }, units: 1 },
  idKind: 'guid',
  parse(raw) {
    const row = readRow(fields, raw);
    // Never null by https://learn.microsoft.com/graph/api/resources/user: what is no list is unknown, not empty.
    if (row.id === null || !Array.isArray(raw['assignedLicenses'])) return null;
    const { seats, waiting } = licensesOf(row);
    return {
      id: row.id as UserId,
      userPrincipalName: row.userPrincipalName,
      displayName: row.displayName,
      mail: row.mail,
      enabled: row.accountEnabled,
      type: typeOf(row.userType),
      createdAt: row.createdDateTime,
      usageLocation: row.usageLocation,
      country: row.country,
      department: row.department,
      companyName: row.companyName,
      jobTitle: row.jobTitle,
      employeeId: row.employeeId,
      employeeType: row.employeeType,
      costCenter: row.employeeOrgData.costCenter,
      division: row.employeeOrgData.division,
      hybrid: row.onPremisesSyncEnabled,
      seats,
      waiting,
    };
  },
};

function typeOf(raw: string | null): User['type'] {
  const lower = raw?.toLowerCase();
  return lower === 'member' || lower === 'guest' ? lower : null;
}

/**
 * `assignedLicenses` is what a user holds, one entry per SKU; `licenseAssignmentStates` says by which ways, one entry
 * per SKU and way. A way in error gives no seat by itself.
 */
function licensesOf(row: Row): Pick<User, 'seats' | 'waiting'> {
  const seats = new Map<SkuId, Seat>();
  for (const license of row.assignedLicenses) {
    if (license.skuId === null) continue;
    const skuId = license.skuId as SkuId;
    const states = row.licenseAssignmentStates.filter((state) => state.skuId === skuId);
    seats.set(skuId, { skuId, ...waysOf(states), disabledPlans: license.disabledPlans });
  }
  return {
    seats: seats.size > 1 ? [...seats.values()].sort(bySku) : [...seats.values()],
    waiting: row.licenseAssignmentStates
      .filter(({ skuId, state }) => skuId !== null && !seats.has(skuId as SkuId) && !isDisabled(state))
      .map(waitingOf)
      .sort((a, b) => bySku(a, b) || bySource(a.source, b.source)),
  };
}

function waysOf(states: readonly State[]): Pick<Seat, 'sources' | 'state' | 'error'> {
  const active = states.filter((state) => isActive(state));
  const troubled = active.find((state) => errorOf(state) !== null);
  return {
    sources: active.map(sourceOf).sort(bySource),
    state: troubled ? 'active-with-error' : 'active',
    error: troubled ? errorOf(troubled) : null,
  };
}

function waitingOf(state: State): Waiting {
  return {
    // The filter before left no state without a SKU.
    skuId: state.skuId as SkuId,
    source: sourceOf(state),
    error: isActive(state) ? null : (errorOf(state) ?? 'Other'),
  };
}

function isDisabled(state: string | null): boolean {
  return state?.toLowerCase() === 'disabled';
}

function isActive({ state }: State): boolean {
  const lower = state?.toLowerCase();
  return lower === 'active' || lower === 'activewitherror';
}

/** Live answers write "None" where the documentation says null. */
function errorOf({ state, error }: State): string | null {
  if (error !== null && error !== 'None') return error;
  return state?.toLowerCase() === 'activewitherror' ? 'Other' : null;
}

function sourceOf({ assignedByGroup }: State): Source {
  return assignedByGroup === null
    ? { kind: 'direct' }
    : { kind: 'group', groupId: assignedByGroup as GroupId };
}

function bySku(a: { readonly skuId: SkuId }, b: { readonly skuId: SkuId }): number {
  return a.skuId < b.skuId ? -1 : a.skuId > b.skuId ? 1 : 0;
}

function bySource(a: Source, b: Source): number {
  const [left, right] = [a, b].map((source) => (source.kind === 'direct' ? '' : source.groupId));
  return (left ?? '') < (right ?? '') ? -1 : left === right ? 0 : 1;
}
