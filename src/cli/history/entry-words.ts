import type { Entry } from '../../api/contract/ledger.ts';
import { figure, unknown } from '../output/words.ts';

/** What an entry says, in two words. */
export function kindWords(kind: Entry['kind']): string {
  return kind
    .replace('-', ' ')
    .replace('sku', 'product')
    .replace('user', 'person')
    .replace('consumed', 'count');
}

/** What changed: `enabled 300 → 310, in grace 20 → 0`; with nothing before, what there is now, and the reverse. */
export function changeWords({ before, after }: Pick<Entry, 'before' | 'after'>): string {
  if (!isRecord(before) && !isRecord(after)) return pair('', before, after);
  const old = isRecord(before) ? before : {};
  const now = isRecord(after) ? after : {};
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields
    .map((field) => {
      if (!isRecord(before)) return one(field, now[field]);
      if (!isRecord(after)) return one(field, old[field]);
      return pair(field, old[field], now[field]);
    })
    .filter((text) => text !== '')
    .join(', ');
}

function pair(field: string, before: unknown, after: unknown): string {
  if (isNothing(before) && isNothing(after)) return '';
  return `${fieldWords(field)} ${valueWords(before)} → ${valueWords(after)}`.trim();
}

function one(field: string, value: unknown): string {
  return isNothing(value) ? '' : `${fieldWords(field)} ${valueWords(value)}`;
}

function fieldWords(field: string): string {
  return words[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const words: Readonly<Record<string, string>> = {
  warning: 'in grace',
  consumed: 'assigned',
  userPrincipalName: 'principal name',
  displayName: 'name',
  sources: 'by',
  disabledPlans: 'switched off',
};

function valueWords(value: unknown): string {
  if (isNothing(value)) return unknown;
  if (Array.isArray(value))
    return value.length > 3 ? `${value.length} items` : value.map(valueWords).join(' + ');
  if (typeof value === 'number') return figure(value);
  if (!isRecord(value)) return String(value);
  return isSource(value) ? sourceText(value) : JSON.stringify(value);
}

type Source = { readonly kind: string; readonly groupId?: unknown; readonly groupName?: unknown };

function isSource(value: Record<string, unknown>): value is Source & Record<string, unknown> {
  return value['kind'] === 'direct' || value['kind'] === 'group';
}

function sourceText({ kind, groupId, groupName }: Source): string {
  return kind === 'direct'
    ? kind
    : `group ${typeof groupName === 'string' ? groupName : String(groupId).slice(0, 8)}`;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
