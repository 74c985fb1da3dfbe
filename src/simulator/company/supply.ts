import { dice, guid, hash } from './chance.ts';
import { products } from './products.ts';
import type { Product, ProductName } from './products.ts';

/** How Microsoft counts what was bought. */
export type Status = 'Enabled' | 'Warning' | 'Suspended' | 'LockedOut' | 'Deleted';

/** One commercial purchase; a SKU has one or several. */
export type Purchase = {
  readonly id: string;
  readonly commerceId: string;
  readonly status: Status;
  readonly totalLicenses: number;
  readonly isTrial: boolean;
  readonly createdAt: string;
  /** When it moves to its next state unless renewed; null for what never ends. */
  readonly nextLifecycleAt: string | null;
};

/** A product that the tenant has, with its purchases; the units of a SKU are the sums of these by status. */
export type Subscribed = {
  readonly product: Product;
  readonly purchases: readonly Purchase[];
  /** Units that devices consume, without any user. */
  readonly deviceConsumers: number;
};

/** What a company of this seed has bought, given how many hold each product: so the shelf looks lived in at any size. */
export function startingSupply(seed: number, holders: (skuId: string) => number, now: Date): Subscribed[] {
  const id = purchaseIds(seed);
  return (Object.keys(shelf) as ShelfName[]).map((name) => ({
    product: products[name],
    purchases: shelf[name](holders(products[name].skuId)).map((lot) => purchase(lot, id(), now)),
    deviceConsumers: 0,
  }));
}

/** Ids for purchases of this seed, one after the other. */
export function purchaseIds(seed: number): () => string {
  const next = dice(seed, 40);
  return () => guid(seed, 41, next());
}

/** A purchase made at the given moment that renews in a year. */
export function yearlyPurchase(id: string, status: Status, totalLicenses: number, now: Date): Purchase {
  return purchase(lot(totalLicenses, 0, 365, status), id, now);
}

type Lot = {
  readonly units: number;
  /** Days since it was bought, and days until its next state. */
  readonly bought: number;
  readonly next: number | null;
  readonly status: Status;
  readonly isTrial: boolean;
};

type ShelfName = Exclude<ProductName, 'teamsExploratory'>;

const shelf: Record<ShelfName, (held: number) => readonly Lot[]> = {
  e5: (held) => [lot(roomy(held, 1.06), 211, 154)],
  // Bought twice: a yearly commitment, and monthly seats on top; a third purchase has run into its grace.
  e3: (held) => [
    lot(part(held, 0.8), 300, 65),
    lot(part(held, 0.25), 20, 11),
    lot(part(held, 0.04), 385, 12, 'Warning'),
  ],
  f3: (held) => [lot(roomy(held, 1.18), 140, 225)],
  officeE3: (held) => [lot(roomy(held, 1.4), 520, 210)],
  // Wholly in grace: nobody renewed it, everything still works.
  officeE1: (held) => [lot(held, 380, 9, 'Warning')],
  ems: (held) => [lot(roomy(held, 1.4), 520, 210)],
  exchange: (held) => [lot(roomy(held, 1.3), 90, 275)],
  copilot: (held) => [lot(held, 120, 245)],
  phone: (held) => [lot(roomy(held, 1.1), 260, 105)],
  powerBi: (held) => [lot(roomy(held, 1.15), 410, 320), lot(part(held, 0.2), 500, 40, 'LockedOut')],
  // Reduced below its use: more assigned than bought.
  visio: (held) => [lot(Math.max(1, held - Math.max(1, part(held, 0.08))), 340, 25)],
  // Past its grace and still on people: assigned, of no use.
  project: (held) => [lot(roomy(held, 1.2), 470, 30, 'Suspended')],
  meetingRoom: (held) => [lot(held + 2, 200, 165)],
  resourceAccount: (held) => [lot(held + 5, 700, null)],
  entraP2: (held) => [{ ...lot(Math.max(25, roomy(held, 1.2)), 12, 18), isTrial: true }],
  fabricFree: () => [lot(1_000_000, 900, null)],
  flowFree: () => [lot(10_000, 900, null)],
  storage: () => [lot(500, 150, 215)],
  intuneDevice: () => [lot(20, 60, 305)],
  // A leftover row: its only purchase is long gone, all its units are zero.
  audioConferencing: () => [lot(10, 800, null, 'Deleted')],
  partnerBundle: (held) => [lot(roomy(held, 1.1), 80, 285)],
};

function lot(units: number, bought: number, next: number | null, status: Status = 'Enabled'): Lot {
  return { units, bought, next, status, isTrial: false };
}

/** Enough for `held`, in fives. */
function roomy(held: number, factor: number): number {
  return Math.max(5, Math.ceil((held * factor) / 5) * 5);
}

function part(held: number, factor: number): number {
  return Math.max(1, Math.round(held * factor));
}

function purchase(from: Lot, id: string, now: Date): Purchase {
  const day = (offset: number): string => {
    const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + offset);
    return new Date(midnight).toISOString().replace('.000Z', 'Z');
  };
  const nth = Number.parseInt(id.slice(0, 8), 16);
  return {
    id,
    commerceId: guid(hash(nth, 0, 0), 42, 0),
    status: from.status,
    totalLicenses: from.units,
    isTrial: from.isTrial,
    createdAt: day(-from.bought),
    nextLifecycleAt: from.next === null ? null : day(from.next),
  };
}
