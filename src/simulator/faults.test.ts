import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interceptor } from './answer.ts';
import * as faults from './faults.ts';
import { startSimulator } from './simulator.ts';
import type { SimulatedTenant } from './simulator.ts';
import { askToken, eventual, onlyTenant, readAll, signIn } from './testing/client.ts';
import type { Reply } from './testing/client.ts';

type Get = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
type Shown = (get: Get, tenant: SimulatedTenant) => Promise<void>;

const listing = '/users?$top=10&$select=id,displayName';

const shown: Readonly<Record<keyof typeof faults, readonly [Interceptor, Shown]>> = {
  throttle: [
    faults.throttle({ path: '/users', times: 2, retryAfter: 17 }),
    async (get) => {
      const first = await get('/users');
      assert.deepEqual([first.status, first.headers.get('retry-after')], [429, '17']);
      assert.deepEqual([(await get('/users')).status, (await get('/users')).status], [429, 200]);
    },
  ],
  status: [
    faults.status('/users', 503, 1),
    async (get) => assert.deepEqual([(await get('/users')).status, (await get('/users')).status], [503, 200]),
  ],
  resetConnection: [faults.resetConnection('/users'), broken],
  delayed: [faults.delayed('/users', 1), async (get) => assert.equal((await get('/users')).status, 200)],
  cutBody: [faults.cutBody('/users', 40), broken],
  truncatedGzip: [
    faults.truncatedGzip('/users'),
    // fetch gives what it could unpack: who does not look closer reads a shorter text.
    async (get) => assert.rejects(get('/users'), SyntaxError),
  ],
  decompressionBomb: [
    faults.decompressionBomb('/users', 1),
    async (get) => assert.rejects(get('/users'), SyntaxError),
  ],
  wrongContentLength: [faults.wrongContentLength('/users'), broken],
  errorIn200: [
    faults.errorIn200('/users'),
    async (get) => {
      const { status, code } = await get('/users');
      assert.deepEqual([status, code], [200, 'UnknownError']);
    },
  ],
  emptyBody: [faults.emptyBody('/users'), async (get) => assert.rejects(get('/users'), SyntaxError)],
  noContent: [
    faults.noContent('/users/$count'),
    async (get) => assert.equal((await get('/users/$count', eventual)).status, 204),
  ],
  arrayBody: [faults.arrayBody('/users'), async (get) => assert.equal((await get('/users')).text, '[]')],
  htmlBody: [
    faults.htmlBody('/users', 503),
    async (get) => assert.match((await get('/users')).text, /^<!DOCTYPE/u),
  ],
  truncatedJson: [faults.truncatedJson('/users'), async (get) => assert.rejects(get('/users'), SyntaxError)],
  withByteOrderMark: [
    faults.withByteOrderMark('/users'),
    // Decoding a body as text drops the mark, as it may.
    async (get) => assert.equal((await get('/users')).status, 200),
  ],
  wrongCharset: [faults.wrongCharset('/users'), async (get) => assert.rejects(get('/users'), SyntaxError)],
  infiniteNumber: [
    faults.infiniteNumber('/users'),
    async (get) => assert.equal((await get('/users')).body['infinite'], Infinity),
  ],
  duplicateKeys: [
    faults.duplicateKeys('/users'),
    async (get) => assert.equal((await get('/users')).text.split('"value":').length, 3),
  ],
  loopingNextLink: [
    faults.loopingNextLink('/users', 2),
    async (get) => {
      const first = await get(listing);
      const second = await get(next(first));
      assert.equal(new URL(next(second)).search, new URL(listing, 'http://x').search);
    },
  ],
  foreignNextLink: [
    faults.foreignNextLink('https://evil.test/'),
    async (get) => assert.equal(next(await get(listing)), 'https://evil.test/'),
  ],
  missingNextLink: [
    faults.missingNextLink(3),
    async (get) => assert.equal((await readAll(get, listing)).length, 30),
  ],
  emptyPageWithNextLink: [
    faults.emptyPageWithNextLink(2),
    async (get, tenant) => {
      const second = await get(next(await get(listing)));
      assert.deepEqual(second.value, []);
      assert.equal((await readAll(get, listing)).length, tenant.userCount());
    },
  ],
  valueMissing: [
    faults.valueMissing('/users'),
    async (get) => assert.ok(!('value' in (await get('/users')).body)),
  ],
  valueNull: [faults.valueNull('/users'), valueIs(null)],
  valueObject: [faults.valueObject('/users'), valueIs({})],
  valueString: [faults.valueString('/users'), valueIs('none')],
  itemWithoutId: [
    faults.itemWithoutId(2),
    async (get) => {
      const rows = await readAll(get, listing);
      assert.deepEqual(
        rows.flatMap((row, nth) => ('id' in row ? [] : [nth])),
        [10],
      );
    },
  ],
  idNotGuid: [
    faults.idNotGuid(),
    async (get) => assert.equal((await get(listing)).value[0]?.['id'], 'not-a-guid'),
  ],
  idUpperCase: [
    faults.idUpperCase(),
    async (get) => {
      const id = String((await get(listing)).value[0]?.['id']);
      assert.equal(id, id.toUpperCase());
    },
  ],
  sameUserTwice: [
    faults.sameUserTwice([1, 3]),
    async (get, tenant) => {
      const rows = await readAll(get, listing);
      assert.equal(rows.length, tenant.userCount() + 1);
      assert.equal(new Set(rows.map(({ id }) => id)).size, tenant.userCount());
    },
  ],
  expiredPageToken: [
    faults.expiredPageToken(2),
    async (get) => {
      const link = next(await get(listing));
      assert.deepEqual(
        [(await get(link)).code, (await get(link)).status],
        ['Directory_ExpiredPageToken', 200],
      );
    },
  ],
  emptyUsers: [faults.emptyUsers(), async (get) => assert.deepEqual(await readAll(get, listing), [])],
  fewerUsers: [
    faults.fewerUsers(0.3, true),
    async (get, tenant) => {
      const left = (await readAll(get, listing)).length / tenant.userCount();
      assert.ok(left > 0.55 && left < 0.85);
      const count = Number((await get('/users/$count', eventual)).text);
      assert.equal(count, Math.round(tenant.userCount() * 0.7));
    },
  ],
  vanishedSku: [
    faults.vanishedSku('06ebc4ee-1bb5-47dd-8120-11324bc54e06'),
    async (get) =>
      assert.ok((await get('/subscribedSkus')).value.every((row) => row['skuPartNumber'] !== 'SPE_E5')),
  ],
  editedRows: [
    faults.editedRows('/subscribedSkus', (row) => ({ ...row, consumedUnits: null })),
    async (get) => assert.equal((await get('/subscribedSkus')).value[0]?.['consumedUnits'], null),
  ],
  forbid: [
    faults.forbid('/subscribedSkus'),
    async (get) => {
      assert.equal((await get('/subscribedSkus')).code, 'Authorization_RequestDenied');
      assert.equal((await get('/users')).status, 200);
    },
  ],
  unauthorizedOnce: [
    faults.unauthorizedOnce(2),
    async (get) => {
      const link = next(await get(listing));
      assert.deepEqual([(await get(link)).status, (await get(link)).status], [401, 200]);
    },
  ],
  unauthorizedForever: [
    faults.unauthorizedForever(),
    async (get) => assert.deepEqual([(await get('/users')).status, (await get('/users')).status], [401, 401]),
  ],
  identityNotFound: [
    faults.identityNotFound(1),
    async (get) => assert.equal((await get('/organization')).code, 'Authorization_IdentityNotFound'),
  ],
  wrongTenant: [
    faults.wrongTenant('11111111-2222-4333-8444-555555555555'),
    async (get) =>
      assert.equal((await get('/organization')).value[0]?.['id'], '11111111-2222-4333-8444-555555555555'),
  ],
  unknownProperty: [
    faults.unknownProperty('employeeType'),
    async (get) => {
      assert.equal((await get('/users?$select=id,employeeType')).status, 400);
      assert.equal((await get('/users?$select=id')).status, 200);
    },
  ],
  randomMix: [
    faults.randomMix(0.5),
    async (get) => {
      const seen = new Set<number>();
      for (let call = 0; call < 60; call++) seen.add((await get('/organization')).status);
      assert.deepEqual(seen, new Set([200, 429, 500, 502, 503, 504]));
    },
  ],
};

