import { dice, pick } from './chance.ts';
import type { Changes } from './changes.ts';
import type { Company } from './company.ts';
import { products } from './products.ts';
import type { Subscribed } from './supply.ts';
import { holders } from './tally.ts';
import { units } from './truth.ts';
import { departments } from './workplaces.ts';

/** What happened in a company within a day, by ids. */
export type DayReport = {
  readonly at: string;
  readonly hired: readonly string[];
  readonly left: readonly string[];
  readonly moved: readonly { readonly userId: string; readonly from: string | null; readonly to: string }[];
  readonly assigned: readonly { readonly userId: string; readonly skuId: string }[];
  readonly unassigned: readonly { readonly userId: string; readonly skuId: string }[];
  /** Units that were bought, and units that nobody renewed: these go from enabled to warning. */
  readonly purchased: readonly { readonly skuId: string; readonly units: number }[];
  readonly lapsed: readonly { readonly skuId: string; readonly units: number }[];
};

/**
 * Lets the given day pass: of a thousand people one is hired and one leaves, a few move, get or lose a license.
 * No user is touched twice, so that the report is the whole difference between two mornings.
 */
export function passDay(company: Company, change: Changes, day: number, now: Date): DayReport {
  const next = dice(company.origin.seed, 300 + day);
  const crowd = Math.min(500, Math.max(2, Math.ceil(company.present() / 1000)));
  const somebody = drawer(company, next);

  const left = repeat(crowd, () => {
    const index = somebody();
    if (index === undefined) return [];
    change.removeUser(company.id(index));
    return [company.id(index)];
  });
  const moved = repeat(crowd, () => {
    const index = somebody(({ department }) => department !== null);
    if (index === undefined) return [];
    const from = company.person(index).department;
    const others = departments.filter(({ name }) => name !== from);
    const to = pick(others, next()).name;
    change.moveDepartment(company.id(index), to);
    return [{ userId: company.id(index), from, to }];
  });
  const unassigned = repeat(crowd, () => {
    const index = somebody((_, held) => held.length > 0);
    if (index === undefined) return [];
    const { skuId } = pick(company.licenses(index).assigned, next());
    change.unassign(company.id(index), skuId);
    return [{ userId: company.id(index), skuId }];
  });
  const assigned = repeat(crowd, () => {
    const { skuId } = pick([products.powerBi, products.flowFree, products.visio], next());
    const index = somebody(({ userType }, held) => userType === 'Member' && !held.includes(skuId));
    if (index === undefined) return [];
    change.assign(company.id(index), skuId);
    return [{ userId: company.id(index), skuId }];
  });
  const hired = repeat(crowd + (next() % 2), () => [change.addUser({}, { licensed: true })]);
  return { at: now.toISOString(), hired, left, moved, assigned, unassigned, ...trade(company, change, next) };
}

/** Buys what has run short (but for the one that is always short), and forgets to renew a part of another. */
function trade(
  company: Company,
  change: Changes,
  next: () => number,
): Pick<DayReport, 'purchased' | 'lapsed'> {
  const purchased = company.supply().flatMap((row) => {
    const { skuId } = row.product;
    const short = shortage(company, row);
    return units(row, 'Enabled') > 0 && short > 0 && skuId !== products.visio.skuId
      ? [{ skuId, units: short }]
      : [];
  });
  for (const { skuId, units: bought } of purchased) {
    change.setUnits(skuId, { enabled: unitsOf(company, skuId, 'Enabled') + bought });
  }
  const lapsing = pick([products.officeE3, products.ems, products.exchange], next()).skuId;
  const enabled = unitsOf(company, lapsing, 'Enabled');
  if (enabled < 2) return { purchased, lapsed: [] };
  const lapsed = Math.ceil(enabled / 10);
  change.setUnits(lapsing, {
    enabled: enabled - lapsed,
    warning: unitsOf(company, lapsing, 'Warning') + lapsed,
  });
  return { purchased, lapsed: [{ skuId: lapsing, units: lapsed }] };
}

/** Units, in fives, that are missing for what people hold. */
function shortage(company: Company, row: Subscribed): number {
  const usable = units(row, 'Enabled') + units(row, 'Warning');
  return Math.max(0, Math.ceil((holders(company.tallies.of(row.product.skuId)) - usable) / 5) * 5);
}

function unitsOf(company: Company, skuId: string, status: 'Enabled' | 'Warning'): number {
  const row = company.supply().find(({ product }) => product.skuId === skuId);
  return row ? units(row, status) : 0;
}

type Wish = (person: ReturnType<Company['person']>, held: readonly string[]) => boolean;

/** Draws people who are there, were not drawn before, and are as wished; undefined where there is nobody left. */
function drawer(company: Company, next: () => number): (wish?: Wish) => number | undefined {
  const drawn = new Set<number>();
  const start = company.size();
  return (wish = () => true) => {
    for (let step = 0, index = next() % start; step < start; step++, index = (index + 1) % start) {
      if (drawn.has(index) || !company.isPresent(index)) continue;
      const held = company.licenses(index).assigned.map(({ skuId }) => skuId);
      if (!wish(company.person(index), held)) continue;
      drawn.add(index);
      return index;
    }
    return undefined;
  };
}

function repeat<Result>(times: number, step: () => readonly Result[]): readonly Result[] {
  return Array.from({ length: times }, step).flat();
}
