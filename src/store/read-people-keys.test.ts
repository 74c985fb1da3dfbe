import assert from 'node:assert/strict';
import type { SkuId, User, UserId } from '../domain/records.ts';
import { direct, fromGroup, id, seat, sku, user } from '../domain/testing.ts';
import type { Store } from './open.ts';
import { byName, people, peoplePage } from './read-people.ts';
import { countPeople, type PeopleFilter, type PeopleOrder, type PersonPlace } from './read-people-keys.ts';
import { collected, onBothEngines, tenantA } from './testing.ts';

const [skuA, skuB] = [id<SkuId>(901), id<SkuId>(902)];
const skus = [sku({ id: skuA }), sku({ id: skuB })];

const ana = person(1, { displayName: 'Ana', department: 'Sales', country: 'Brazil', seats: [seat(skuA)] });
const ben = person(2, {
  displayName: 'Ben',
  department: 'IT',
  enabled: false,
  seats: [seat(skuA), seat(skuB)],
});
const cleo = person(3, { displayName: 'Cleo', department: 'Sales', country: 'Austria', enabled: null });
const dan = person(4, { displayName: 'Dan', seats: [seat(skuB, { sources: [direct, fromGroup(5)] })] });
const nobody = person(5, { displayName: null, department: 'IT' });
const users = [ana, ben, cleo, dan, nobody];

onBothEngines('each order, its reverse, and who has no value last in either', async ({ store }) => {
  await collected(store, tenantA, { users, skus });
  const orders: readonly (readonly [PeopleOrder['by'], string, string])[] = [
    ['name', 'Ana Ben Cleo Dan -', 'Dan Cleo Ben Ana -'],
    ['department', '- Ben Ana Cleo Dan', 'Cleo Ana Ben - Dan'],
    ['country', 'Cleo Ana - Ben Dan', 'Ana Cleo Dan Ben -'],
  ];
  for (const [by, forward, backward] of orders) {
    assert.equal(await namesOf(store, {}, { by, reverse: false }), forward, by);
    assert.equal(await namesOf(store, {}, { by, reverse: true }), backward, `-${by}`);
  }
});

onBothEngines('each filter, and several together, with as many people as are counted', async ({ store }) => {
  await collected(store, tenantA, { users, skus });
  const filters: readonly (readonly [PeopleFilter, string])[] = [
    [{}, 'Ana Ben Cleo Dan -'],
    [{ skuIds: [skuA] }, 'Ana Ben'],
    [{ skuIds: [skuA, skuB] }, 'Ana Ben Dan'],
    [{ skuIds: [] }, ''],
    [{ search: 'B' }, 'Ben'],
    [{ department: 'Sales' }, 'Ana Cleo'],
    [{ department: 'sales' }, ''],
    [{ department: "' or 1=1 --" }, ''],
    [{ enabled: true }, 'Ana Dan -'],
    [{ enabled: false }, 'Ben'],
    [{ licensed: true }, 'Ana Ben Dan'],
    [{ licensed: false }, 'Cleo -'],
    [{ rule: 'disabled-but-licensed' }, 'Ben'],
    [{ rule: 'double-assignment' }, 'Dan'],
    [{ rule: 'none' }, ''],
    [{ licensed: false, department: 'IT' }, '-'],
    [{ skuIds: [skuA], enabled: true, search: 'example', department: 'Sales' }, 'Ana'],
    [{ skuIds: [skuB], rule: 'double-assignment' }, 'Dan'],
  ];
  for (const [filter, expected] of filters) {
    const about = JSON.stringify(filter);
    assert.equal(await namesOf(store, filter), expected, about);
    assert.equal(
      await countPeople(tenantA, store, filter),
      expected === '' ? 0 : expected.split(' ').length,
      about,
    );
  }
});

onBothEngines(
  'a SKU that many hold is found by asking each user, with the same result',
  async ({ store }) => {
    const many = Array.from({ length: 5100 }, (_, nth) =>
      person(nth + 1, { displayName: `P${nth % 7}`, ...(nth % 50 === 0 ? {} : { seats: [seat(skuA)] }) }),
    );
    await collected(store, tenantA, { users: many, skus });
    const found = (await Array.fromAsync(people(tenantA, store, { skuIds: [skuA] }))).flat();
    assert.equal(new Set(found.map((one) => one.id)).size, 4998);
    const more = many.map((one) => ({ ...one, seats: [seat(skuA)] }));
    await collected(store, tenantA, { users: more, skus });
    const all = (await Array.fromAsync(people(tenantA, store, { skuIds: [skuA] }))).flat();
    assert.equal(new Set(all.map((one) => one.id)).size, 5100);
  },
);

onBothEngines('pages of any size, in any order, show everyone once', async ({ store }) => {
  const many = Array.from({ length: 60 }, (_, nth) =>
    person(nth + 1, {
      displayName: nth % 5 === 0 ? null : `P${nth % 7}`,
      department: nth % 3 === 0 ? null : `D${nth % 4}`,
      country: nth % 11 === 0 ? 'Spain' : null,
    }),
  );
  await collected(store, tenantA, { users: many, skus });
  for (const by of ['name', 'department', 'country'] as const) {
    for (const reverse of [false, true]) {
      const whole = await idsInPages(store, { by, reverse }, 1000);
      assert.equal(new Set(whole).size, 60);
      for (const limit of [1, 7, 59, 60]) {
        assert.deepEqual(await idsInPages(store, { by, reverse }, limit), whole, `${by} ${reverse} ${limit}`);
      }
    }
  }
});

onBothEngines(
  'the next page goes on where the last one ended, whatever became of its last person',
  async (ledger) => {
    const { store } = ledger;
    await collected(store, tenantA, { users, skus });
    const first = await peoplePage(tenantA, store, {}, byName, 2, null);
    // Ben, the last one shown, gets another name and would now stand at the end; Ana has left.
    await collected(store, tenantA, { users: [{ ...ben, displayName: 'Zoe' }, cleo, dan, nobody], skus });
    const second = await peoplePage(tenantA, store, {}, byName, 10, first?.last ?? null);
    assert.deepEqual(
      second?.people.map((one) => one.displayName ?? '-'),
      ['Cleo', 'Dan', 'Zoe', '-'],
    );
    const elsewhere: PersonPlace = { id: id<UserId>(77), openedIn: 1 };
    assert.equal(await peoplePage(tenantA, store, {}, byName, 10, elsewhere), null);
  },
);

async function idsInPages(store: Store, order: PeopleOrder, limit: number): Promise<readonly UserId[]> {
  const ids: UserId[] = [];
  let page = await peoplePage(tenantA, store, {}, order, limit, null);
  while (page) {
    ids.push(...page.people.map((one) => one.id));
    page = page.more ? await peoplePage(tenantA, store, {}, order, limit, page.last) : null;
  }
  return ids;
}

function person(number: number, what: Partial<User>): User {
  return user({ id: id<UserId>(number), userPrincipalName: `u${number}@example.com`, ...what });
}

/** The names in the order of the list, a dash for none. */
async function namesOf(store: Store, filter: PeopleFilter, order: PeopleOrder = byName): Promise<string> {
  const pages = await Array.fromAsync(people(tenantA, store, filter, order));
  return pages
    .flat()
    .map((one) => one.displayName ?? '-')
    .join(' ');
}
