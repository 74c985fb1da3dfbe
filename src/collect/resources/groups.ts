import type { GroupId, LicenseGroup, SkuId } from '../../domain/records.ts';
import { guid, list, object, readRow, selectOf, text } from '../fields.ts';
import type { ListResource } from '../resource.ts';

const fields = {
  id: guid,
  displayName: text,
  assignedLicenses: list({ skuId: guid }),
  licenseProcessingState: object({ state: text }),
};

/** https://learn.microsoft.com/graph/api/group-list with an advanced filter: only the groups that hand out licenses. */
export const groups: ListResource<LicenseGroup> = {
  name: 'groups',
  query: {
    path: '/groups',
    query: {
      $filter: 'assignedLicenses/$count ne 0',
      $count: 'true',
      $select: selectOf(fields),
      $top: '999',
    },
    eventual: true,
    units: 1,
  },
  idKind: 'guid',
  parse: parseGroup,
};

/** The groups with members in error: `hasMembersWithLicenseErrors` can be asked for, and is never answered. */
export const groupsWithErrors: ListResource<LicenseGroup> = {
  ...groups,
  query: {
    ...groups.query,
    query: { ...groups.query.query, $filter: 'hasMembersWithLicenseErrors eq true' },
  },
  parse: (raw) => {
    const group = parseGroup(raw);
    return group && { ...group, hasMembersWithErrors: true };
  },
};

/** Both lists as one: a group that is in both has licenses and members in error. */
export function joinGroups(
  withLicenses: readonly LicenseGroup[],
  withErrors: readonly LicenseGroup[],
): readonly LicenseGroup[] {
  return [...new Map([...withLicenses, ...withErrors].map((group) => [group.id, group])).values()];
}

function parseGroup(raw: Readonly<Record<string, unknown>>): LicenseGroup | null {
  const { id, displayName, assignedLicenses, licenseProcessingState } = readRow(fields, raw);
  if (id === null) return null;
  return {
    id: id as GroupId,
    displayName,
    skuIds: assignedLicenses.flatMap(({ skuId }) => (skuId === null ? [] : [skuId as SkuId])).sort(),
    processingState: licenseProcessingState.state,
    hasMembersWithErrors: false,
  };
}
