import assert from 'node:assert/strict';
import type { SkuId, User, UserId } from '../domain/records.ts';
import { id, seat, user } from '../domain/testing.ts';
import type { Store } from './open.ts';
import { findUser, people, userIdsNamed } from './read-people.ts';
import type { PeopleFilter } from './read-people-keys.ts';
import { collected, onBothEngines, tenantA, tenantB } from './testing.ts';

const skuA = id<SkuId>(901);

onBothEngines('people come in pages, nobody twice and nobody left out', async ({ store }) => {
  const many = Array.from({ length: 2500 }, (_, nth) =>
    // Many of one name, so that pages end in the middle of it.
    person(nth + 1, { displayName: nth % 3 === 0 ? 'Kim' : `Person ${nth % 700}` }),
  );
  await collected(store, tenantA, { users: many });
  const pages = await Array.fromAsync(people(tenantA, store));
  assert.deepEqual(
    pages.map((page) => page.length),
    [1000, 1000, 500],
  );
  const ids = pages.flat().map((one) => one.id);
  assert.equal(new Set(ids).size, 2500);
});

onBothEngines('a page that is full and the last leaves no empty one', async ({ store }) => {
  const users = Array.from({ length: 1000 }, (_, nth) => person(nth + 1, {}));
  await collected(store, tenantA, { users });
  const pages = await Array.fromAsync(people(tenantA, store));
  assert.equal(pages.flat().length, 1000);
});

onBothEngines('names are in one order on both engines, in any script', async ({ store }) => {
  const written = ['Zoë', 'zoe', 'Ångström', '日本 太郎', 'Émile', 'Ωmega', 'a', '_x', '👩 Ana', 'Иван', ''];
  const users = written.map((displayName, nth) => person(nth + 1, { displayName }));
  await collected(store, tenantA, { users });
  assert.deepEqual(await namesOf(store), [
    '_x',
    'a',
    'zoe',
    'Zoë',
    'Ångström',
    'Émile',
    'Ωmega',
    'Иван',
    '日本 太郎',
    '👩 Ana',
    // Who has no name comes last.
    '',
  ]);
});

onBothEngines('S-SQ-02: the signs of a pattern are searched for as they are', async ({ store }) => {
  const written = ['100% sure', '100 sure', 'a_b', 'axb', 'c\\d', 'c/d', "O'Hara", '[x]'];
  const users = written.map((displayName, nth) => person(nth + 1, { displayName }));
  await collected(store, tenantA, { users });
  assert.deepEqual(await namesOf(store, { search: '0%' }), ['100% sure']);
  assert.deepEqual(await namesOf(store, { search: '_' }), ['a_b']);
  assert.deepEqual(await namesOf(store, { search: '\\' }), ['c\\d']);
  assert.deepEqual(await namesOf(store, { search: "'" }), ["O'Hara"]);
  assert.deepEqual(await namesOf(store, { search: '[x' }), ['[x]']);
  assert.deepEqual(await namesOf(store, { search: '%'.repeat(10_000) }), []);
  assert.deepEqual(await namesOf(store, { search: "' or 1=1 --" }), []);
});

onBothEngines('a search finds a part of a name or an address, in any letter case', async ({ store }) => {
  const zoe = person(1, {
    displayName: 'Zoë ÅNGSTRÖM',
    userPrincipalName: 'z@x.example',
    mail: 'Zo@Y.example',
  });
  await collected(store, tenantA, { users: [zoe, person(2, { displayName: null })] });
  for (const search of ['zoË', 'ångström', 'Z@X', 'zo@y']) {
    assert.deepEqual(await namesOf(store, { search }), ['Zoë ÅNGSTRÖM'], search);
  }
  assert.deepEqual(await namesOf(store, { search: 'null' }), []);
});

onBothEngines('those who hold a SKU are found, and nobody for none', async ({ store }) => {
  const holder = person(1, { displayName: 'holder', seats: [seat(skuA)] });
  await collected(store, tenantA, { users: [holder, person(2, {})] });
  assert.deepEqual(await namesOf(store, { skuIds: [skuA] }), ['holder']);
  assert.deepEqual(await namesOf(store, { skuIds: [id<SkuId>(902)] }), []);
  assert.deepEqual(await namesOf(store, { skuIds: [] }), []);
});

onBothEngines('a person is found by id or principal name in any letter case', async ({ store }) => {
  const ana = person(0xab, { userPrincipalName: 'Ana@Example.com' });
  await collected(store, tenantA, { users: [ana] });
  for (const text of [ana.id, ana.id.toUpperCase(), 'ANA@example.COM']) {
    assert.equal((await findUser(tenantA, store, text))?.id, ana.id, text);
    assert.deepEqual(await userIdsNamed(tenantA, store, text), [ana.id], text);
  }
  assert.equal(await findUser(tenantA, store, 'ana'), null);
  assert.equal(await findUser(tenantB, store, ana.id), null);
});

onBothEngines('one who is gone, or was called otherwise, is found in the ledger only', async ({ store }) => {
  const ana = person(1, { userPrincipalName: 'ana@example.com' });
  const renamed = { ...ana, userPrincipalName: 'ana.b@example.com' };
  await collected(store, tenantA, { users: [ana, person(2, {})] });
  await collected(store, tenantA, { users: [renamed, person(2, {})] });
  await collected(store, tenantA, { users: [person(2, {})] });
  for (const text of ['ana@example.com', 'ana.b@example.com', ana.id]) {
    assert.deepEqual(await userIdsNamed(tenantA, store, text), [ana.id]);
    assert.equal(await findUser(tenantA, store, text), null);
  }
});

function person(number: number, what: Partial<User>): User {
  const named = { userPrincipalName: `u${number}@example.com`, displayName: `User ${number}` };
  return user({ id: id<UserId>(number), ...named, ...what });
}

async function namesOf(store: Store, filter: PeopleFilter = {}): Promise<readonly User['displayName'][]> {
  const pages = await Array.fromAsync(people(tenantA, store, filter));
  return pages.flat().map((one) => one.displayName);
}
