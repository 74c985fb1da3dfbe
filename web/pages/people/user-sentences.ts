import type { ReactNode } from 'react';
import type { Words } from '../../words/words.tsx';
import { type EntryNames, type Fields, itemsOf, textOf } from './entry-fields.ts';
import { errorWords } from './seats.ts';

const labels = {
  displayName: 'displayName',
  userPrincipalName: 'principalName',
  mail: 'mail',
  department: 'department',
  jobTitle: 'jobTitle',
  companyName: 'company',
  country: 'country',
  usageLocation: 'usageLocation',
  costCenter: 'costCenter',
  division: 'division',
  employeeId: 'employeeId',
  employeeType: 'employeeType',
} as const;

/** What changed with a person besides the seats, a sentence for each thing. */
export function userSentences(
  before: Fields,
  after: Fields,
  names: EntryNames,
  words: Words,
): readonly ReactNode[] {
  const { t } = words;
  const known = Object.entries(labels).flatMap(([name, label]) =>
    name in after
      ? [
          t('people.entryField', {
            field: t(`people.${label}`),
            old: textOf(before[name]) ?? '—',
            now: textOf(after[name]) ?? '—',
          }),
        ]
      : [],
  );
  const sentences = [
    ...signInSentences(after, t),
    ...waitingSentences(itemsOf(before['waiting']), itemsOf(after['waiting']), names, words),
    ...known,
  ];
  return sentences.length > 0 ? sentences : [t('people.entryOther')];
}

function signInSentences({ enabled }: Fields, t: Words['t']): readonly string[] {
  if (typeof enabled !== 'boolean') return [];
  return [t(enabled ? 'people.entryAllowed' : 'people.entryBlocked')];
}

function waitingSentences(
  before: readonly Fields[],
  after: readonly Fields[],
  { product }: EntryNames,
  { t, rich }: Words,
): readonly ReactNode[] {
  const id = (waiting: Fields) => JSON.stringify([waiting['skuId'], waiting['source']]);
  const [were, are] = [new Set(before.map(id)), new Set(after.map(id))];
  const named = (waiting: Fields) => product(textOf(waiting['skuId']) ?? '');
  // Without an error it is only on its way, which is nothing to tell.
  const faulty = (waiting: Fields) => textOf(waiting['error']) !== null;
  return [
    ...after
      .filter((waiting) => faulty(waiting) && !were.has(id(waiting)))
      .map((waiting) =>
        rich('people.entryWaits', {
          product: named(waiting),
          error: errorWords(textOf(waiting['error']) ?? '', t),
        }),
      ),
    ...before
      .filter((waiting) => faulty(waiting) && !are.has(id(waiting)))
      .map((waiting) => rich('people.entryWaitsNoMore', { product: named(waiting) })),
  ];
}
