import { Type, type Static } from 'typebox';
import type { EntryKind } from '../../domain/ledger.ts';
import { Instant, Text } from './shared.ts';

const entryKinds = [
  'opened',
  'seat-assigned',
  'seat-removed',
  'seat-changed',
  'units-changed',
  'consumed-changed',
  'user-added',
  'user-removed',
  'user-changed',
  'sku-added',
  'sku-removed',
  'sku-changed',
  'subscription-added',
  'subscription-removed',
  'subscription-changed',
  'group-added',
  'group-removed',
  'group-changed',
  'large-change',
] as const satisfies readonly EntryKind[];

/** One row of the ledger: what changed, from what to what, in which run. */
export const Entry = Type.Object({
  tenantId: Type.String(),
  /** Counts from 1 per tenant, without gaps. */
  sequence: Type.Integer(),
  at: Instant,
  runId: Type.String(),
  kind: Type.Enum([...entryKinds]),
  userId: Type.Optional(Type.String()),
  skuId: Type.Optional(Type.String()),
  /** The changed fields as they were; null where there was nothing. */
  before: Type.Unknown(),
  /** The changed fields as they are; null where there is nothing any more. */
  after: Type.Unknown(),
});
export type Entry = Static<typeof Entry>;

/** Which entries to list; dates and instants are inclusive. */
export type EntriesRequest = {
  readonly tenant?: string;
  readonly sku?: string;
  readonly user?: string;
  readonly from?: string;
  readonly to?: string;
};

/** The first place where the ledger and the published state do not agree. */
const Difference = Type.Object({
  tenantId: Type.String(),
  tenantName: Type.String(),
  /** Sequence of the entry at fault, where it is an entry. */
  sequence: Type.Union([Type.Integer(), Type.Null()]),
  what: Type.String(),
});

/** The result of replaying the ledger of one tenant. */
export const Verification = Type.Object({
  tenantId: Type.String(),
  tenantName: Type.String(),
  entries: Type.Integer(),
  generations: Type.Integer(),
  /** Hash of the last entry, the head of the chain. */
  head: Text,
  difference: Type.Union([Difference, Type.Null()]),
});
export type Verification = Static<typeof Verification>;
