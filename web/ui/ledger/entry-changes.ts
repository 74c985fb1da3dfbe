import type { Entry } from '../../../src/api/contract/ledger.ts';
import type { SeatSource } from '../../../src/api/contract/people.ts';
import { type EntryNames, type Fields, fieldsOf, itemsOf, textOf } from './entry-fields.ts';
import { fieldChanges } from './field-changes.ts';
import { type Saying, errorWords, pathWords } from './seat-words.ts';

/** What changed, a text for each thing; the person and the product of the entry are not named again. */
export function entryChanges(entry: Entry, names: EntryNames, words: Saying): readonly string[] {
  const [before, after] = [fieldsOf(entry.before), fieldsOf(entry.after)];
  switch (entry.kind) {
    case 'seat-assigned':
      return [
        pathOf(after, names, words),
        ...errorChanges({}, after, words),
        ...planChanges({}, after, words),
      ];
    case 'seat-removed':
      return [pathOf(before, names, words)];
    case 'seat-changed':
      return orOther(
        [
          ...pathChanges(before, after, names, words),
          ...errorChanges(before, after, words),
          ...planChanges(before, after, words),
        ],
        words,
      );
    case 'user-changed': {
      const { enabled, waiting, ...others } = after;
      const { enabled: _, waiting: __, ...were } = before;
      return orOther(
        [
          ...signInChanges(enabled, words),
          ...(waiting === undefined ? [] : waitingChanges(before, after, names, words)),
          ...fieldChanges(were, others, names, words),
        ],
        words,
      );
    }
    case 'user-added':
    case 'user-removed': {
      // Who comes or goes is named beside it.
      const { displayName: _, ...others } = entry.kind === 'user-added' ? after : before;
      return fieldChanges(null, others, names, words);
    }
    case 'opened':
    case 'units-changed':
    case 'consumed-changed':
    case 'sku-added':
    case 'sku-removed':
    case 'sku-changed':
    case 'subscription-added':
    case 'subscription-removed':
    case 'subscription-changed':
    case 'group-added':
    case 'group-removed':
    case 'group-changed':
    case 'large-change':
      return fieldChanges(entry.before, entry.after, names, words);
  }
}

function orOther(changes: readonly string[], { t }: Saying): readonly string[] {
  return changes.length > 0 ? changes : [t('ledger.other')];
}

/** How a seat came to its holder, from the sources as the ledger keeps them. */
function pathOf({ sources }: Fields, names: EntryNames, words: Saying): string {
  const known = itemsOf(sources).map((source): SeatSource => {
    if (source['kind'] === 'direct') return { kind: 'direct' };
    const groupId = textOf(source['groupId']) ?? '';
    const groupName = names.group(groupId);
    return { kind: 'group', groupId, ...(groupName === undefined ? {} : { groupName }) };
  });
  return pathWords(known, words);
}

function pathChanges(before: Fields, after: Fields, names: EntryNames, words: Saying): readonly string[] {
  if (!('sources' in after)) return [];
  const [old, path] = [pathOf(before, names, words), pathOf(after, names, words)];
  return [words.t('ledger.pathNow', { path, old })];
}

function errorChanges(before: Fields, after: Fields, { t }: Saying): readonly string[] {
  const [was, is] = [textOf(before['error']), textOf(after['error'])];
  if (is !== null) return [t('ledger.errorCame', { error: errorWords(is, t) })];
  return was === null ? [] : [t('ledger.errorGone')];
}

function planChanges(before: Fields, after: Fields, { t }: Saying): readonly string[] {
  const [were, are] = [plansOf(before), plansOf(after)];
  const [off, on] = [are.difference(were).size, were.difference(are).size];
  return [
    ...(off > 0 ? [t('ledger.plansOff', { count: off })] : []),
    ...(on > 0 ? [t('ledger.plansOn', { count: on })] : []),
  ];
}

function plansOf({ disabledPlans }: Fields): ReadonlySet<unknown> {
  return new Set(Array.isArray(disabledPlans) ? disabledPlans : []);
}

function signInChanges(enabled: unknown, { t }: Saying): readonly string[] {
  if (typeof enabled !== 'boolean') return [];
  return [t(enabled ? 'ledger.signInAllowed' : 'ledger.signInBlocked')];
}

function waitingChanges(before: Fields, after: Fields, names: EntryNames, { t }: Saying): readonly string[] {
  // Without an error it is only on its way, which is nothing to tell.
  const faulty = (side: Fields) => itemsOf(side['waiting']).filter(({ error }) => textOf(error) !== null);
  const id = (waiting: Fields) => JSON.stringify([waiting['skuId'], waiting['source']]);
  const [were, are] = [faulty(before), faulty(after)];
  const without = (some: readonly Fields[], others: readonly Fields[]) =>
    some.filter((each) => !others.some((other) => id(other) === id(each)));
  const named = ({ skuId }: Fields) => names.product(textOf(skuId) ?? '') ?? textOf(skuId) ?? '';
  return [
    ...without(are, were).map((each) =>
      t('ledger.waits', { product: named(each), error: errorWords(textOf(each['error']) ?? '', t) }),
    ),
    ...without(were, are).map((each) => t('ledger.waitsNoMore', { product: named(each) })),
  ];
}
