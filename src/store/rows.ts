import { hash } from 'node:crypto';
import type {
  DeletedUser,
  GroupId,
  Instant,
  LicenseGroup,
  Seat,
  Sku,
  SkuId,
  Source,
  Subscription,
  User,
  UserId,
} from '../domain/records.ts';
import type { Value } from './engines/engine.ts';
import type {
  Bit,
  DeletedUserColumns,
  LicenseGroupColumns,
  SeatColumns,
  SkuColumns,
  SubscriptionColumns,
  UserColumns,
} from './tables.ts';

/** A seat as kept: with the generation since which it is held. */
export type StoredSeat = Seat & { readonly sinceIn: number };

/** A user as kept, with its seats. */
export type StoredUser = Omit<User, 'seats'> & { readonly seats: readonly StoredSeat[] };

/** The columns of a user, in the order of {@link userValues}. */
export const userNames = [
  'id',
  'userPrincipalName',
  'displayName',
  'mail',
  'enabled',
  'type',
  'createdAt',
  'usageLocation',
  'country',
  'department',
  'companyName',
  'jobTitle',
  'employeeId',
  'employeeType',
  'costCenter',
  'division',
  'hybrid',
  'waiting',
  'searchText',
] as const satisfies readonly (keyof UserColumns)[];

/** A user as the values of its columns: one list and no object in between, since every new user takes this way. */
export function userValues(user: User): readonly Value[] {
  return [
    user.id,
    user.userPrincipalName,
    user.displayName,
    user.mail,
    bit(user.enabled),
    user.type,
    user.createdAt,
    user.usageLocation,
    user.country,
    user.department,
    user.companyName,
    user.jobTitle,
    user.employeeId,
    user.employeeType,
    user.costCenter,
    user.division,
    bit(user.hybrid),
    user.waiting.length === 0 ? '[]' : JSON.stringify(user.waiting),
    `${user.displayName ?? ''}\n${user.userPrincipalName ?? ''}\n${user.mail ?? ''}`.toLowerCase(),
  ];
}

/** A user from its columns and seats. */
export function userFrom(row: UserColumns, seats: readonly StoredSeat[]): StoredUser {
  return {
    id: row.id as UserId,
    userPrincipalName: row.userPrincipalName,
    displayName: row.displayName,
    mail: row.mail,
    enabled: flag(row.enabled),
    type: row.type,
    createdAt: row.createdAt as Instant | null,
    usageLocation: row.usageLocation,
    country: row.country,
    department: row.department,
    companyName: row.companyName,
    jobTitle: row.jobTitle,
    employeeId: row.employeeId,
    employeeType: row.employeeType,
    costCenter: row.costCenter,
    division: row.division,
    hybrid: flag(row.hybrid),
    seats,
    waiting: row.waiting === '[]' ? [] : json<User['waiting']>(row.waiting),
  };
}

/** The columns of a seat, in the order of {@link seatValues}. */
export const seatNames = [
  'userId',
  'skuId',
  'sinceIn',
  'sources',
  'state',
  'error',
  'disabledPlans',
] as const satisfies readonly (keyof SeatColumns)[];

/** A seat as the values of its columns. */
export function seatValues(userId: UserId, seat: StoredSeat): readonly Value[] {
  return [
    userId,
    seat.skuId,
    seat.sinceIn,
    JSON.stringify(seat.sources),
    seat.state,
    seat.error,
    seat.disabledPlans.length === 0 ? '[]' : JSON.stringify(seat.disabledPlans),
  ];
}

/** A seat from its columns. */
export function seatFrom(row: SeatColumns): StoredSeat {
  return {
    skuId: row.skuId as SkuId,
    sources: json<Seat['sources']>(row.sources),
    state: row.state,
    error: row.error,
    disabledPlans: row.disabledPlans === '[]' ? [] : json<string[]>(row.disabledPlans),
    sinceIn: row.sinceIn,
  };
}

/** Two users with the same fingerprint are the same in every collected field (128 bits of SHA-256). */
export function fingerprint(user: User): string {
  return hash('sha256', told(user), 'base64url').slice(0, 22);
}

