import assert from 'node:assert/strict';
import { sql, type RawBuilder } from 'kysely';
import type { SkuId, UserId } from '../domain/records.ts';
import { id, seat, sku, user } from '../domain/testing.ts';
import type { Store } from './open.ts';
import { collected, onBothEngines, tenantA, tenantB } from './testing.ts';
import { verify } from './verify.ts';

const [skuA, skuB] = [id<SkuId>(901), id<SkuId>(902)];
const ana = user({ id: id<UserId>(1), seats: [seat(skuA)] });
const ben = user({ id: id<UserId>(2), seats: [seat(skuA), seat(skuB)] });
const skus = [sku({ id: skuA, consumed: 2 }), sku({ id: skuB, consumed: 1 })];

/** A ledger of ten entries in three generations. */
async function written(store: Store): Promise<void> {
  await collected(store, tenantA, { users: [ana], skus });
  await collected(store, tenantA, { users: [{ ...ana, department: 'Sales' }, ben], skus });
  await collected(store, tenantA, {
    users: [ana, { ...ben, seats: [seat(skuA)] }],
    skus: [sku({ id: skuA, enabled: 12, consumed: 2 }), sku({ id: skuB, consumed: 0 })],
  });
}

onBothEngines('a ledger that nobody touched agrees, and says how long it is', async ({ store }) => {
  await written(store);
  const { entries, generations, head, difference } = await verify(tenantA, store);
  assert.deepEqual([entries, generations, difference], [10, 3, null]);
  assert.match(head ?? '', /^[\w-]{43}$/);
});

onBothEngines('a tenant that was never collected has nothing to disagree', async ({ store }) => {
  await written(store);
  assert.deepEqual(await verify(tenantB, store), {
    entries: 0,
    generations: 0,
    head: null,
    difference: null,
  });
});

type Tampering = {
  readonly what: string;
  readonly how: readonly RawBuilder<unknown>[];
  readonly sequence: number | null;
  readonly says: RegExp;
};

const inEntry = (set: RawBuilder<unknown>, sequence: number) =>
  sql`update entry set ${set} where sequence = ${sequence}`;

const tamperings: readonly Tampering[] = [
  {
    what: 'what an entry says is changed',
    how: [inEntry(sql`after = '{"department":"Other"}'`, 4)],
    sequence: 4,
    says: /changed after it was written/,
  },
  {
    what: 'the date of an entry is changed',
    how: [inEntry(sql`at = '2020-01-01T00:00:00.000Z'`, 3)],
    sequence: 3,
    says: /changed after it was written/,
  },
  {
    what: 'the first entry is deleted',
    how: [sql`delete from entry where sequence = 1`],
    sequence: 2,
    says: /entry 1 is missing/,
  },
  {
    what: 'an entry in the middle is deleted',
    how: [sql`delete from entry where sequence = 4`],
    sequence: 5,
    says: /entry 4 is missing/,
  },
  {
    what: 'an entry is deleted and the rest moved up',
    how: [
      sql`delete from entry where sequence = 4`,
      ...[5, 6, 7, 8, 9, 10].map((sequence) => inEntry(sql`sequence = ${sequence - 1}`, sequence)),
    ],
    sequence: 4,
    says: /not chained/,
  },
  {
    what: 'two entries change places',
    how: [inEntry(sql`sequence = -1`, 4), inEntry(sql`sequence = 4`, 5), inEntry(sql`sequence = 5`, -1)],
    sequence: 4,
    says: /not chained/,
  },
  {
    what: 'the last entry is deleted',
    how: [sql`delete from entry where sequence = 10`],
    sequence: null,
    says: /entries are missing at its end/,
  },
  {
    what: 'a seat is deleted',
    how: [sql`delete from seat where closed_in is null and user_id = ${ana.id}`],
    sequence: null,
    says: new RegExp(`1 seats of ${skuA} are kept, and the ledger adds up to 2`),
  },
  {
    what: 'a seat is moved to another SKU',
    how: [sql`update seat set sku_id = ${skuB} where closed_in is null and user_id = ${ana.id}`],
    sequence: null,
    says: new RegExp(`of ${skuA} are kept|of ${skuB} are kept`),
  },
  {
    what: 'a closed seat is deleted',
    how: [sql`delete from seat where closed_in is not null`],
    sequence: null,
    says: /generation 2 opened and closed 1 versions of seats, and its entries say 2/,
  },
  {
    what: 'the source of a seat is changed',
    how: [sql`update seat set sources = '[]' where closed_in is null and user_id = ${ana.id}`],
    sequence: null,
    says: new RegExp(`user ${ana.id}`),
  },
  {
    what: 'what was bought is changed in a balance line',
    how: [sql`update balance set enabled = 99 where closed_in is null and sku_id = ${skuA}`],
    sequence: null,
    says: new RegExp(`balance of ${skuA} says enabled 99, and the ledger 12`),
  },
  {
    what: 'the count is changed in a balance line',
    how: [sql`update balance set counted = 1 where closed_in is null and sku_id = ${skuA}`],
    sequence: null,
    says: new RegExp(`balance of ${skuA} counts 1, and the ledger adds up to 2`),
  },
  {
    what: 'a balance line is deleted',
    how: [sql`delete from balance where closed_in is null and sku_id = ${skuB}`],
    sequence: null,
    says: new RegExp(`balance of ${skuB}`),
  },
  {
    what: 'a user is changed',
    how: [sql`update "user" set department = 'Other' where closed_in is null and id = ${ben.id}`],
    sequence: null,
    says: new RegExp(`user ${ben.id}`),
  },
  {
    what: 'a user is deleted',
    how: [sql`delete from "user" where closed_in is null and id = ${ben.id}`],
    sequence: null,
    says: /1 users are kept, and 2 were collected/,
  },
];

for (const { what, how, sequence, says } of tamperings) {
  onBothEngines(`verify names the first place: ${what}`, async ({ store }) => {
    await written(store);
    for (const step of how) await step.execute(store.db);
    const { difference } = await verify(tenantA, store);
    assert.ok(difference, 'nothing was found');
    assert.equal(difference.sequence, sequence);
    assert.match(difference.what, says);
  });
}
