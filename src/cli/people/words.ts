import { sourceWords } from '../../api/contract/csv/people.ts';
import type { Person, SeatSource } from '../../api/contract/people.ts';
import { listed } from '../output/words.ts';

/** How a seat came to its holder: `direct`, `group Sales`, both; `—` when Microsoft names no source. */
export function sourcesWords(sources: readonly SeatSource[]): string {
  return sources.length === 0 ? '—' : listed(sources.map(sourceWords));
}

/** Microsoft's name of an assignment error with what it means. */
export function errorWords(error: string): string {
  const meaning = meanings[error];
  return meaning === undefined ? error : `${meaning} (${error})`;
}

/** Who somebody is by the best name there is. */
export function personName({ displayName, userPrincipalName, id }: Person): string {
  return displayName ?? userPrincipalName ?? id;
}

const meanings: Readonly<Record<string, string>> = {
  CountViolation: 'no seat is left',
  MutuallyExclusiveViolation: 'conflicts with another license of this person',
  DependencyViolation: 'needs another license that is missing',
  ProhibitedInUsageLocationViolation: 'not allowed in the usage location, or there is none',
  UniquenessViolation: 'an address or plan is in use twice',
};
