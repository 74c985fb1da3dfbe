import type { DeletedUser, SkuId, UserId } from '../../domain/records.ts';
import { guid, list, moment, readRow, selectOf, text } from '../fields.ts';
import type { ListResource } from '../resource.ts';

const fields = {
  id: guid,
  userPrincipalName: text,
  displayName: text,
  deletedDateTime: moment,
  assignedLicenses: list({ skuId: guid }),
};

/** https://learn.microsoft.com/graph/api/directory-deleteditems-list: kept for 30 days, and holding no seat. */
export const deletedUsers: ListResource<DeletedUser> = {
  name: 'deletedUsers',
  query: {
    path: '/directory/deletedItems/microsoft.graph.user',
    query: { $select: selectOf(fields), $top: '999' },
    units: 1,
  },
  idKind: 'guid',
  parse(raw) {
    const row = readRow(fields, raw);
    if (row.id === null) return null;
    return {
      id: row.id as UserId,
      userPrincipalName: withoutId(row.userPrincipalName, row.id),
      displayName: row.displayName,
      deletedAt: row.deletedDateTime,
      skuIds: row.assignedLicenses.flatMap(({ skuId }) => (skuId === null ? [] : [skuId as SkuId])).sort(),
    };
  },
};

/** Entra puts the id without dashes before the name of a deleted user, so that the name is free again. */
function withoutId(name: string | null, id: string): string | null {
  const prefix = id.replaceAll('-', '');
  return name?.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name;
}
