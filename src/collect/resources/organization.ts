import type { Organization, TenantId } from '../../domain/records.ts';
import type { GraphQuery } from '../../graph/graph.ts';
import { flag, guid, list, readRow, selectOf, text } from '../fields.ts';

const fields = {
  id: guid,
  displayName: text,
  countryLetterCode: text,
  tenantType: text,
  verifiedDomains: list({ name: text, isDefault: flag, isInitial: flag }),
};

/** https://learn.microsoft.com/graph/api/organization-list: one element, the tenant itself. */
export const organizationQuery: GraphQuery = {
  path: '/organization',
  query: { $select: selectOf(fields) },
  units: 1,
};

/** The tenant as it describes itself, or null when the answer names none. */
export function parseOrganization(row: Readonly<Record<string, unknown>>): Organization | null {
  const { id, displayName, countryLetterCode, tenantType, verifiedDomains } = readRow(fields, row);
  if (id === null) return null;
  const domains = verifiedDomains.flatMap(({ name }) => name ?? []);
  const usual =
    verifiedDomains.find((domain) => domain.isDefault) ?? verifiedDomains.find((domain) => domain.isInitial);
  return {
    id: id as TenantId,
    displayName,
    countryCode: countryLetterCode,
    tenantType,
    defaultDomain: usual?.name ?? domains[0] ?? null,
    domains,
  };
}
