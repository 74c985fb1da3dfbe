import type { SkuClass } from './balance.ts';
import type { Instant, Sku, SkuId, Subscription } from './records.ts';

/** One proof of a SKU: two counters that should say the same. */
export type Check = {
  readonly id: 'R1' | 'R2' | 'R3' | 'R4';
  readonly expected: number | null;
  readonly found: number | null;
  readonly result: 'equal' | 'explained' | 'open' | 'unknown';
  /** Why they differ, in words, where that is known. */
  readonly cause: string | null;
};

/** Whether the figures of a SKU are proved. */
export type Status = 'balanced' | 'open' | 'unknown';

/** What the proofs of one SKU look at. */
export type Evidence = {
  readonly class: SkuClass;
  /** As listed in `/subscribedSkus`, or null for a SKU that only users name. */
  readonly sku: Sku | null;
  /** Null when the purchases were never read. */
  readonly subscriptions: ReadonlyMap<string, Subscription> | null;
  readonly counted: number | null;
  /** Seats that no assignment state of their user names. */
  readonly withoutState: number;
  /** Active assignments that are not (yet) among the licenses of their user. */
  readonly pending: number;
  /** Users deleted in the last day that held the SKU: Microsoft may count them for a while. */
  readonly recentlyDeleted: number;
  readonly skusReadAt: Instant | null;
  readonly usersReadAt: Instant | null;
  /** True when one of the two is an older read than the other, from an earlier run. */
  readonly readApart: boolean;
};

/** How many users were read, and how many Microsoft counts; null where it did not say. */
export type UserCounts = { readonly read: number | null; readonly directory: number | null };

/** The proofs R1 to R3 of one SKU, in order, each with the cause of a gap where one is known; R4 is the tenant's. */
export function reconcile(evidence: Evidence): readonly Check[] {
  return [purchases(evidence), holders(evidence), states(evidence)];
}

/** What the proofs say together: open when a gap has no known cause, unknown when a counter is missing. */
export function statusOf(skuClass: SkuClass, checks: readonly Check[]): Status {
  if (skuClass === 'no-subscription') return 'open';
  if (checks.some((check) => check.result === 'open')) return 'open';
  if (checks.some((check) => check.result === 'unknown')) return 'unknown';
  return 'balanced';
}

/**
 * How far the directory's counter may lag behind the list: `/users/$count` comes from an index that trails by
 * minutes, so up to 1 percent (and always up to 4) is drift, and more is doubt.
 */
export function countsAgree(read: number, directory: number): boolean {
  const difference = Math.abs(read - directory);
  return difference < 5 || difference <= directory * 0.01;
}

const unitStates = [
  ['enabled', 'enabled'],
  ['warning', 'warning'],
  ['suspended', 'suspended'],
  ['lockedOut', 'lockedout'],
] as const;

/** R1: the purchases of the SKU by status add up to its units by state. */
function purchases({ sku, subscriptions, class: skuClass }: Evidence): Check {
  if (!sku || !subscriptions) return unproved('R1');
  const bought = sku.subscriptionIds.map((id) => subscriptions.get(id.toLowerCase()));
  const listed = bought.filter((subscription) => subscription !== undefined);
  const sums = unitStates.map(([unit, status]) => ({
    expected: sku[unit],
    found: sum(listed.filter((s) => s.status?.toLowerCase() === status).map((s) => s.totalLicenses)),
  }));
  const expected = sum(sums.map((pair) => pair.expected));
  const found = sum(sums.map((pair) => pair.found));
  if (sums.some((pair) => pair.expected === null || pair.found === null)) {
    return { id: 'R1', expected, found, result: 'unknown', cause: null };
  }
  if (sums.every((pair) => pair.expected === pair.found)) {
    return { id: 'R1', expected, found, result: 'equal', cause: null };
  }
  const cause = skuClass === 'free' && listed.length === 0 ? 'free products come without a purchase' : null;
  return { id: 'R1', expected, found, result: cause ? 'explained' : 'open', cause };
}

/** R2: the users that hold the SKU are as many as Microsoft says are consumed. */
function holders(evidence: Evidence): Check {
  const { class: skuClass, counted } = evidence;
  const consumed = evidence.sku?.consumed ?? null;
  if (consumed === null || counted === null) return { ...unproved('R2'), expected: consumed, found: counted };
  if (consumed === counted)
    return { id: 'R2', expected: consumed, found: counted, result: 'equal', cause: null };
  const cause =
    skuClass === 'company'
      ? 'consumed by the company, not by people'
      : gapCause(evidence, consumed - counted);
  return { id: 'R2', expected: consumed, found: counted, result: cause ? 'explained' : 'open', cause };
}

function gapCause(evidence: Evidence, gap: number): string | null {
  if (evidence.class === 'unassigned' && gap > 0) return 'consumed by devices, not by people';
  if (evidence.readApart) {
    return `read at different times: products ${evidence.skusReadAt ?? 'never'}, users ${evidence.usersReadAt ?? 'never'}`;
  }
  if (gap > 0 && gap <= evidence.pending) {
    return `${evidence.pending} active assignments are not among the licenses of their users yet`;
  }
  if (gap > 0 && gap <= evidence.recentlyDeleted) {
    return `${evidence.recentlyDeleted} holders were deleted in the last day and may still be counted`;
  }
  return null;
}

/** R3: distinct pairs of user and SKU with an active assignment state are as many as the holders. */
function states({ counted, withoutState, pending }: Evidence): Check {
  if (counted === null) return unproved('R3');
  const found = counted - withoutState + pending;
  if (withoutState === 0 && pending === 0)
    return { id: 'R3', expected: counted, found, result: 'equal', cause: null };
  const cause =
    withoutState === 0 ? `${pending} active assignments are not among the licenses of their users yet` : null;
  return { id: 'R3', expected: counted, found, result: cause ? 'explained' : 'open', cause };
}

/** R4: the users read are as many as the directory counts. */
export function everyone({ read, directory }: UserCounts): Check {
  if (read === null || directory === null) return { ...unproved('R4'), expected: directory, found: read };
  if (read === directory) return { id: 'R4', expected: directory, found: read, result: 'equal', cause: null };
  const cause = countsAgree(read, directory) ? "Microsoft's counter trails its list by minutes" : null;
  return { id: 'R4', expected: directory, found: read, result: cause ? 'explained' : 'open', cause };
}

function unproved(id: Check['id']): Check {
  return { id, expected: null, found: null, result: 'unknown', cause: null };
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>((total, n) => (total === null || n === null ? null : total + n), 0);
}

/** What users hold of each SKU, counted over all of them. */
export type SeatCount = {
  readonly skuId: SkuId;
  readonly seats: number;
  readonly withoutState: number;
  readonly pending: number;
};
