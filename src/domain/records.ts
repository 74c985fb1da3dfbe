/** The things Seatledger keeps, as read from one tenant: plain, readonly, without behavior. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A Microsoft Entra directory, by its GUID in lower case. */
export type TenantId = Branded<'TenantId'>;
/** A product that can be licensed, by its GUID in lower case (`skuId` in Microsoft Graph). */
export type SkuId = Branded<'SkuId'>;
/** A user object of a tenant, by its GUID in lower case. */
export type UserId = Branded<'UserId'>;
/** A group object of a tenant, by its GUID in lower case. */
export type GroupId = Branded<'GroupId'>;
/** One collection of a tenant. */
export type RunId = Branded<'RunId'>;
/** A moment in UTC as ISO 8601 text with milliseconds, so that text order is time order. */
export type Instant = Branded<'Instant'>;

/** The tenant as it describes itself in `/organization`. */
export type Organization = {
  readonly id: TenantId;
  readonly displayName: string | null;
  readonly countryCode: string | null;
  /** `AAD`, `AAD B2C`, `CIAM` or a value unknown to us. */
  readonly tenantType: string | null;
  readonly defaultDomain: string | null;
  readonly domains: readonly string[];
};

/** One feature inside a SKU. */
export type ServicePlan = {
  readonly id: string;
  readonly name: string | null;
  readonly provisioningStatus: string | null;
  readonly appliesTo: string | null;
};

/** What was bought of a SKU by state, and what Microsoft says is consumed; null means that Microsoft did not say. */
export type Units = {
  readonly enabled: number | null;
  readonly warning: number | null;
  readonly suspended: number | null;
  readonly lockedOut: number | null;
  readonly consumed: number | null;
};

/** One row of `/subscribedSkus`. */
export type Sku = Units & {
  readonly id: SkuId;
  readonly partNumber: string | null;
  /** `User` or `Company`; anything else is kept as it came. */
  readonly appliesTo: string | null;
  readonly capabilityStatus: string | null;
  readonly subscriptionIds: readonly string[];
  readonly servicePlans: readonly ServicePlan[];
};

/** One commercial purchase of a SKU, from `/directory/subscriptions`. */
export type Subscription = {
  readonly id: string;
  readonly commerceId: string | null;
  readonly skuId: SkuId | null;
  readonly skuPartNumber: string | null;
  readonly status: string | null;
  readonly totalLicenses: number | null;
  readonly isTrial: boolean | null;
  readonly createdAt: Instant | null;
  /** When it moves to its next state unless renewed: a renewal date, and an expiry only in grace, suspension or trial. */
  readonly nextLifecycleAt: Instant | null;
  readonly ownerTenantId: string | null;
};

/** Why a user holds a seat: assigned to the person, or inherited from a group. */
export type Source = { readonly kind: 'direct' } | { readonly kind: 'group'; readonly groupId: GroupId };

/** A license really held: one SKU in `assignedLicenses`, whatever the number of its sources. */
export type Seat = {
  readonly skuId: SkuId;
  /** Direct first, then groups by id; empty when Microsoft names no active source for it. */
  readonly sources: readonly Source[];
  readonly state: 'active' | 'active-with-error';
  readonly error: string | null;
  readonly disabledPlans: readonly string[];
};

/** An assignment without a seat: in error, or (error null) active but not yet in `assignedLicenses`. */
export type Waiting = {
  readonly skuId: SkuId;
  readonly source: Source;
  readonly error: string | null;
};

/** A person, guest, room or shared mailbox with the licenses it holds and waits for. */
export type User = {
  readonly id: UserId;
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
  readonly mail: string | null;
  readonly enabled: boolean | null;
  readonly type: 'member' | 'guest' | null;
  readonly createdAt: Instant | null;
  readonly usageLocation: string | null;
  readonly country: string | null;
  readonly department: string | null;
  readonly companyName: string | null;
  readonly jobTitle: string | null;
  readonly employeeId: string | null;
  readonly employeeType: string | null;
  readonly costCenter: string | null;
  readonly division: string | null;
  /** True for a user mastered on premises, null for one that never was. */
  readonly hybrid: boolean | null;
  /** By SKU id, one per SKU. */
  readonly seats: readonly Seat[];
  /** By SKU id, then source. */
  readonly waiting: readonly Waiting[];
};

/** A group that hands out licenses, or has members whose licenses could not be assigned. */
export type LicenseGroup = {
  readonly id: GroupId;
  readonly displayName: string | null;
  readonly skuIds: readonly SkuId[];
  readonly processingState: string | null;
  readonly hasMembersWithErrors: boolean;
};

/** A user in the recycle bin of the tenant (30 days); it consumes no seat. */
export type DeletedUser = {
  readonly id: UserId;
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
  readonly deletedAt: Instant | null;
  /** The licenses it held when it was deleted, where Microsoft still says. */
  readonly skuIds: readonly SkuId[];
};

/** A secret or certificate registered on the application that Seatledger signs in as. */
export type AppCredential = {
  readonly keyId: string;
  readonly kind: 'secret' | 'certificate';
  readonly displayName: string | null;
  /** First three characters of a secret, SHA-1 thumbprint (hex) of a certificate. */
  readonly hint: string | null;
  readonly endsAt: Instant | null;
};

/** What a run reads from a tenant, each with a state and an age of its own. */
export const resourceNames = [
  'organization',
  'skus',
  'subscriptions',
  'users',
  'groups',
  'deletedUsers',
  'application',
] as const;
/** One of the things a run reads. */
export type ResourceName = (typeof resourceNames)[number];
