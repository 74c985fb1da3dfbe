import { Type, type Static } from 'typebox';
import { Instant, Text } from './shared.ts';

const Flag = Type.Union([Type.Boolean(), Type.Null()]);

/** Why a person holds or waits for a license. */
export const SeatSource = Type.Object({
  kind: Type.Enum(['direct', 'group']),
  groupId: Type.Optional(Type.String()),
  groupName: Type.Optional(Type.String()),
});
export type SeatSource = Static<typeof SeatSource>;

/** A license really held. */
export const PersonSeat = Type.Object({
  skuId: Type.String(),
  skuPartNumber: Text,
  productName: Type.String(),
  sources: Type.Array(SeatSource),
  state: Type.Enum(['active', 'active-with-error']),
  error: Type.Optional(Type.String()),
  /** When the seat was first seen; null for what the first collection found. */
  since: Type.Union([Instant, Type.Null()]),
});
export type PersonSeat = Static<typeof PersonSeat>;

/** An assignment in error, without a seat. */
export const WaitingSeat = Type.Object({
  skuId: Type.String(),
  skuPartNumber: Text,
  productName: Type.String(),
  groupId: Type.Optional(Type.String()),
  groupName: Type.Optional(Type.String()),
  error: Type.String(),
});
export type WaitingSeat = Static<typeof WaitingSeat>;

/** A user with the licenses it holds and waits for. */
export const Person = Type.Object({
  tenantId: Type.String(),
  id: Type.String(),
  userPrincipalName: Text,
  displayName: Text,
  enabled: Flag,
  type: Type.Union([Type.Enum(['member', 'guest']), Type.Null()]),
  department: Text,
  country: Text,
  usageLocation: Text,
  seats: Type.Array(PersonSeat),
  waiting: Type.Array(WaitingSeat),
});
export type Person = Static<typeof Person>;

/** One person whole: identity, seats with their switched-off plans, findings and the entries about it, newest first. */
export const PersonDetail = Type.Object({
  person: Person,
  tenantName: Type.String(),
  mail: Text,
  companyName: Text,
  jobTitle: Text,
  employeeId: Text,
  employeeType: Text,
  costCenter: Text,
  division: Text,
  hybrid: Flag,
  createdAt: Type.Union([Instant, Type.Null()]),
  asOf: Instant,
  findings: Type.Array(Type.Object({ rule: Type.String(), evidence: Type.String() })),
  disabledPlans: Type.Array(
    Type.Object({ skuId: Type.String(), planId: Type.String(), planName: Type.String() }),
  ),
});
export type PersonDetail = Static<typeof PersonDetail>;

/** Which people to list. */
export type UsersRequest = {
  readonly tenant?: string;
  /** SKU id or part number. */
  readonly sku?: string;
  /** Part of a name, address or principal name, in any letter case. */
  readonly search?: string;
  /** Name of a finding about people. */
  readonly finding?: string;
  readonly department?: string;
  readonly enabled?: boolean;
  /** True: only those who hold a seat; false: only those who hold none. */
  readonly licensed?: boolean;
  readonly sort?: PeopleSort;
};

/** The orders in which people can be listed; a minus is the reverse. People without a value come last. */
export const peopleSorts = ['name', '-name', 'department', '-department', 'country', '-country'] as const;
export type PeopleSort = (typeof peopleSorts)[number];

/** Which person to show: object id or principal name. */
export type UserRequest = { readonly tenant?: string; readonly id: string };
