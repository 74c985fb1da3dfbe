import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../../domain/access.ts';
import type { User, UserId } from '../../domain/records.ts';
import { fromGroup, id, seat, sku, user } from '../../domain/testing.ts';
import { collected, onBothEngines, tenantA, tenantB } from '../../store/testing.ts';
import type { PeopleSort, UsersRequest } from '../contract/people.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Position } from '../http/cursors.ts';
import type { OperationsContext } from './context.ts';
import { users as usersStream } from './people.ts';
import { peoplePage } from './people-page.ts';
import { licenseGroup, readingContext, skuA, skuB } from './testing.ts';

const skus = [sku({ id: skuA, partNumber: 'PART_A' }), sku({ id: skuB, partNumber: 'PART_B' })];
const hour = 60 * 60 * 1000;

onBothEngines('a person has its seats with names, groups and dates', async ({ store, pass }) => {
  const ana = person(1, { seats: [seat(skuA)] });
  const groups = [licenseGroup(50, { displayName: 'Sales' })];
  await collected(store, tenantA, { users: [ana], skus, groups });
  pass(hour);
  const waiting = [{ skuId: skuB, source: fromGroup(50), error: 'CountViolation' }];
  const more = { ...ana, seats: [...ana.seats, seat(skuB, { sources: [fromGroup(50)] })], waiting };
  await collected(store, tenantA, { users: [more], skus, groups });
  const { items, next, total } = await peoplePage(readingContext(store), { limit: 10, after: null });
  assert.deepEqual([items.length, next, total], [1, null, 1]);
  assert.deepEqual(
    items[0]?.seats.map(({ productName, sources, since }) => [productName, sources, since]),
    [
      ['PART_A', [{ kind: 'direct' }], null],
      ['PART_B', [{ kind: 'group', groupId: id(50), groupName: 'Sales' }], store.now().toISOString()],
    ],
  );
  assert.deepEqual(
    items[0]?.waiting.map(({ groupName, error }) => [groupName, error]),
    [['Sales', 'CountViolation']],
  );
});

onBothEngines('pages go through the tenants that the caller sees, and count them all', async ({ store }) => {
  await collected(store, tenantA, { users: [1, 2, 3].map((number) => person(number, {})), skus });
  await collected(store, tenantB, { users: [4, 5].map((number) => person(number, {})), skus });
  const context = readingContext(store);
  for (const limit of [1, 2, 3, 4, 5, 6]) {
    assert.deepEqual(await namesInPages(context, {}, limit), ['P1', 'P2', 'P3', 'P4', 'P5'], String(limit));
  }
  const { total } = await peoplePage(context, { limit: 1, after: null });
  assert.equal(total, 5);
  const viewer: Caller = { kind: 'token', name: 'b', role: 'viewer', tenants: [tenantB] };
  const limited = readingContext(store, viewer);
  assert.deepEqual(await namesInPages(limited, {}, 2), ['P4', 'P5']);
  assert.equal((await peoplePage(limited, { limit: 1, after: null })).total, 2);
  await assert.rejects(peoplePage(limited, { tenant: tenantA, limit: 1, after: null }), refused('not-found'));
  // A position in a tenant that the caller does not see is none.
  await assert.rejects(peoplePage(limited, { limit: 1, after: [tenantA, id(1), 1] }), refused('wrong-input'));
});

onBothEngines('the stream for a spreadsheet has the filters and the order of the page', async ({ store }) => {
  const list = [
    person(1, { department: 'IT', seats: [seat(skuA)] }),
    person(2, { department: 'Sales', enabled: false, seats: [seat(skuA)] }),
    person(3, { department: 'Sales' }),
  ];
  await collected(store, tenantA, { users: list, skus });
  const context = readingContext(store);
  const requests: readonly (readonly [UsersRequest, readonly string[]])[] = [
    [{ sort: '-department' }, ['P3', 'P2', 'P1']],
    [{ sku: 'part_a', department: 'Sales' }, ['P2']],
    [{ licensed: false }, ['P3']],
    [{ finding: 'disabled-but-licensed' }, ['P2']],
    [{ enabled: true, search: 'p' }, ['P1', 'P3']],
  ];
  for (const [request, expected] of requests) {
    const streamed = (await Array.fromAsync(usersStream(context, request))).map((one) => one.displayName);
    assert.deepEqual(streamed, expected, JSON.stringify(request));
    assert.deepEqual(await namesInPages(context, request, 2), expected, JSON.stringify(request));
  }
});

onBothEngines('S-SQ-01: an order, a finding or a SKU that is none is refused in words', async ({ store }) => {
  await collected(store, tenantA, { users: [person(1, {})], skus });
  const context = readingContext(store);
  const page = { limit: 10, after: null };
  const sort = 'name; drop table user' as PeopleSort;
  await assert.rejects(peoplePage(context, { ...page, sort }), refused('wrong-input'));
  await assert.rejects(peoplePage(context, { ...page, finding: "' or 1=1--" }), refused('wrong-input'));
  await assert.rejects(peoplePage(context, { ...page, sku: "' or 1=1--" }), refused('not-found'));
  assert.equal((await peoplePage(context, { ...page, department: "' or 1=1--" })).total, 0);
});

test('nobody was collected yet: an empty page', async () => {
  // Covered on both engines by the pages of tenants; here the shape of nothing.
  const { pageOverTenants } = await import('./paging.ts');
  assert.deepEqual(await pageOverTenants([], { limit: 5, after: null }, async () => null), {
    items: [],
    next: null,
  });
});

function person(number: number, what: Partial<User>): User {
  return user({
    id: id<UserId>(number),
    displayName: `P${number}`,
    userPrincipalName: `p${number}@x`,
    ...what,
  });
}

async function namesInPages(
  context: OperationsContext,
  request: UsersRequest,
  limit: number,
): Promise<readonly (string | null)[]> {
  const names: (string | null)[] = [];
  let after: Position | null = null;
  do {
    const page: Awaited<ReturnType<typeof peoplePage>> = await peoplePage(context, {
      ...request,
      limit,
      after,
    });
    assert.ok(page.items.length > 0 || names.length === 0, 'a page after the last one');
    names.push(...page.items.map((one) => one.displayName));
    after = page.next;
  } while (after);
  return names;
}

function refused(code: Refusal['code']) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}
