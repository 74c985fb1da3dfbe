import type { PersonSeat, SeatSource } from '../../../src/api/contract/people.ts';
import type { Words } from '../../words/words.tsx';

/** How seats were given: to the person, by groups, or both; null where Microsoft names no source. */
export type Way = 'direct' | 'group' | 'both';

/** The way in which these seats were given, taken together. */
export function wayOf(seats: readonly PersonSeat[]): Way | null {
  const kinds = new Set(seats.flatMap(({ sources }) => sources.map(({ kind }) => kind)));
  if (kinds.size > 1) return 'both';
  return [...kinds][0] ?? null;
}

/** When the newest of these seats was first seen; null when the first collection found them all. */
export function newestSince(seats: readonly PersonSeat[]): string | null {
  return seats
    .map(({ since }) => since)
    .reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
}

/** How a seat came to its holder: "directly and by Sales". */
export function pathWords(
  sources: readonly Pick<SeatSource, 'kind' | 'groupId' | 'groupName'>[],
  { t, list }: Pick<Words, 't' | 'list'>,
): string {
  if (sources.length === 0) return t('people.pathUnknown');
  return list(
    sources.map(({ kind, groupId = '', groupName }) =>
      kind === 'direct'
        ? t('people.pathDirect')
        : t('people.pathGroup', { group: groupName ?? t('people.pathUnnamed', { id: groupId }) }),
    ),
  );
}

const errors = {
  CountViolation: 'errorCount',
  MutuallyExclusiveViolation: 'errorConflict',
  DependencyViolation: 'errorDependency',
  ProhibitedInUsageLocationViolation: 'errorLocation',
  UniquenessViolation: 'errorUnique',
} as const;

/** What the name of an assignment error means. */
export function errorWords(error: string, t: Words['t']): string {
  return t(`people.${errors[error as keyof typeof errors] ?? 'errorOther'}`);
}
