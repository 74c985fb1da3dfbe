import type {
  LicenseGroup,
  Seat,
  Sku,
  SkuId,
  Subscription,
  Units,
  User,
  UserId,
  Waiting,
} from './records.ts';

/** The closed list of what an entry of the ledger can say. */
export type EntryKind =
  | 'opened'
  | 'seat-assigned'
  | 'seat-removed'
  | 'seat-changed'
  | 'units-changed'
  | 'consumed-changed'
  | 'user-added'
  | 'user-removed'
  | 'user-changed'
  | 'sku-added'
  | 'sku-removed'
  | 'sku-changed'
  | 'subscription-added'
  | 'subscription-removed'
  | 'subscription-changed'
  | 'group-added'
  | 'group-removed'
  | 'group-changed'
  | 'large-change';

/** Fields with their values: what an entry holds of a thing before and after. */
export type Fields = Readonly<Record<string, unknown>>;

/** An entry before it has its place in the chain. */
export type Change = {
  readonly kind: EntryKind;
  /** What it is about; with the generation and the kind it names the entry once and for all. */
  readonly object: string;
  readonly userId?: UserId;
  readonly skuId?: SkuId;
  readonly before: Fields | null;
  readonly after: Fields | null;
};

/** What changed with a user and its seats; empty when nothing did. */
export function changesOfUser(before: User | null, now: User | null): readonly Change[] {
  const user = before ?? now;
  if (!user) return [];
  const about = { object: user.id, userId: user.id };
  const seats = changesOfSeats(user.id, before?.seats ?? [], now?.seats ?? []);
  if (!before) return [{ ...about, kind: 'user-added', before: null, after: identity(now) }, ...seats];
  if (!now) return [...seats, { ...about, kind: 'user-removed', before: identity(before), after: null }];
  const fields = difference(facts(before), facts(now));
  return fields ? [{ ...about, kind: 'user-changed', ...fields }, ...seats] : seats;
}

/** What changed with a SKU: its units apart from what is consumed of them, and apart from what it is. */
export function changesOfSku(before: Sku | null, now: Sku | null): readonly Change[] {
  const sku = before ?? now;
  if (!sku) return [];
  const about = { object: sku.id, skuId: sku.id };
  if (!before) return [{ ...about, kind: 'sku-added', before: null, after: skuWhole(now) }];
  if (!now) return [{ ...about, kind: 'sku-removed', before: skuWhole(before), after: null }];
  const changes: Change[] = [];
  const units = difference(bought(before), bought(now));
  if (units) changes.push({ ...about, kind: 'units-changed', ...units });
  const consumed = difference({ consumed: before.consumed }, { consumed: now.consumed });
  if (consumed) changes.push({ ...about, kind: 'consumed-changed', ...consumed });
  const fields = difference(skuFacts(before), skuFacts(now));
  if (fields) changes.push({ ...about, kind: 'sku-changed', ...fields });
  return changes;
}

/** What changed with a purchase. */
export function changesOfSubscription(
  before: Subscription | null,
  now: Subscription | null,
): readonly Change[] {
  const skuId = (now ?? before)?.skuId;
  return changesOfThing('subscription', before, now, skuId ? { skuId } : {});
}

/** What changed with a group that hands out licenses. */
export function changesOfGroup(before: LicenseGroup | null, now: LicenseGroup | null): readonly Change[] {
  return changesOfThing('group', before, now, {});
}

/** The entry that opens a SKU in the first generation: its units and how many hold it. */
export function opening(skuId: SkuId, sku: Sku | null, seats: number | null): Change {
  return {
    kind: 'opened',
    object: skuId,
    skuId,
    before: null,
    after: { ...(sku ? skuWhole(sku) : {}), seats },
  };
}

function changesOfThing(
  noun: 'subscription' | 'group',
  before: { readonly id: string } | null,
  now: { readonly id: string } | null,
  about: { readonly skuId?: SkuId },
): readonly Change[] {
  const thing = before ?? now;
  if (!thing) return [];
  const object = `${noun}:${thing.id}`;
  if (!before) return [{ ...about, object, kind: `${noun}-added`, before: null, after: { ...now } }];
  if (!now) return [{ ...about, object, kind: `${noun}-removed`, before: { ...before }, after: null }];
  const fields = difference({ ...before }, { ...now });
  return fields ? [{ ...about, object, kind: `${noun}-changed`, ...withId(fields, thing.id) }] : [];
}

function withId(fields: { before: Fields; after: Fields }, id: string): { before: Fields; after: Fields } {
  return { before: { id, ...fields.before }, after: { id, ...fields.after } };
}

function changesOfSeats(userId: UserId, before: readonly Seat[], now: readonly Seat[]): readonly Change[] {
  const held = new Map(before.map((seat) => [seat.skuId, seat]));
  const holds = new Set(now.map((seat) => seat.skuId));
  const about = (seat: Seat) => ({ object: `${userId}:${seat.skuId}`, userId, skuId: seat.skuId });
  const removed = before
    .filter((seat) => !holds.has(seat.skuId))
    .map((seat): Change => ({ ...about(seat), kind: 'seat-removed', before: seatFacts(seat), after: null }));
  const others = now.flatMap((seat): Change[] => {
    const old = held.get(seat.skuId);
    if (!old) return [{ ...about(seat), kind: 'seat-assigned', before: null, after: seatFacts(seat) }];
    const fields = difference(seatFacts(old), seatFacts(seat));
    return fields ? [{ ...about(seat), kind: 'seat-changed', ...fields }] : [];
  });
  return [...removed, ...others];
}

function seatFacts(seat: Seat): Fields {
  const { sources, state, error, disabledPlans } = seat;
  return { sources, state, error, disabledPlans };
}

function identity(user: User | null): Fields | null {
  return user && { userPrincipalName: user.userPrincipalName, displayName: user.displayName };
}

function facts(user: User): Fields {
  const { id: _id, seats: _seats, waiting, ...fields } = user;
  return { ...fields, waiting: waiting.map(waitingFacts) };
}

function waitingFacts(waiting: Waiting): Fields {
  return { skuId: waiting.skuId, source: waiting.source, error: waiting.error };
}

function bought(sku: Units): Fields {
  const { enabled, warning, suspended, lockedOut } = sku;
  return { enabled, warning, suspended, lockedOut };
}

function skuFacts(sku: Sku): Fields {
  const { partNumber, appliesTo, capabilityStatus, subscriptionIds, servicePlans } = sku;
  return { partNumber, appliesTo, capabilityStatus, subscriptionIds, servicePlans };
}

function skuWhole(sku: Sku | null): Fields | null {
  return (
    sku && { ...bought(sku), consumed: sku.consumed, partNumber: sku.partNumber, appliesTo: sku.appliesTo }
  );
}

/** The fields that differ, as they were and as they are; null when none does. */
function difference(before: Fields, now: Fields): { before: Fields; after: Fields } | null {
  const changed = Object.keys(now).filter((name) => !same(before[name], now[name]));
  if (changed.length === 0) return null;
  const pick = (from: Fields) => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
  return { before: pick(before), after: pick(now) };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
