import type { SkuClass } from '../balance.ts';
import type { Seat, SkuId, User } from '../records.ts';

/** Something about a person that is worth attention. */
export type Finding = {
  /** Null where it concerns no SKU. */
  readonly skuId: SkuId | null;
  /** What was seen, in a sentence. */
  readonly evidence: string;
};

/** What the rules look at of a person: little, since they look at everyone. */
export type Subject = Pick<User, 'enabled' | 'type' | 'waiting'> & {
  readonly seats: readonly Pick<Seat, 'skuId' | 'sources' | 'error'>[];
};

/** A rule that looks at one person; what is not known is never a finding. */
export type Rule = {
  /** Stable, and the name of its file. */
  readonly name: string;
  readonly title: string;
  /** Why it matters and what to do. */
  readonly explain: string;
  readonly find: (
    user: Subject,
    facts: { readonly classOf: (skuId: SkuId) => SkuClass },
  ) => readonly Finding[];
};

/** How a seat came to its holder, to follow "the seat is held". */
export function heldBy(seat: Pick<Seat, 'sources'>): string {
  const groups = seat.sources.filter((source) => source.kind === 'group').length;
  const ways = seat.sources.length > groups ? ['directly'] : [];
  if (groups > 0) ways.push(groups === 1 ? 'through a group' : `through ${groups} groups`);
  return ways.join(' and ') || 'in a way that Microsoft does not name';
}
