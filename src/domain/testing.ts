import type { Tally } from './balance.ts';
import type { GroupId, Seat, Sku, SkuId, Source, User, UserId } from './records.ts';

/** Things for the tests of any room that knows the domain: plain ones, changed where a test says so. */

/** The id that a word stands for, in the form of a GUID and in the order of the words' numbers. */
export function id<Id extends string>(number: number): Id {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
}

/** A paid SKU of which nothing was bought or used. */
export function tally(what: Partial<Tally>): Tally {
  const none = { enabled: 0, warning: 0, suspended: 0, lockedOut: 0, consumed: 0, counted: 0 };
  return { class: 'paid', ...none, ...what };
}

/** A SKU of ten enabled units. */
export function sku(what: Partial<Sku> = {}): Sku {
  return {
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    subscriptionIds: [],
    servicePlans: [],
    enabled: 10,
    warning: 0,
    suspended: 0,
    lockedOut: 0,
    id: id<SkuId>(901),
    partNumber: 'PART_A',
    consumed: 0,
    ...what,
  };
}

/** A member without licenses, of which all that can be unknown is. */
export function user(what: Partial<User> = {}): User {
  return {
    id: id<UserId>(1),
    userPrincipalName: 'ana@example.com',
    displayName: 'Ana',
    mail: null,
    enabled: true,
    type: 'member',
    createdAt: null,
    usageLocation: null,
    country: null,
    department: null,
    companyName: null,
    jobTitle: null,
    employeeId: null,
    employeeType: null,
    costCenter: null,
    division: null,
    hybrid: null,
    seats: [],
    waiting: [],
    ...what,
  };
}

/** A seat that was given directly. */
export function seat(skuId: SkuId, what: Partial<Seat> = {}): Seat {
  return { skuId, sources: [direct], state: 'active', error: null, disabledPlans: [], ...what };
}

/** Assigned to the person. */
export const direct: Source = { kind: 'direct' };

/** Inherited from a group. */
export function fromGroup(number: number): Source {
  return { kind: 'group', groupId: id<GroupId>(number) };
}
