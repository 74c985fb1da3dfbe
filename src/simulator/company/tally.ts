import type { Licenses } from './licenses.ts';

/** How many users stand behind a SKU. */
export type Tally = {
  /** Users that hold it only directly, only through groups, and both ways. */
  readonly direct: number;
  readonly group: number;
  readonly both: number;
  /** Assignments in error whose user does not hold the SKU. */
  readonly waiting: number;
};

/** Counters per SKU, kept as users change, so that no one has to count a million people. */
export type Tallies = {
  /** Counts `times` users with these licenses in, or out where it is negative. */
  count(licenses: Licenses, times: number): void;
  of(skuId: string): Tally;
  skuIds(): readonly string[];
  /** Assignments in error that the group gave. */
  errorsOf(groupId: string): number;
};

/** Counters at zero. */
export function createTallies(): Tallies {
  const tallies = new Map<string, Record<keyof Tally, number>>();
  const errors = new Map<string, number>();

  function at(skuId: string): Record<keyof Tally, number> {
    let tally = tallies.get(skuId);
    if (!tally) tallies.set(skuId, (tally = { direct: 0, group: 0, both: 0, waiting: 0 }));
    return tally;
  }

  return {
    count(licenses, times) {
      for (const { skuId } of licenses.assigned) at(skuId)[wayOf(licenses, skuId)] += times;
      for (const { skuId, state, groupId } of licenses.assignments) {
        if (state !== 'Active' && groupId) errors.set(groupId, (errors.get(groupId) ?? 0) + times);
        const isHeld = licenses.assigned.some((held) => held.skuId === skuId);
        if (state === 'Error' && !isHeld) at(skuId).waiting += times;
      }
    },
    of: at,
    skuIds: () => [...tallies.keys()],
    errorsOf: (groupId) => errors.get(groupId) ?? 0,
  };
}

/** Users that hold a SKU, however they came by it. */
export function holders(tally: Tally): number {
  return tally.direct + tally.group + tally.both;
}

function wayOf(licenses: Licenses, skuId: string): 'direct' | 'group' | 'both' {
  const sources = licenses.assignments.filter((each) => each.skuId === skuId && each.state !== 'Error');
  const isDirect = sources.some((each) => each.groupId === null);
  const isByGroup = sources.some((each) => each.groupId !== null);
  if (isDirect && isByGroup) return 'both';
  return isDirect ? 'direct' : 'group';
}
