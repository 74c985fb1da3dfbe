import { Type, type Static } from 'typebox';
import { Figure, Instant, Text } from './shared.ts';

/** The figures of a SKU from one moment on, until the next point. */
export const SkuPoint = Type.Object({
  at: Instant,
  enabled: Figure,
  usable: Figure,
  consumed: Figure,
  counted: Figure,
});
export type SkuPoint = Static<typeof SkuPoint>;

/** How the figures of a SKU moved; a point for each generation that changed one. */
export const SkuHistory = Type.Object({
  tenantId: Type.String(),
  skuId: Type.String(),
  from: Instant,
  to: Instant,
  points: Type.Array(SkuPoint),
});
export type SkuHistory = Static<typeof SkuHistory>;

/** A group that gives a SKU to its members. */
export const SkuGroup = Type.Object({
  id: Type.String(),
  name: Text,
  /** People who hold the SKU through it. */
  holders: Type.Integer(),
  /** People who hold it through this group and directly, or through another group too. */
  alsoOtherwise: Type.Integer(),
  /** Members who were to have it through this group and wait. */
  waiting: Type.Integer(),
  hasMembersWithErrors: Type.Boolean(),
  processingState: Text,
});
export type SkuGroup = Static<typeof SkuGroup>;

/** A service plan inside a SKU. */
export const SkuPlan = Type.Object({
  id: Type.String(),
  name: Type.String(),
  appliesTo: Text,
  provisioningStatus: Text,
});
export type SkuPlan = Static<typeof SkuPlan>;

/** What changed with one SKU on a day. */
export const DayOfSku = Type.Object({
  skuId: Type.String(),
  productName: Type.String(),
  assigned: Type.Integer(),
  removed: Type.Integer(),
  /** Of those assigned, how many came through which group, most first; the rest came directly or otherwise. */
  byGroup: Type.Array(Type.Object({ groupId: Type.String(), groupName: Text, assigned: Type.Integer() })),
  direct: Type.Integer(),
  /** Difference of purchased units; null when unchanged or unknown. */
  bought: Type.Union([Type.Integer(), Type.Null()]),
});
export type DayOfSku = Static<typeof DayOfSku>;

/** What changed in a tenant on one day (UTC), in sums. */
export const LedgerDay = Type.Object({
  /** The day, as 2026-11-24. */
  day: Type.String(),
  entries: Type.Integer(),
  firstSequence: Type.Integer(),
  lastSequence: Type.Integer(),
  usersAdded: Type.Integer(),
  usersRemoved: Type.Integer(),
  usersChanged: Type.Integer(),
  /** True when the tenant's ledger was opened on it: its entries say what was found. */
  opening: Type.Boolean(),
  skus: Type.Array(DayOfSku),
});
export type LedgerDay = Static<typeof LedgerDay>;

/** Which days to sum up, both inclusive; the last 31 days of the ledger unless given. */
export type DaysRequest = { readonly tenant: string; readonly from?: string; readonly to?: string };
