import { Type, type Static } from 'typebox';
import { ResourceAge } from './balance.ts';
import type { Problem } from './problem.ts';
import { Instant } from './shared.ts';

/** One collection of a tenant. */
export const Run = Type.Object({
  tenantId: Type.String(),
  id: Type.String(),
  state: Type.Enum(['running', 'held', 'published', 'failed']),
  startedAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
  /** Requests sent to Microsoft Graph. */
  requests: Type.Integer(),
  /** How many of them were answered with "too many requests". */
  throttled: Type.Integer(),
  /** True when a resource was refused or held and the rest was published. */
  partial: Type.Optional(Type.Boolean()),
  reason: Type.Optional(Type.String()),
});
export type Run = Static<typeof Run>;

/** One run with what became of each resource. */
export const RunDetail = Type.Object({
  run: Run,
  resources: Type.Array(
    Type.Object({
      ...ResourceAge.properties,
      rows: Type.Union([Type.Integer(), Type.Null()]),
      /** How many Microsoft's own counter says there are, where it was asked. */
      count: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
});
export type RunDetail = Static<typeof RunDetail>;

/** What to collect, and how. */
export type CollectRequest = {
  readonly tenant?: string;
  /** Read everything anew, which every collection does. */
  readonly full?: boolean;
  /** Publish what is read even where the guard would hold it. */
  readonly acceptHeld?: boolean;
};

/** What is going on in a collection, for a progress line. */
export type Progress =
  | { readonly type: 'tenant'; readonly tenantId: string; readonly tenantName: string }
  /** The run has begun. */
  | { readonly type: 'run'; readonly run: Run }
  | {
      readonly type: 'resource';
      readonly resource: string;
      readonly rows: number;
      /** How many there should be, where Microsoft said so. */
      readonly of: number | null;
      readonly done: boolean;
    }
  | { readonly type: 'waiting'; readonly until: string; readonly why: string }
  | { readonly type: 'kept'; readonly resource: string; readonly reason: string };

/** What changed with the products of a tenant, for the sentence after a collection. */
export const SkuChange = Type.Object({
  skuId: Type.String(),
  productName: Type.String(),
  assigned: Type.Integer(),
  removed: Type.Integer(),
  /** Difference of purchased units (enabled); null when unchanged or unknown. */
  bought: Type.Union([Type.Integer(), Type.Null()]),
});
export type SkuChange = Static<typeof SkuChange>;

/** The outcome of one tenant's collection. */
export const CollectAnswer = Type.Object({
  tenantId: Type.String(),
  tenantName: Type.String(),
  run: Type.Union([Run, Type.Null()]),
  /** `published`, `partial`, `held`, `put-off` until later, `refused` by Microsoft, `failed`. */
  outcome: Type.Enum(['published', 'partial', 'held', 'put-off', 'refused', 'failed']),
  reason: Type.Union([Type.String(), Type.Null()]),
  /** True for the first published run, the tenant's opening. */
  opening: Type.Boolean(),
  users: Type.Object({
    total: Type.Integer(),
    added: Type.Integer(),
    removed: Type.Integer(),
    changed: Type.Integer(),
  }),
  seats: Type.Integer(),
  skus: Type.Array(SkuChange),
  entries: Type.Integer(),
});
export type CollectAnswer = Static<typeof CollectAnswer>;

/** What is said of a run while it goes on: its progress, and at last its outcome, or why there is none. */
export type RunEvent =
  | Progress
  | { readonly type: 'outcome'; readonly answer: CollectAnswer }
  | { readonly type: 'broken'; readonly problem: Problem };
