import type { CollectAnswer, SkuChange } from '../../api/contract/runs.ts';
import { count, figure } from '../output/words.ts';

// More than that is read in the ledger, not in a sentence.
const mostParts = 8;

/** What a collection changed: `12 Microsoft 365 E3 assigned, 2 Visio Plan 2 removed; 3 people joined, 1 left.` */
export function changesWords({ entries, skus, users }: CollectAnswer): string {
  if (entries === 0) return 'Nothing changed.';
  const seats = skus.flatMap(seatsWords);
  const more = seats.length - mostParts;
  const shown = more > 0 ? [...seats.slice(0, mostParts), count(more, 'more change')] : seats;
  const words = [shown.join(', '), peopleWords(users)].filter((part) => part !== '').join('; ');
  return words === '' ? `${count(entries, 'entry', 'entries')}: seatledger ledger` : `${words}.`;
}

function seatsWords({ productName, assigned, removed, bought }: SkuChange): readonly string[] {
  return [
    ...(assigned > 0 ? [`${figure(assigned)} ${productName} assigned`] : []),
    ...(removed > 0 ? [`${figure(removed)} ${productName} removed`] : []),
    ...(bought !== null && bought > 0 ? [`${count(bought, 'seat')} of ${productName} bought`] : []),
    ...(bought !== null && bought < 0 ? [`${count(-bought, 'seat')} of ${productName} given up`] : []),
  ];
}

function peopleWords({ added, removed, changed }: CollectAnswer['users']): string {
  const parts = [
    ...(added > 0 ? [`${count(added, 'person', 'people')} joined`] : []),
    ...(removed > 0 ? [`${count(removed, 'person', 'people')} left`] : []),
    ...(changed > 0 ? [`${count(changed, 'person', 'people')} changed`] : []),
  ];
  return parts.join(', ');
}
