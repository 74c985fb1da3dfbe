/** The tables as both engines hold them: text, integers and JSON text only. Columns are in snake_case on disk. */
export type Tables = {
  tenant: TenantRow;
  connection: ConnectionRow;
  run: RunRow;
  hold: HoldRow;
  sku: VersionOf<SkuColumns>;
  subscription: VersionOf<SubscriptionColumns>;
  licenseGroup: VersionOf<LicenseGroupColumns>;
  deletedUser: VersionOf<DeletedUserColumns>;
  user: VersionOf<UserColumns> & { ordinal: number; hash: string };
  seat: SeatRow;
  finding: FindingRow;
  balance: BalanceRow;
  entry: EntryRow;
  stageUser: Staged<UserColumns> & { ordinal: number; hash: string; losesAll: Bit };
  stageSeat: Staged<SeatColumns>;
  stageEntry: Staged<StagedEntryColumns>;
  meta: { name: string; value: string };
};

/** True and false as both engines keep them. */
export type Bit = 0 | 1;

/**
 * A version of a thing: it holds from the generation that opened it until the one that closed it.
 * The present one has `closedIn` null. Rows are closed, never changed and never deleted.
 */
type VersionOf<Columns> = Columns & {
  tenantId: string;
  id: string;
  openedIn: number;
  closedIn: number | null;
};

/** Rows of the tenant's one run that is not published yet (its fence sees to that), in the order of their reading. */
type Staged<Columns> = Columns & { tenantId: string; position: number };

export type TenantRow = {
  tenantId: string;
  /** The name given by a person, or null for Microsoft's. */
  name: string | null;
  displayName: string | null;
  domain: string | null;
  countryCode: string | null;
  tenantType: string | null;
  addedAt: string;
  paused: Bit;
  /** Why Microsoft refuses this tenant since its last run, or null. */
  refusedReason: string | null;
  /** Counts the runs that were started: the fence against a run that was thought dead. */
  epoch: number;
  /** The newest published generation; 0 before the first. */
  generation: number;
  /** The next free place of a user in the bitmap of those seen. */
  nextOrdinal: number;
  /** What the directory says of the app's credentials, JSON, or null when it was never read. */
  appCredentials: string | null;
};

export type ConnectionRow = {
  tenantId: string;
  clientId: string;
  cloud: string;
  authorityHost: string;
  graphHost: string;
  credentialKind: 'secret' | 'certificate';
  credentialEndsAt: string | null;
  /** The tenant's data key, wrapped by the master key. */
  dataKey: string;
  /** The credential, sealed by the data key. */
  sealed: string;
  changedAt: string;
};

export type RunRow = {
  tenantId: string;
  runId: string;
  epoch: number;
  /** The generation that it published, or null. */
  generation: number | null;
  state: 'running' | 'held' | 'published' | 'failed';
  startedAt: string;
  endedAt: string | null;
  requests: number;
  throttled: number;
  partial: Bit;
  reason: string | null;
  host: string;
  pid: number;
  /** State and age of each resource after this run, JSON: `ResourceStates`. */
  resources: string;
  usersAdded: number;
  usersRemoved: number;
  /** Hash of the last entry of the ledger after it was published, so that a tail cut off is noticed. */
  ledgerHead: string | null;
  /** Assigned units of its paid products together; null where one is unknown, and for a run that published nothing. */
  paidSeats: number | null;
};

export type HoldRow = {
  tenantId: string;
  /** `users`, `skus` or the id of a SKU. */
  subject: string;
  heldAt: string;
  /** What was seen, JSON: `Sight`. */
  sight: string;
  /** People or seats as published, and as the held read has them; null where it has no number. */
  before: number | null;
  after: number | null;
  /** The doubts, in words. */
  reason: string | null;
};

export type SkuColumns = {
  partNumber: string | null;
  appliesTo: string | null;
  capabilityStatus: string | null;
  enabled: number | null;
  warning: number | null;
  suspended: number | null;
  lockedOut: number | null;
  consumed: number | null;
  subscriptionIds: string;
  servicePlans: string;
};

export type SubscriptionColumns = {
  commerceId: string | null;
  skuId: string | null;
  skuPartNumber: string | null;
  status: string | null;
  totalLicenses: number | null;
  isTrial: Bit | null;
  createdAt: string | null;
  nextLifecycleAt: string | null;
  ownerTenantId: string | null;
};

export type LicenseGroupColumns = {
  displayName: string | null;
  skuIds: string;
  processingState: string | null;
  hasMembersWithErrors: Bit;
};

export type DeletedUserColumns = {
  userPrincipalName: string | null;
  displayName: string | null;
  deletedAt: string | null;
  skuIds: string;
};

export type UserColumns = {
  id: string;
  userPrincipalName: string | null;
  displayName: string | null;
  mail: string | null;
  enabled: Bit | null;
  type: 'member' | 'guest' | null;
  createdAt: string | null;
  usageLocation: string | null;
  country: string | null;
  department: string | null;
  companyName: string | null;
  jobTitle: string | null;
  employeeId: string | null;
  employeeType: string | null;
  costCenter: string | null;
  division: string | null;
  hybrid: Bit | null;
  /** JSON, `[]` for nearly everyone. */
  waiting: string;
  /** Names in lower case, display name first: what is searched, and the order of lists. */
  searchText: string;
};

export type SeatColumns = {
  userId: string;
  skuId: string;
  /** The generation since which the user holds it without a break. */
  sinceIn: number;
  sources: string;
  state: 'active' | 'active-with-error';
  error: string | null;
  disabledPlans: string;
};

export type SeatRow = SeatColumns & { tenantId: string; openedIn: number; closedIn: number | null };

/** What a rule found about a user, from the generation that changed it on. */
export type FindingRow = {
  tenantId: string;
  userId: string;
  rule: string;
  /** Empty where it concerns no SKU. */
  skuId: string;
  /** The generation since which it stands without a break, whatever its evidence. */
  sinceIn: number;
  evidence: string;
  openedIn: number;
  closedIn: number | null;
};

export type StagedEntryColumns = {
  kind: string;
  object: string;
  userId: string | null;
  skuId: string | null;
  before: string | null;
  after: string | null;
};

export type EntryRow = StagedEntryColumns & {
  tenantId: string;
  sequence: number;
  at: string;
  runId: string;
  generation: number;
  previousHash: string;
  hash: string;
};

/** The published balance of a SKU, from the generation that changed it on. */
export type BalanceRow = {
  tenantId: string;
  skuId: string;
  openedIn: number;
  closedIn: number | null;
  skuPartNumber: string | null;
  class: string;
  appliesTo: string | null;
  capabilityStatus: string | null;
  enabled: number | null;
  warning: number | null;
  suspended: number | null;
  lockedOut: number | null;
  consumed: number | null;
  counted: number | null;
  status: string;
  /** The proofs, JSON: `Check[]`. */
  checks: string;
};
