import type { Entry } from '../../../src/api/contract/ledger.ts';
import type { Words } from '../../words/words.tsx';

/** The names of what an entry is about, where they are known. */
export type EntryNames = {
  readonly product: (id: string) => string | undefined;
  readonly group: (id: string) => string | undefined;
};

/** What changed, as "Purchased 300 → 310"; with nothing before it what there is now, and the reverse. */
export function changeText(entry: Entry, names: EntryNames, words: Words): string {
  const { t, list } = words;
  const [before, after] = [fieldsOf(entry.before), fieldsOf(entry.after)];
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const said = (value: unknown): string => valueText(value, names, words);
  return list(
    fields
      .filter((field) => !isQuiet(field, before?.[field], after?.[field]))
      .map((field) => {
        // What a seat comes from needs no name before it.
        if (field === 'sources' && (before === null || after === null))
          return said((after ?? before)?.[field]);
        const name = fieldName(field, after?.[field] ?? before?.[field], t);
        if (before === null) return `${name} ${said(after?.[field])}`;
        if (after === null) return `${name} ${said(before[field])}`;
        return `${name} ${said(before[field])} → ${said(after[field])}`;
      }),
  );
}

/** Whether a group is behind what changed. */
export function namesGroup({ before, after }: Entry): boolean {
  return [before, after].some((side) => {
    const sources = fieldsOf(side)?.['sources'];
    return Array.isArray(sources) && sources.some((source) => fieldsOf(source)?.['kind'] === 'group');
  });
}

/** Who it is about is said by the person; an id of an object says nothing more. */
const hidden = new Set(['id', 'displayName', 'commerceId', 'ownerTenantId', 'skuId']);

/** Nothing on both sides, or what goes without saying. */
function isQuiet(field: string, before: unknown, after: unknown): boolean {
  if (hidden.has(field) || (isNothing(before) && isNothing(after))) return true;
  return field === 'state' && [before, after].every((side) => isNothing(side) || side === 'active');
}

const known = [
  'enabled',
  'warning',
  'suspended',
  'lockedOut',
  'consumed',
  'seats',
  'sources',
  'state',
  'error',
  'disabledPlans',
  'department',
  'country',
  'usageLocation',
  'jobTitle',
  'companyName',
  'userPrincipalName',
  'mail',
  'type',
  'waiting',
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
  'hasMembersWithErrors',
] as const;

function fieldName(field: string, value: unknown, t: Words['t']): string {
  // A product has a number of enabled units, a person may or may not sign in.
  if (field === 'enabled' && typeof value === 'boolean') return t('history.signIn');
  const name = known.find((each) => each === field);
  // A field of Microsoft's that has no word of its own keeps its name.
  return name === undefined ? field : t(`history.${name}`);
}

function valueText(value: unknown, names: EntryNames, words: Words): string {
  const { t, number, day, list } = words;
  if (isNothing(value)) return '—';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no');
  if (typeof value === 'string') return isInstant.test(value) ? day(value) : value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.length > 3) return t('history.items', { count: items.length });
    return list(items.map((item) => valueText(item, names, words)));
  }
  const fields = fieldsOf(value) ?? {};
  const source = fieldsOf(fields['source']) ?? fields;
  const way = source['kind'] === 'direct' ? t('history.directly') : groupText(source, names, t);
  const product = typeof fields['skuId'] === 'string' ? names.product(fields['skuId']) : undefined;
  if (product !== undefined) return way === null ? product : `${product} (${way})`;
  return way ?? nameIn(fields) ?? JSON.stringify(value);
}

function groupText(source: Fields, names: EntryNames, t: Words['t']): string | null {
  const { groupId } = source;
  if (source['kind'] !== 'group' || typeof groupId !== 'string') return null;
  return t('history.group', { group: names.group(groupId) ?? groupId.slice(0, 8) });
}

function nameIn({ name }: Fields): string | null {
  return typeof name === 'string' ? name : null;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | null {
  // The contract leaves the sides of an entry open: an object of the fields that changed, or null.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

const isInstant = /^\d{4}-\d\d-\d\dT/;
