import { Type, type Static } from 'typebox';
import { Figure, Instant, Text } from './shared.ts';

/** The balance of one SKU of one tenant; figures that are not known are null. */
export const BalanceLine = Type.Object({
  tenantId: Type.String(),
  tenantName: Type.String(),
  skuId: Type.String(),
  skuPartNumber: Text,
  productName: Type.String(),
  class: Type.Enum(['paid', 'free', 'trial', 'company', 'unassigned', 'no-subscription']),
  appliesTo: Text,
  capabilityStatus: Text,
  enabled: Figure,
  warning: Figure,
  suspended: Figure,
  lockedOut: Figure,
  consumed: Figure,
  usable: Figure,
  available: Figure,
  firm: Figure,
  graceHeld: Figure,
  over: Figure,
  ghost: Figure,
  trueOver: Figure,
  utilization: Figure,
  counted: Figure,
  gap: Figure,
  status: Type.Enum(['balanced', 'open', 'unknown']),
  asOf: Type.Union([Instant, Type.Null()]),
  runId: Text,
});
export type BalanceLine = Static<typeof BalanceLine>;

/** What a caller may ask of the balance. */
export type BalanceRequest = {
  /** A tenant id, domain or name; all tenants without it. */
  readonly tenant?: string;
  /** A date (its end, UTC) or an instant; now without it. */
  readonly at?: string;
};

/** One of the four proofs R1 to R4 with what it compared. */
export const Check = Type.Object({
  id: Type.Enum(['R1', 'R2', 'R3', 'R4']),
  /** One sentence: what was compared with what. */
  title: Type.String(),
  expected: Figure,
  found: Figure,
  result: Type.Enum(['equal', 'explained', 'open', 'unknown']),
  /** Why they differ, in words, where that is known. */
  cause: Text,
});
export type Check = Static<typeof Check>;

/** A commercial purchase below a SKU. */
export const SubscriptionLine = Type.Object({
  id: Type.String(),
  status: Text,
  totalLicenses: Figure,
  isTrial: Type.Union([Type.Boolean(), Type.Null()]),
  createdAt: Type.Union([Instant, Type.Null()]),
  nextLifecycleAt: Type.Union([Instant, Type.Null()]),
  /** What that date means: `renewal` while enabled, `expiry` in grace, suspended or trial. */
  lifecycle: Type.Union([Type.Enum(['renewal', 'expiry']), Type.Null()]),
});
export type SubscriptionLine = Static<typeof SubscriptionLine>;

/** How old the read of one resource is, and whether the latest run could read it. */
export const ResourceAge = Type.Object({
  resource: Type.String(),
  /** When its last complete read ended; null when it was never read. */
  readAt: Type.Union([Instant, Type.Null()]),
  /** `read` by the run shown; `kept` from an earlier one, for the reason given; `never` collected. */
  state: Type.Enum(['read', 'kept', 'never']),
  reason: Text,
});
export type ResourceAge = Static<typeof ResourceAge>;

/** The sum of one SKU, for `--explain`: its line, its purchases, its proofs and what it resembles. */
export const Explanation = Type.Object({
  line: BalanceLine,
  subscriptions: Type.Array(SubscriptionLine),
  checks: Type.Array(Check),
  resources: Type.Array(ResourceAge),
  /** Seats by how they were given: `direct`, `group`, `both`, or `unknown` when Microsoft names no source. */
  sources: Type.Object({
    direct: Type.Integer(),
    group: Type.Integer(),
    both: Type.Integer(),
    unknown: Type.Integer(),
  }),
  /** Assignments in error that wait for a seat of this SKU. */
  waiting: Type.Integer(),
});
export type Explanation = Static<typeof Explanation>;

/** Which SKU to explain, of which tenant, at which instant. */
export type ExplainRequest = BalanceRequest & { readonly sku: string };
