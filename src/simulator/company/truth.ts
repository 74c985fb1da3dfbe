import type { Company } from './company.ts';
import type { Status, Subscribed } from './supply.ts';
import { holders } from './tally.ts';

/** What the tenant really has of a SKU, from the counters and not from any answer that was sent. */
export type TruthRow = {
  readonly skuId: string;
  /** Null for a SKU that people hold though nothing is subscribed; so are its units. */
  readonly skuPartNumber: string | null;
  readonly enabled: number | null;
  readonly warning: number | null;
  readonly suspended: number | null;
  readonly lockedOut: number | null;
  readonly consumed: number | null;
  /** Users with the SKU in `assignedLicenses`. */
  readonly holders: number;
  /** Holders by their active sources: direct alone, groups alone, both. */
  readonly direct: number;
  readonly group: number;
  readonly both: number;
  /** Assignments in error without a seat. */
  readonly waiting: number;
};

/** The truth of every SKU that is subscribed, held or waited for. */
export function truthOf(company: Company): readonly TruthRow[] {
  const subscribed = new Map(company.supply().map((row) => [row.product.skuId, row]));
  const ids = new Set([...subscribed.keys(), ...company.tallies.skuIds()]);
  return [...ids]
    .map((skuId) => truthOfSku(company, skuId, subscribed.get(skuId)))
    .filter((row) => row.skuPartNumber !== null || row.holders + row.waiting > 0);
}

/** Units of a SKU in a state: the sum over its purchases. */
export function units(row: Subscribed, status: Status): number {
  return row.purchases.reduce((sum, each) => sum + (each.status === status ? each.totalLicenses : 0), 0);
}

/** What Microsoft would say is consumed. */
export function consumed(company: Company, row: Subscribed): number {
  return holders(company.tallies.of(row.product.skuId)) + row.deviceConsumers;
}

function truthOfSku(company: Company, skuId: string, row: Subscribed | undefined): TruthRow {
  const { direct, group, both, waiting } = company.tallies.of(skuId);
  return {
    skuId,
    skuPartNumber: row?.product.partNumber ?? null,
    enabled: row ? units(row, 'Enabled') : null,
    warning: row ? units(row, 'Warning') : null,
    suspended: row ? units(row, 'Suspended') : null,
    lockedOut: row ? units(row, 'LockedOut') : null,
    consumed: row ? consumed(company, row) : null,
    holders: direct + group + both,
    direct,
    group,
    both,
    waiting,
  };
}
