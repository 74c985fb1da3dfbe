import type { SeatSource } from '../../../src/api/contract/people.ts';
import type { Words } from '../../words/words.tsx';

/** The texts and formats that an entry is told with. */
export type Saying = Pick<Words, 't' | 'list' | 'number' | 'day'>;

/** How a seat came to its holder: "directly and by Sales". */
export function pathWords(
  sources: readonly Pick<SeatSource, 'kind' | 'groupId' | 'groupName'>[],
  { t, list }: Saying,
): string {
  if (sources.length === 0) return t('ledger.pathUnknown');
  return list(
    sources.map(({ kind, groupId = '', groupName }) =>
      kind === 'direct'
        ? t('ledger.pathDirect')
        : t('ledger.pathGroup', { group: groupName ?? t('ledger.pathUnnamed', { id: groupId }) }),
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
  return t(`ledger.${errors[error as keyof typeof errors] ?? 'errorOther'}`);
}