for (const [name, [fault, show]] of Object.entries(shown)) {
  test(`the fault ${name} shows`, async () => {
    await using simulator = await startSimulator({ users: 60 });
    const tenant = onlyTenant(simulator);
    const get = await signIn(simulator);
    const undo = simulator.intercept(fault);
    await show(get, tenant);
    undo();
    assert.equal((await get('/users?$select=id')).status, 200);
    assert.equal((await askToken(simulator, tenant)).status, 200);
  });
}

test('an interceptor is told what is asked for, how often and by whom', async () => {
  await using simulator = await startSimulator({ users: 60 });
  const get = await signIn(simulator);
  const seen: unknown[] = [];
  simulator.intercept(({ path, nth, page, tenantId }) => void seen.push([path, nth, page, tenantId]));
  await get(next(await get(listing)));
  const { id } = onlyTenant(simulator);
  assert.deepEqual(seen, [
    ['/v1.0/users', 1, 1, id],
    ['/v1.0/users', 2, 2, id],
  ]);
});

async function broken(get: Get): Promise<void> {
  await assert.rejects(get('/users'), TypeError);
}

function valueIs(value: unknown): Shown {
  return async (get) => assert.deepEqual((await get('/users')).body['value'], value);
}

function next(page: Reply): string {
  return String(page.body['@odata.nextLink']);
}
