import { Type, type Static } from 'typebox';
import { Instant, Text } from './shared.ts';

/** Something worth a person's attention. */
export const Finding = Type.Object({
  tenantId: Type.String(),
  rule: Type.String(),
  subject: Type.Object({ kind: Type.Enum(['user']), id: Type.String(), name: Text }),
  skuId: Type.Optional(Type.String()),
  /** What was seen, in a sentence. */
  evidence: Type.String(),
  /** When it was first seen; null for what the first collection found. */
  since: Type.Union([Instant, Type.Null()]),
  state: Type.Enum(['open']),
});
export type Finding = Static<typeof Finding>;

/** Which findings to list. */
export type FindingsRequest = { readonly tenant?: string; readonly rule?: string };

/** A rule with the number of people it finds in a tenant now. */
export const FindingRule = Type.Object({
  name: Type.String(),
  title: Type.String(),
  /** Why it matters and what to do. */
  explain: Type.String(),
  /** How many people it finds. */
  people: Type.Integer(),
});
export type FindingRule = Static<typeof FindingRule>;

/** The counters above the list of people. */
export const PeopleCounters = Type.Object({
  people: Type.Integer(),
  /** Those who hold a seat at least. */
  licensed: Type.Integer(),
  rules: Type.Array(FindingRule),
  departments: Type.Array(Type.Object({ name: Type.String(), people: Type.Integer() })),
});
export type PeopleCounters = Static<typeof PeopleCounters>;
