import { hash } from './chance.ts';
import { groupId, groupNames } from './groups.ts';
import type { GroupName } from './groups.ts';
import { aspect, isFrontline, kindOf } from './people.ts';
import { offers } from './offers.ts';
import type { Audience, Grant, Offer } from './offers.ts';
import { products } from './products.ts';

/** One way in which a license reaches (or fails to reach) a user: a row of `licenseAssignmentStates`. */
export type Assignment = {
  readonly skuId: string;
  /** The group it comes from, null for a direct one. */
  readonly groupId: string | null;
  readonly state: 'Active' | 'ActiveWithError' | 'Error';
  readonly error: string;
  readonly disabledPlans: readonly string[];
  /** When it last changed; null where that follows from the seed. */
  readonly updatedAt: string | null;
};

/** All that a user has: its assignments, and what is really held. */
export type Licenses = {
  readonly assignments: readonly Assignment[];
  /** `assignedLicenses`: one entry per SKU that at least one source gives. */
  readonly assigned: readonly { readonly disabledPlans: readonly string[]; readonly skuId: string }[];
};

/** The licenses at the start, by index: a pure function whose few thousand different answers are kept. */
export function startingLicenses(seed: number): (index: number) => Licenses {
  const kept = new Map<Audience, Map<number, Licenses>>();
  const group = (name: GroupName): string => groupId(seed, groupNames.indexOf(name));
  return (index) => {
    const audience = audienceOf(seed, index);
    const asked: readonly Offer[] = offers[audience];
    // Four bits for each offer: none has more than fourteen answers.
    let key = 0;
    for (let nth = 0; nth < asked.length; nth++) key = key * 16 + variantOf(asked, nth, seed, index) + 1;
    let ofAudience = kept.get(audience);
    if (!ofAudience) kept.set(audience, (ofAudience = new Map<number, Licenses>()));
    let licenses = ofAudience.get(key);
    if (!licenses) {
      const grants = asked.flatMap((offer, nth) => offer[variantOf(asked, nth, seed, index)]?.grants ?? []);
      ofAudience.set(key, (licenses = licensesOf(grants.map((grant) => assignment(grant, group)))));
    }
    return licenses;
  };
}

/** The state of a user with these assignments: what one source gives is held once, with the plans that all switch off. */
export function licensesOf(assignments: readonly Assignment[]): Licenses {
  const assigned = new Map<string, readonly string[]>();
  for (const { skuId, state, disabledPlans } of assignments) {
    if (state === 'Error') continue;
    const before = assigned.get(skuId);
    assigned.set(skuId, before ? before.filter((plan) => disabledPlans.includes(plan)) : disabledPlans);
  }
  return { assignments, assigned: [...assigned].map(([skuId, disabledPlans]) => ({ disabledPlans, skuId })) };
}

function audienceOf(seed: number, index: number): Audience {
  const kind = kindOf(seed, index);
  if (kind !== 'member') return kind;
  return isFrontline(seed, index) ? 'frontline' : 'office';
}

/** Which answer of the nth offer falls to a person. */
function variantOf(asked: readonly Offer[], nth: number, seed: number, index: number): number {
  let rest = hash(seed, index, aspect.license + nth) % 1000;
  return asked[nth]?.findIndex(({ perMille }) => (rest -= perMille) < 0) ?? -1;
}

function assignment(grant: Grant, group: (name: GroupName) => string): Assignment {
  return {
    skuId: products[grant.product].skuId,
    groupId: grant.group ? group(grant.group) : null,
    state: grant.waits ? 'Error' : grant.troubled ? 'ActiveWithError' : 'Active',
    error: grant.waits ?? grant.troubled ?? 'None',
    disabledPlans: grant.without ?? [],
    updatedAt: null,
  };
}
