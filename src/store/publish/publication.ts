import type { Complete } from '../../domain/complete.ts';
import type { Doubt, UserChange } from '../../domain/guard.ts';
import type {
  AppCredential,
  DeletedUser,
  LicenseGroup,
  Organization,
  ResourceName,
  Sku,
  Subscription,
} from '../../domain/records.ts';

/** A resource as a run found it: read whole, or not readable for a reason, which leaves it as it was. */
export type Reading<Value> =
  | { readonly state: 'read'; readonly proof: Complete; readonly value: Value }
  | { readonly state: 'kept'; readonly reason: string };

/** A single thing as a run found it. */
export type Sighting<Value> =
  | { readonly state: 'read'; readonly readAt: Date; readonly value: Value }
  | { readonly state: 'kept'; readonly reason: string };

/** Everything that a run brings to be published. The users themselves are staged; here is what they would change. */
export type Publication = {
  readonly organization: Sighting<Organization>;
  readonly skus: Reading<readonly Sku[]>;
  readonly subscriptions: Reading<readonly Subscription[]>;
  readonly users: Reading<UserChange>;
  readonly groups: Reading<readonly LicenseGroup[]>;
  readonly deletedUsers: Reading<readonly DeletedUser[]>;
  /** Of no weight for the balance: a run without it is whole. */
  readonly application: Sighting<readonly AppCredential[]>;
};

/** What the run used, and what a person allowed. */
export type PublishOptions = {
  readonly acceptHeld: boolean;
  readonly requests: number;
  readonly throttled: number;
};

/** What became of a publication. */
export type PublishOutcome =
  | { readonly type: 'held'; readonly doubts: readonly Doubt[] }
  | {
      readonly type: 'published';
      readonly generation: number;
      readonly entries: number;
      /** Resources and products that stay at their last state, with the reason. */
      readonly kept: readonly { readonly what: ResourceName | string; readonly reason: string }[];
    };
