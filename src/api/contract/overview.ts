import { Type, type Static } from 'typebox';
import { ResourceAge, SubscriptionLine } from './balance.ts';
import { Figure, Instant, Text } from './shared.ts';
import { Tenant } from './tenants.ts';

/** How often one proof held over the products of a tenant. */
export const CheckSummary = Type.Object({
  id: Type.Enum(['R1', 'R2', 'R3', 'R4']),
  title: Type.String(),
  equal: Type.Integer(),
  explained: Type.Integer(),
  open: Type.Integer(),
  unknown: Type.Integer(),
});
export type CheckSummary = Static<typeof CheckSummary>;

/** A purchase with the product it is of. */
export const DatedSubscription = Type.Object({
  ...SubscriptionLine.properties,
  skuId: Text,
  productName: Text,
});
export type DatedSubscription = Static<typeof DatedSubscription>;

/** A change that the guard holds back until it is corroborated or decided. */
export const HeldChange = Type.Object({
  tenantId: Type.String(),
  /** `users`, or the id of the SKU that vanished. */
  subject: Type.String(),
  /** The product, where the subject is one. */
  productName: Text,
  heldAt: Instant,
  /** People or seats before, and as the held read has them; null where it is no number. */
  before: Figure,
  after: Figure,
  /** Why it is held, in words. */
  reason: Text,
});
export type HeldChange = Static<typeof HeldChange>;

/** What a person decides about held changes: publish what a new read finds, keep the last state, or read again and judge anew. */
export const HeldDecision = Type.Object({ decision: Type.Enum(['accept', 'keep', 'read-again']) });
export type HeldDecision = Static<typeof HeldDecision>;

/** What stands around the balance of a tenant: its age, its proofs, its purchases, what is held. */
export const Overview = Type.Object({
  tenant: Tenant,
  /** The generation shown; null before the first collection. */
  generation: Type.Union([
    Type.Object({ number: Type.Integer(), runId: Type.String(), publishedAt: Instant }),
    Type.Null(),
  ]),
  /** When the first generation was published, the earliest day that can be shown. */
  firstAt: Type.Union([Instant, Type.Null()]),
  resources: Type.Array(ResourceAge),
  checks: Type.Array(CheckSummary),
  subscriptions: Type.Array(DatedSubscription),
  held: Type.Array(HeldChange),
  /** The sequence of the newest entry of the ledger, and the hash of it. */
  ledger: Type.Object({ entries: Type.Integer(), head: Text }),
});
export type Overview = Static<typeof Overview>;

/** A tenant in a row of the estate; sums over its paid products. */
export const EstateLine = Type.Object({
  tenant: Tenant,
  products: Type.Integer(),
  purchased: Figure,
  usable: Figure,
  assigned: Figure,
  available: Figure,
  over: Figure,
  overAssigned: Type.Integer(),
  inGrace: Type.Integer(),
  /** The next date of an enabled purchase. */
  nextRenewal: Type.Union([Instant, Type.Null()]),
  held: Type.Integer(),
  /** Assigned seats of paid products at the end of each of the last twelve weeks, oldest first; null before the first collection. */
  trend: Type.Array(Figure),
  resources: Type.Array(ResourceAge),
});
export type EstateLine = Static<typeof EstateLine>;

/** One product summed over all tenants that the caller may see. */
export const ProductSum = Type.Object({
  skuId: Type.String(),
  skuPartNumber: Text,
  productName: Type.String(),
  tenants: Type.Integer(),
  enabled: Figure,
  usable: Figure,
  consumed: Figure,
  available: Figure,
});
export type ProductSum = Static<typeof ProductSum>;
