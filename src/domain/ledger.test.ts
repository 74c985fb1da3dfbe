import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  changesOfGroup,
  changesOfSku,
  changesOfSubscription,
  changesOfUser,
  opening,
  type Change,
  type Fields,
} from './ledger.ts';
import type { Seat, Sku, SkuId, Source, Subscription, User, Waiting } from './records.ts';
import { direct, fromGroup, id, seat, sku, user } from './testing.ts';

const [skuA, skuB, skuC] = [id<SkuId>(901), id<SkuId>(902), id<SkuId>(903)];

test('a new user is one entry, and one for each seat', () => {
  const changes = changesOfUser(null, user({ seats: [seat(skuA), seat(skuB)] }));
  assert.deepEqual(kinds(changes), ['user-added', 'seat-assigned', 'seat-assigned']);
  const [added, first] = changes;
  assert.deepEqual([added?.before, added?.after?.['displayName']], [null, 'Ana']);
  assert.deepEqual([first?.skuId, first?.before], [skuA, null]);
  assert.deepEqual(first?.after, { sources: [direct], state: 'active', error: null, disabledPlans: [] });
});

test('a removed user gives up each seat before it goes', () => {
  const changes = changesOfUser(user({ seats: [seat(skuA), seat(skuB)] }), null);
  assert.deepEqual(kinds(changes), ['seat-removed', 'seat-removed', 'user-removed']);
  assert.ok(changes.every((change) => change.after === null && change.before !== null));
});

test('a change names only the fields that differ', () => {
  const [change, ...others] = changesOfUser(
    user({ department: 'Sales', country: 'DE' }),
    user({ department: null, country: 'DE' }),
  );
  assert.deepEqual(others, []);
  assert.equal(change?.kind, 'user-changed');
  assert.deepEqual([change.before, change.after], [{ department: 'Sales' }, { department: null }]);
});

test('a change of source, state or plans alone is no new seat', () => {
  const before = user({ seats: [seat(skuA)] });
  const bySource = changesOfUser(before, user({ seats: [seat(skuA, { sources: [direct, fromGroup(1)] })] }));
  assert.deepEqual(kinds(bySource), ['seat-changed']);
  assert.deepEqual(bySource[0]?.before, { sources: [direct] });
  const troubled = seat(skuA, { state: 'active-with-error', error: 'Other', disabledPlans: ['plan'] });
  assert.deepEqual(kinds(changesOfUser(before, user({ seats: [troubled] }))), ['seat-changed']);
});

test('one SKU for another is a seat removed and a seat assigned', () => {
  const changes = changesOfUser(user({ seats: [seat(skuA)] }), user({ seats: [seat(skuB)] }));
  assert.deepEqual(
    changes.map(({ kind, skuId }) => [kind, skuId]),
    [
      ['seat-removed', skuA],
      ['seat-assigned', skuB],
    ],
  );
});

test('units, what is consumed of them, and what a SKU is are three different changes', () => {
  const before = sku({ enabled: 10, consumed: 3, capabilityStatus: 'Enabled' });
  const now = sku({ enabled: 12, consumed: 4, capabilityStatus: 'Warning' });
  const changes = changesOfSku(before, now);
  assert.deepEqual(kinds(changes), ['units-changed', 'consumed-changed', 'sku-changed']);
  assert.deepEqual([changes[0]?.before, changes[0]?.after], [{ enabled: 10 }, { enabled: 12 }]);
  assert.deepEqual([changes[1]?.before, changes[1]?.after], [{ consumed: 3 }, { consumed: 4 }]);
});

test('a SKU comes and goes with all its units', () => {
  const [added] = changesOfSku(null, sku({ enabled: 7 }));
  const [removed] = changesOfSku(sku({ enabled: 7 }), null);
  assert.deepEqual([added?.kind, removed?.kind], ['sku-added', 'sku-removed']);
  assert.equal(added?.after?.['enabled'], 7);
  assert.deepEqual(added?.after, removed?.before);
});

test('an unknown number that becomes known is a change, from null and not from 0', () => {
  const [change] = changesOfSku(sku({ consumed: null }), sku({ consumed: 0 }));
  assert.deepEqual([change?.before, change?.after], [{ consumed: null }, { consumed: 0 }]);
});

test('a purchase belongs to its SKU, and a change of it names it by id', () => {
  const bought = subscription({ totalLicenses: 18 });
  const [added] = changesOfSubscription(null, bought);
  assert.deepEqual([added?.kind, added?.skuId], ['subscription-added', skuA]);
  const [changed] = changesOfSubscription(bought, subscription({ totalLicenses: 20 }));
  assert.deepEqual(
    [changed?.before, changed?.after],
    [
      { id: 's1', totalLicenses: 18 },
      { id: 's1', totalLicenses: 20 },
    ],
  );
  assert.deepEqual(kinds(changesOfSubscription(bought, null)), ['subscription-removed']);
  assert.deepEqual(changesOfSubscription(bought, subscription({ totalLicenses: 18 })), []);
});

test('a group is added, changed and removed', () => {
  const sales = {
    id: id<never>(1),
    displayName: 'Sales',
    skuIds: [],
    processingState: null,
    hasMembersWithErrors: false,
  };
  assert.deepEqual(kinds(changesOfGroup(null, sales)), ['group-added']);
  assert.deepEqual(kinds(changesOfGroup(sales, { ...sales, displayName: 'Vertrieb' })), ['group-changed']);
  assert.deepEqual(kinds(changesOfGroup(sales, null)), ['group-removed']);
  assert.deepEqual(changesOfGroup(sales, { ...sales }), []);
});

