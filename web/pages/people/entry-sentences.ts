import type { ReactNode } from 'react';
import type { Entry } from '../../../src/api/contract/ledger.ts';
import type { SeatSource } from '../../../src/api/contract/people.ts';
import type { Words } from '../../words/words.tsx';
import { type EntryNames, type Fields, fieldsOf, itemsOf, textOf } from './entry-fields.ts';
import { errorWords, pathWords } from './seats.ts';
import { userSentences } from './user-sentences.ts';

/** What an entry about a person says, a sentence for each thing that changed. */
export function entrySentences(entry: Entry, names: EntryNames, words: Words): readonly ReactNode[] {
  const before = fieldsOf(entry.before);
  const after = fieldsOf(entry.after);
  const product = entry.skuId === undefined ? '' : names.product(entry.skuId);
  const { t, rich } = words;
  switch (entry.kind) {
    case 'seat-assigned':
      return [rich('people.entryAssigned', { product, path: pathOf(after['sources'], names, words) })];
    case 'seat-removed':
      return [rich('people.entryRemoved', { product })];
    case 'seat-changed':
      return seatSentences(product, before, after, names, words);
    case 'user-added':
      return [t('people.entryAppeared')];
    case 'user-removed':
      return [t('people.entryGone')];
    case 'user-changed':
      return userSentences(before, after, names, words);
    // Whatever else the ledger knows is not about a person.
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
      return [];
  }
}

/** How a seat came to its holder, from the sources as the ledger keeps them. */
function pathOf(sources: unknown, names: EntryNames, words: Pick<Words, 't' | 'list'>): string {
  const known = itemsOf(sources).map((source): SeatSource => {
    if (source['kind'] === 'direct') return { kind: 'direct' };
    const groupId = textOf(source['groupId']) ?? '';
    const groupName = names.group(groupId);
    return { kind: 'group', groupId, ...(groupName === undefined ? {} : { groupName }) };
  });
  return pathWords(known, words);
}

function seatSentences(
  product: string,
  before: Fields,
  after: Fields,
  names: EntryNames,
  words: Words,
): readonly ReactNode[] {
  const { t, rich } = words;
  const sentences: ReactNode[] = [];
  if ('sources' in after) {
    const path = pathOf(after['sources'], names, words);
    sentences.push(rich('people.entryPath', { product, path, old: pathOf(before['sources'], names, words) }));
  }
  if ('error' in after) {
    const error = textOf(after['error']);
    sentences.push(
      error === null
        ? rich('people.entryErrorGone', { product })
        : rich('people.entryErrorCame', { product, error: errorWords(error, t) }),
    );
  }
  if ('disabledPlans' in after) {
    const [were, are] = [plansOf(before), plansOf(after)];
    const off = are.difference(were).size;
    const on = were.difference(are).size;
    if (off > 0) sentences.push(rich('people.entryPlansOff', { product, count: off }));
    if (on > 0) sentences.push(rich('people.entryPlansOn', { product, count: on }));
  }
  return sentences.length > 0 ? sentences : [rich('people.entrySeatChanged', { product })];
}

function plansOf({ disabledPlans }: Fields): ReadonlySet<unknown> {
  return new Set(Array.isArray(disabledPlans) ? disabledPlans : []);
}
