import type { Saying } from './seat-words.ts';
import { type EntryNames, fieldsOf, isNothing } from './entry-fields.ts';

/** What changed field by field, as "Purchased 300 → 310"; with nothing before it what there is now, and the reverse. */
export function fieldChanges(
  before: unknown,
  after: unknown,
  names: EntryNames,
  words: Saying,
): readonly string[] {
  const [were, are] = [fieldsOf(before), fieldsOf(after)];
  const said = (value: unknown) => valueText(value, names, words);
  return [...new Set([...Object.keys(were), ...Object.keys(are)])]
    .filter((field) => !ids.includes(field) && !(isNothing(were[field]) && isNothing(are[field])))
    .map((field) => {
      const name = fieldName(field, words.t);
      if (isNothing(before)) return `${name} ${said(are[field])}`;
      if (isNothing(after)) return `${name} ${said(were[field])}`;
      return `${name} ${said(were[field])} → ${said(are[field])}`;
    });
}

/** The id of an object says nothing more to a person. */
const ids = ['id', 'commerceId', 'ownerTenantId', 'skuId'];

const known = [
  'enabled',
  'warning',
  'suspended',
  'lockedOut',
  'consumed',
  'seats',
  'users',
  'doubts',
  'believed',
  'displayName',
  'department',
  'country',
  'usageLocation',
  'jobTitle',
  'companyName',
  'costCenter',
  'division',
  'employeeId',
  'employeeType',
  'userPrincipalName',
  'mail',
  'type',
  'status',
  'totalLicenses',
  'isTrial',
  'nextLifecycleAt',
  'partNumber',
  'appliesTo',
  'capabilityStatus',
  'servicePlans',
  'subscriptionIds',
  'name',
  'skuIds',
  'processingState',
  'hasMembersWithErrors',
] as const;

function fieldName(field: string, t: Saying['t']): string {
  const name = known.find((each) => each === field);
  // A field of Microsoft's that has no word of its own keeps its name.
  return name === undefined ? field : t(`ledger.${name}`);
}

function valueText(value: unknown, names: EntryNames, words: Saying): string {
  const { t, number, day, list } = words;
  if (isNothing(value)) return '—';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return t(value ? 'ledger.yes' : 'ledger.no');
  if (typeof value === 'string') return isInstant.test(value) ? day(value) : (names.product(value) ?? value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.length > 3) return t('ledger.items', { count: items.length });
    return list(items.map((item) => valueText(item, names, words)));
  }
  const { name } = fieldsOf(value);
  return typeof name === 'string' ? name : JSON.stringify(value);
}

const isInstant = /^\d{4}-\d\d-\d\dT/;
