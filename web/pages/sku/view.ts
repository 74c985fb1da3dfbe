import type { PeopleSort } from '../../../src/api/contract/people.ts';
import { type Search, dayIn, oneOf } from '../../url.ts';
import { readView as readHistory } from '../history/view.ts';

/** The parts of the page, by their name in the address. */
export const tabs = ['overview', 'holders', 'groups', 'changes'] as const;
export type Tab = (typeof tabs)[number];

const sorts = [
  'name',
  '-name',
  'department',
  '-department',
  'country',
  '-country',
] as const satisfies readonly PeopleSort[];

export type View = ReturnType<typeof readView>;

/** What the address says of this page. */
export function readView(search: Search) {
  // The changes are chosen as on the page that shows those of all products.
  const { period, range, day } = readHistory(search);
  return {
    tab: oneOf(search['tab'], tabs) ?? 'overview',
    /** A past day whose figures are shown. */
    at: dayIn(search['at']),
    /** Part of the name of a holder. */
    search: search['search'] ?? '',
    sort: oneOf(search['sort'], sorts),
    period,
    range,
    day,
  };
}

/** In which order the groups are listed. */
export function readGroupSort(search: Search): string | undefined {
  return search['groupSort'];
}