test('the opening of a SKU holds its units and its seats, each only where it was read', () => {
  const whole = opening(skuA, sku({ enabled: 7, consumed: 5 }), 5);
  assert.deepEqual([whole.kind, whole.before], ['opened', null]);
  const { enabled, consumed, seats } = whole.after ?? {};
  assert.deepEqual([enabled, consumed, seats], [7, 5, 5]);
  assert.deepEqual(opening(skuA, null, 5).after, { seats: 5 });
  assert.equal(opening(skuA, sku(), null).after?.['seats'], null);
});

test('what did not change makes no entry', () => {
  fc.assert(
    fc.property(anyUser(), anySku(), (person, product) => {
      assert.deepEqual(changesOfUser(person, structuredClone(person)), []);
      assert.deepEqual(changesOfSku(product, structuredClone(product)), []);
    }),
  );
  assert.deepEqual([changesOfUser(null, null), changesOfSku(null, null)], [[], []]);
});

test('the entries of a user, applied to what was there, give what is there', () => {
  fc.assert(
    fc.property(fc.option(anyUser()), fc.option(anyUser()), (before, now) => {
      const after = changesOfUser(before, now).reduce(applied, flat(before));
      // A new user is written by its names, as those of a removed one: the rest stands in its row.
      if (before && now) assert.deepEqual(after, flat(now));
      else assert.deepEqual([after?.seats, after === null], [flat(now)?.seats, now === null]);
    }),
  );
});

test('the entries of a SKU, applied to what was there, give what is there', () => {
  fc.assert(
    fc.property(anySku(), anySku(), (before, now) => {
      const after = changesOfSku(before, now).reduce<Fields>(
        (fields, change) => ({ ...fields, ...change.after }),
        { ...before },
      );
      assert.deepEqual(after, now);
    }),
  );
});

test('no two entries of one change are of the same kind and about the same thing', () => {
  fc.assert(
    fc.property(fc.option(anyUser()), fc.option(anyUser()), (before, now) => {
      const names = changesOfUser(before, now).map(({ kind, object }) => `${kind} ${object}`);
      assert.equal(new Set(names).size, names.length);
    }),
  );
});

type Flat = { readonly fields: Fields; readonly seats: Readonly<Record<SkuId, Fields>> } | null;

/** A user as entries see it: its fields, and its seats by SKU. */
function flat(of: User | null): Flat {
  if (!of) return null;
  const { id: _id, seats, ...fields } = of;
  return { fields, seats: Object.fromEntries(seats.map(({ skuId, ...facts }) => [skuId, facts])) };
}

function applied(state: Flat, { kind, skuId, after }: Change): Flat {
  const { fields, seats } = state ?? { fields: {}, seats: {} };
  if (kind === 'user-removed') return null;
  if (kind === 'user-added' || kind === 'user-changed') return { fields: { ...fields, ...after }, seats };
  assert.ok(skuId);
  const { [skuId]: own, ...others } = seats;
  return { fields, seats: kind === 'seat-removed' ? others : { ...others, [skuId]: { ...own, ...after } } };
}

function anyUser(): fc.Arbitrary<User> {
  const word = fc.option(fc.constantFrom('Sales', 'Zoë', '日本', ''));
  return fc
    .record({
      displayName: word,
      department: word,
      enabled: fc.option(fc.boolean()),
      type: fc.constantFrom('member' as const, 'guest' as const, null),
      seats: fc.uniqueArray(anySeat(), { selector: (one) => one.skuId }),
      waiting: fc.array(anyWaiting(), { maxLength: 2 }),
    })
    .map(user);
}

function anySource(): fc.Arbitrary<Source> {
  return fc.constantFrom(direct, fromGroup(1), fromGroup(2));
}

function anySeat(): fc.Arbitrary<Seat> {
  return fc.record({
    skuId: fc.constantFrom(skuA, skuB, skuC),
    sources: fc.uniqueArray(anySource(), { maxLength: 3 }),
    state: fc.constantFrom('active' as const, 'active-with-error' as const),
    error: fc.option(fc.constantFrom('Other', 'CountViolation')),
    disabledPlans: fc.uniqueArray(fc.constantFrom('p', 'q')),
  });
}

function anyWaiting(): fc.Arbitrary<Waiting> {
  return fc.record(
    {
      skuId: fc.constantFrom(skuA, skuB),
      source: anySource(),
      error: fc.option(fc.constantFrom('Other')),
    },
    { noNullPrototype: true },
  );
}

function anySku(): fc.Arbitrary<Sku> {
  const number = fc.option(fc.integer({ min: 0, max: 3 }));
  return fc
    .record({
      enabled: number,
      warning: number,
      suspended: number,
      lockedOut: number,
      consumed: number,
      partNumber: fc.option(fc.constantFrom('PART_A', 'PART_B')),
      subscriptionIds: fc.uniqueArray(fc.constantFrom('a', 'b')),
    })
    .map(sku);
}

function subscription(what: Partial<Subscription>): Subscription {
  return {
    id: 's1',
    commerceId: null,
    skuId: skuA,
    skuPartNumber: null,
    status: 'Enabled',
    totalLicenses: 0,
    isTrial: false,
    createdAt: null,
    nextLifecycleAt: null,
    ownerTenantId: null,
    ...what,
  };
}

function kinds(changes: readonly Change[]): readonly string[] {
  return changes.map((change) => change.kind);
}
