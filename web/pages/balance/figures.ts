import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { DatedSubscription } from '../../../src/api/contract/overview.ts';
import { needsAttention, productState } from '../../ui/product-state.ts';

/** A figure of a line that can be summed up and compared. */
export type SumField =
  'enabled' | 'warning' | 'consumed' | 'available' | 'firm' | 'suspended' | 'lockedOut' | 'counted' | 'gap';

/** The products that money is paid for, which alone go into sums. */
export function paidOf(lines: readonly BalanceLine[]): readonly BalanceLine[] {
  return lines.filter((line) => line.class === 'paid');
}

/** The sum of a figure; unknown when none of them is known. */
export function sumOf(lines: readonly BalanceLine[], field: SumField): number | null {
  const known = lines.flatMap((line) => line[field] ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The products that someone should look at: their state asks for it, or they do not reconcile. */
export function inNeed(lines: readonly BalanceLine[]): readonly BalanceLine[] {
  return lines.filter((line) => needsAttention(productState(line)) || line.status === 'open');
}

/** What the sentence above the balance is made of. */
export type Headline = {
  /** Products with more seats assigned than bought, the worst first. */
  readonly short: readonly { readonly name: string; readonly by: number }[];
  /** Paid seats that nobody holds. */
  readonly free: number;
  /** Purchases that renew, and that end, within 30 days of the moment shown. */
  readonly renewing: number;
  readonly ending: number;
};

const soonMs = 30 * 86_400_000;

export function headline(
  lines: readonly BalanceLine[],
  subscriptions: readonly DatedSubscription[],
  now: Date,
): Headline {
  const paid = paidOf(lines);
  const short = paid
    .map((line) => ({ name: line.productName, by: line.over ?? 0 }))
    .filter(({ by }) => by > 0)
    .toSorted((one, other) => other.by - one.by);
  const soon = subscriptions.filter(({ nextLifecycleAt }) => isSoon(nextLifecycleAt, now));
  return {
    short,
    free: paid.reduce((sum, { available }) => sum + Math.max(0, available ?? 0), 0),
    renewing: soon.filter(({ lifecycle }) => lifecycle === 'renewal').length,
    ending: soon.filter(({ lifecycle }) => lifecycle === 'expiry').length,
  };
}

function isSoon(at: string | null, now: Date): boolean {
  if (at === null) return false;
  const ahead = Date.parse(at) - now.getTime();
  return ahead >= 0 && ahead <= soonMs;
}

/** The next date of each product: the first of its purchases that is still ahead. */
export function nextDates(
  subscriptions: readonly DatedSubscription[],
  now: Date,
): ReadonlyMap<string, DatedSubscription> {
  const ahead = subscriptions
    .filter(({ nextLifecycleAt }) => nextLifecycleAt !== null && Date.parse(nextLifecycleAt) >= now.getTime())
    .toSorted((one, other) => (one.nextLifecycleAt ?? '').localeCompare(other.nextLifecycleAt ?? ''));
  const first = new Map<string, DatedSubscription>();
  for (const each of ahead) {
    if (each.skuId !== null && !first.has(each.skuId)) first.set(each.skuId, each);
  }
  return first;
}