/** All fields in one text, by hand because JSON takes three times as long, and every user of every run comes by here. */
function told(user: User): string {
  let all =
    part(user.id) +
    part(user.userPrincipalName) +
    part(user.displayName) +
    part(user.mail) +
    sign(user.enabled) +
    part(user.type) +
    part(user.createdAt) +
    part(user.usageLocation) +
    part(user.country) +
    part(user.department) +
    part(user.companyName) +
    part(user.jobTitle) +
    part(user.employeeId) +
    part(user.employeeType) +
    part(user.costCenter) +
    part(user.division) +
    sign(user.hybrid);
  for (const { skuId, sources, state, error, disabledPlans } of user.seats) {
    all += `s${part(skuId)}${part(state)}${part(error)}`;
    for (const source of sources) all += partOfSource(source);
    all += '.';
    for (const plan of disabledPlans) all += part(plan);
  }
  for (const { skuId, source, error } of user.waiting) {
    all += `w${part(skuId)}${partOfSource(source)}${part(error)}`;
  }
  return all;
}

/** Ends at the first U+0000, which no text holds that the store can keep; no text begins like null. */
function part(text: string | null): string {
  return text === null ? '\0' : `=${text}\0`;
}

function partOfSource(source: Source): string {
  return part(source.kind === 'direct' ? null : source.groupId);
}

function sign(flag: boolean | null): string {
  return flag === null ? '?' : flag ? '+' : '-';
}

/** A user as it was collected, field by field in the same order. */
export function asCollected(stored: StoredUser): User {
  return { ...stored, seats: stored.seats.map(({ sinceIn: _sinceIn, ...seat }) => seat) };
}

/** How a small thing (SKU, purchase, group, deleted user) is kept. */
export type Codec<Thing extends { readonly id: string }, Columns> = {
  readonly columns: (thing: Thing) => Columns;
  readonly from: (row: Columns & { readonly id: string }) => Thing;
};

/** How a SKU is kept. */
export const skuCodec: Codec<Sku, SkuColumns> = {
  columns: ({ id: _id, subscriptionIds, servicePlans, ...same }) => ({
    ...same,
    subscriptionIds: JSON.stringify(subscriptionIds),
    servicePlans: JSON.stringify(servicePlans),
  }),
  from: (row) => ({
    id: row.id as SkuId,
    partNumber: row.partNumber,
    appliesTo: row.appliesTo,
    capabilityStatus: row.capabilityStatus,
    enabled: row.enabled,
    warning: row.warning,
    suspended: row.suspended,
    lockedOut: row.lockedOut,
    consumed: row.consumed,
    subscriptionIds: json<string[]>(row.subscriptionIds),
    servicePlans: json<Sku['servicePlans']>(row.servicePlans),
  }),
};

/** How a purchase is kept. */
export const subscriptionCodec: Codec<Subscription, SubscriptionColumns> = {
  columns: ({ id: _id, isTrial, ...same }) => ({ ...same, isTrial: bit(isTrial) }),
  from: (row) => ({
    id: row.id,
    commerceId: row.commerceId,
    skuId: row.skuId as SkuId | null,
    skuPartNumber: row.skuPartNumber,
    status: row.status,
    totalLicenses: row.totalLicenses,
    isTrial: flag(row.isTrial),
    createdAt: row.createdAt as Instant | null,
    nextLifecycleAt: row.nextLifecycleAt as Instant | null,
    ownerTenantId: row.ownerTenantId,
  }),
};

/** How a group is kept. */
export const groupCodec: Codec<LicenseGroup, LicenseGroupColumns> = {
  columns: ({ id: _id, skuIds, hasMembersWithErrors, ...same }) => ({
    ...same,
    skuIds: JSON.stringify(skuIds),
    hasMembersWithErrors: hasMembersWithErrors ? 1 : 0,
  }),
  from: (row) => ({
    id: row.id as GroupId,
    displayName: row.displayName,
    skuIds: json<SkuId[]>(row.skuIds),
    processingState: row.processingState,
    hasMembersWithErrors: row.hasMembersWithErrors === 1,
  }),
};

/** How a deleted user is kept. */
export const deletedUserCodec: Codec<DeletedUser, DeletedUserColumns> = {
  columns: ({ id: _id, skuIds, ...same }) => ({ ...same, skuIds: JSON.stringify(skuIds) }),
  from: (row) => ({
    id: row.id as UserId,
    userPrincipalName: row.userPrincipalName,
    displayName: row.displayName,
    deletedAt: row.deletedAt as Instant | null,
    skuIds: json<SkuId[]>(row.skuIds),
  }),
};

/** What was written as JSON by this file is read back by it. */
function json<Shape>(text: string): Shape {
  return JSON.parse(text) as Shape;
}

function bit(flag: boolean | null): Bit | null {
  return flag === null ? null : flag ? 1 : 0;
}

function flag(value: Bit | null): boolean | null {
  return value === null ? null : value === 1;
}
