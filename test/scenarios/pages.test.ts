import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { JsonObject } from '../../src/simulator/answer.ts';
import { rows } from '../../src/simulator/fault-parts.ts';
import {
  editedRows,
  emptyPageWithNextLink,
  expiredPageToken,
  foreignNextLink,
  forbid,
  idNotGuid,
  idUpperCase,
  itemWithoutId,
  loopingNextLink,
  missingNextLink,
  sameUserTwice,
  valueMissing,
  valueNull,
  valueObject,
  valueString,
} from '../../src/simulator/faults.ts';
import type { Interceptor } from '../../src/simulator/simulator.ts';
import { assertKept, assertNothingPublished, assertWhole, throughFaults } from './story.ts';
import { onBothEngines, type World } from './world.ts';

const severalPages = { users: 2100 };

onBothEngines(
  'F-PG-01: a user on two pages is one user, as the last page has it',
  async (world) => {
    const user = world.tenant.user(999);
    assert.ok(user);
    const again = async () => {
      const found = (await peopleNow(world)).filter(({ id }) => id === user['id']);
      return found.map(({ displayName }) => displayName);
    };
    const edited = sameUserTwice([2, 3]);
    const lift = world.simulator.intercept(edited);
    await assertCountedOnce(world);
    assert.deepEqual(await again(), [`${String(user['displayName'])} (again)`], 'in the opening');

    lift();
    const back = world.simulator.intercept(twice(user, 1, { displayName: 'Somebody Else' }));
    await assertCountedOnce(world);
    assert.deepEqual(await again(), [user['displayName']], 'first changed, then as it is');
    assert.deepEqual(await kindsOfLastRun(world), ['user-changed']);

    const entries = await Array.fromAsync(world.operations.entries({}));
    await assertCountedOnce(world);
    assert.deepEqual(await again(), [user['displayName']], 'first changed, then as published');
    assert.deepEqual(await Array.fromAsync(world.operations.entries({})), entries, 'nothing happened');

    back();
    world.simulator.intercept(edited);
    await assertCountedOnce(world);
    assert.deepEqual(await again(), [`${String(user['displayName'])} (again)`], 'as published, then changed');
    assert.deepEqual(await kindsOfLastRun(world), ['user-changed']);
  },
  severalPages,
);

onBothEngines(
  'F-PG-01: a new user on two pages is added once, with the seats of the last page',
  async (world) => {
    await assertCountedOnce(world);
    const id = world.tenant.change.addUser({ displayName: 'Ada Lovelace' }, { licensed: true });
    const { tenant } = world;
    const user = tenant.user(tenant.userCount() + tenant.deletedUserIds().length - 1);
    assert.equal(user?.['id'], id);
    world.simulator.intercept(
      twice(user, 1, { displayName: 'Ada King', assignedLicenses: [], licenseAssignmentStates: [] }),
    );
    await assertCountedOnce(world);
    const seats = user['assignedLicenses'];
    assert.ok(Array.isArray(seats) && seats.length > 0);
    const kinds = (await kindsOfLastRun(world)).filter((kind) => /^(user|seat)-/.test(kind));
    assert.deepEqual(kinds, [...seats.map(() => 'seat-assigned'), 'user-added']);
    const person = (await peopleNow(world)).filter((each) => each.id === id);
    assert.deepEqual(
      person.map(({ displayName }) => displayName),
      ['Ada Lovelace'],
    );
  },
  severalPages,
);

for (const cycle of [1, 2, 3] as const) {
  onBothEngines(
    `F-PG-03: next links in a circle of ${cycle} end the reading, and nobody is gone`,
    async (world) => {
      await throughFaults(world, [loopingNextLink('/users', cycle)], async (collection) => {
        await assertKept(world, collection, { resource: 'users', reason: /in a circle/ });
        const pages = collection.asked.filter(({ path }) => path === '/v1.0/users');
        assert.ok(pages.length <= cycle + 3, `${pages.length} pages were asked for`);
      });
    },
    severalPages,
  );
}

onBothEngines(
  'F-PG-04: a next link to any other place gets neither a request nor the token',
  async (world) => {
    await using foreign = await listenElsewhere();
    const { host } = new URL(world.simulator.url);
    const links = [
      `http://${foreign.host}/v1.0/users?$skiptoken=x`,
      `//${foreign.host}/v1.0/users`,
      `https://evil.test/v1.0/users`,
      `https://${host}/v1.0/users?$skiptoken=x`,
      `http://someone:something@${host}/v1.0/users?$skiptoken=x`,
      '/v1.0/users?$skiptoken=x',
    ];
    await throughFaults(
      world,
      links.map((link) => foreignNextLink(link)),
      async (collection) => {
        await assertKept(world, collection, { resource: 'users', reason: /leads to .*, not to http:/ });
        const pages = collection.asked.filter(({ path }) => path === '/v1.0/users');
        assert.equal(pages.length, 1, 'one page of users was asked for');
      },
    );
    assert.equal(foreign.connections(), 0);
  },
);

onBothEngines(
  'F-PG-05: a list that ends too early is held by the count, whoever accepts it and however often',
  async (world) => {
    const early = missingNextLink(2);
    await throughFaults(world, [early, early], async (collection) => {
      const reason = /1998 users were listed, and Microsoft counts 2100/;
      await assertNothingPublished(world, collection, { outcome: 'held', reason });
      const lift = world.simulator.intercept(early);
      const accepted = await world.collect({ acceptHeld: true });
      lift();
      const { before } = collection;
      await assertNothingPublished(world, { answer: accepted, before }, { outcome: 'held', reason });
      // More than a second read needs to agree with the first.
      world.pass(15 * 60_000);
    });
  },
  severalPages,
);

onBothEngines(
  'F-PG-06: an empty page with a next link is not the end',
  (world) => throughFaults(world, [emptyPageWithNextLink(2)], (collection) => assertWhole(world, collection)),
  severalPages,
);

for (const { path, resource } of [
  { path: '/users', resource: 'users' },
  { path: '/subscribedSkus', resource: 'skus' },
] as const) {
  onBothEngines(
    `F-PG-08: a page of ${path} without a list rejects it, and nothing is gone`,
    async (world) => {
      const faults = [valueMissing, valueNull, valueObject, valueString].map((fault) => fault(path));
      await throughFaults(world, faults, (collection) =>
        assertKept(world, collection, { resource, reason: /holds no list of objects/ }),
      );
    },
  );
}

onBothEngines(
  'F-PG-09: a user without a usable id leaves the list incomplete, and nobody is gone',
  async (world) => {
    await throughFaults(world, [itemWithoutId(2), idNotGuid(3)], (collection) =>
      assertKept(world, collection, { resource: 'users', reason: /1 of the objects .* no usable id/ }),
    );
  },
  severalPages,
);

onBothEngines('F-PG-09: a product without a usable id leaves the list incomplete', async (world) => {
  const faults = [undefined, null, 'not-a-guid'].map((skuId) => firstRowWith('/subscribedSkus', { skuId }));
  await throughFaults(world, faults, (collection) =>
    assertKept(world, collection, { resource: 'skus', reason: /1 of the rows of \/subscribedSkus/ }),
  );
});

onBothEngines('F-PG-09: an id in capital letters is the same id', async (world) => {
  await throughFaults(world, [idUpperCase()], (collection) => assertWhole(world, collection));
});

onBothEngines(
  'F-PG-10: a forgotten page link begins the list anew, at most twice',
  async (world) => {
    const faults = [expiredPageToken(3, 3), expiredPageToken(3, 2)];
    const pages: number[] = [];
    await throughFaults(world, faults, async (collection) => {
      pages.push(collection.asked.filter(({ path }) => path === '/v1.0/users').length);
      if (pages.length === 1) {
        await assertKept(world, collection, { resource: 'users', reason: /no longer knows its link/ });
      } else {
        await assertWhole(world, collection);
      }
    });
    assert.deepEqual(pages, [9, 9]);
  },
  severalPages,
);

onBothEngines(
  'F-PG-10: who left before the list was begun anew is gone, though an earlier page had listed them',
  async (world) => {
    await assertCountedOnce(world);
    const forgotten = expiredPageToken(3);
    const leaver = String(world.tenant.user(0)?.['id']);
    world.simulator.intercept((request, answer) => {
      const refusal = forgotten(request, answer);
      if (refusal) world.tenant.change.removeUser(leaver);
      return refusal;
    });
    await assertCountedOnce(world);
    assert.ok((await kindsOfLastRun(world)).includes('user-removed'));
  },
  severalPages,
);

/** People as nobody expects them: values of other kinds, unknown words, dates of nowhere, fields of tomorrow. */
const odd: JsonObject = {
  displayName: 123,
  accountEnabled: 'yes',
  userType: 'unknownFutureValue',
  createdDateTime: '0001-01-01T00:00:00Z',
  usageLocation: {},
  department: null,
  jobTitle: ['x'],
  employeeOrgData: 'none',
  onPremisesSyncEnabled: 'true',
  fieldOfTomorrow: { deep: [1] },
};

onBothEngines('F-PG-13: values of another kind are unknown, and stop nothing', async (world) => {
  world.simulator.intercept(editedRows('/users', (row) => ({ ...row, ...odd })));
  await assertCountedOnce(world);
  for (const person of await peopleNow(world)) {
    const { displayName, enabled, type, usageLocation, department } = person;
    assert.deepEqual([displayName, enabled, type, usageLocation, department], [null, null, null, null, null]);
    const detail = await world.operations.user({ id: person.id });
    assert.deepEqual([detail.jobTitle, detail.costCenter, detail.hybrid], [null, null, null]);
  }
  const truth = world.tenant.truth().map(({ skuId, holders }) => [skuId, holders]);
  const counted = (await world.operations.balance({})).map(({ skuId, counted }) => [skuId, counted]);
  assert.deepEqual(new Map(counted as [string, number][]), new Map(truth as [string, number][]));
});

onBothEngines('F-PG-13: a user whose licenses are no list frees no seat', async (world) => {
  const faults = [undefined, null, 'none', {}].map((assignedLicenses) =>
    firstRowWith('/users', { assignedLicenses }),
  );
  await throughFaults(world, faults, (collection) =>
    assertKept(world, collection, { resource: 'users', reason: /1 of the rows of \/users/ }),
  );
});

/** As it comes, and as it is kept. */
const texts: readonly (readonly [string, string])[] = [
  ['nothing\u0000inside', 'nothing\uFFFDinside'],
  ['half \uD83D of a pair', 'half \uFFFD of a pair'],
  ['two\nlines\r\nand a\ttab', 'two\nlines\r\nand a\ttab'],
  ['from \u202Eright to left', 'from \u202Eright to left'],
  ['😀'.repeat(256), '😀'.repeat(256)],
  ['e\u0301 is not \u00E9', 'e\u0301 is not \u00E9'],
  ['\'; drop table "user"; --', '\'; drop table "user"; --'],
];

onBothEngines(
  'F-PG-14: every text is kept the same by both engines, and does not change again',
  async (world) => {
    const ids = texts.map((_, at) => String(world.tenant.user(at)?.['id']));
    world.simulator.intercept(
      editedRows('/users', (row) => {
        const [raw] = texts[ids.indexOf(String(row['id']))] ?? [];
        return raw === undefined ? row : { ...row, displayName: raw, department: raw };
      }),
    );
    world.simulator.intercept(editedRows('/groups', (row) => ({ ...row, displayName: texts[0]?.[0] })));
    world.simulator.intercept(editedRows('/organization', (row) => ({ ...row, displayName: texts[1]?.[0] })));
    await assertCountedOnce(world);
    const people = new Map((await peopleNow(world)).map((person) => [person.id, person]));
    texts.forEach(([, kept], at) => {
      const person = people.get(ids[at] ?? '');
      assert.deepEqual([person?.displayName, person?.department], [kept, kept]);
    });
    await world.connect();
    const [tenant] = await world.operations.tenants();
    assert.equal(tenant?.name, texts[1]?.[1]);
    assert.equal((await world.collect()).entries, 0);
  },
);

onBothEngines('F-PG-14: a refusal is told in any text', async (world) => {
  const refusal = { error: { code: 'Authorization_RequestDenied', message: 'no\u0000thing \uD83D here' } };
  const fault: Interceptor = (request, answer) =>
    forbid('/users')(request, answer) && { status: 403, body: refusal };
  await throughFaults(world, [fault], (collection) =>
    assertKept(world, collection, { resource: 'users', reason: /no\uFFFDthing \uFFFD here/ }),
  );
});

/** SKUs as no tenant should have them, and what the balance makes of them. */
const oddSkus = [
  { sku: { consumedUnits: 6, prepaidUnits: units(5) }, available: -1, trueOver: 1 },
  { sku: { consumedUnits: 40, prepaidUnits: units(0, 50) }, available: 10, firm: -40, graceHeld: 40 },
  { sku: { consumedUnits: 50, prepaidUnits: units(0, 0, 30, 20) }, available: -50, ghost: 50, trueOver: 0 },
  { sku: { consumedUnits: 0, prepaidUnits: units(0) }, available: 0, utilization: null },
  { sku: { consumedUnits: 1, prepaidUnits: units(-5) }, enabled: -5, available: -6 },
  { sku: { consumedUnits: 3e9, prepaidUnits: units(4e9) }, consumed: 3e9, available: 1e9 },
  {
    sku: { consumedUnits: Number.MAX_SAFE_INTEGER, prepaidUnits: units(1) },
    consumed: Number.MAX_SAFE_INTEGER,
  },
  { sku: { consumedUnits: 1e300, prepaidUnits: units(1) }, consumed: null, available: null },
  { sku: { consumedUnits: 1.5, prepaidUnits: units(1) }, consumed: null, available: null },
  { sku: { consumedUnits: '7', prepaidUnits: units(1) }, consumed: null, available: null },
  { sku: { consumedUnits: 1, prepaidUnits: null }, enabled: null, usable: null, available: null },
  { sku: { consumedUnits: 1, prepaidUnits: { enabled: 2 } }, enabled: 2, warning: null, available: null },
  { sku: { capabilityStatus: 'unknownFutureValue' }, capabilityStatus: 'unknownFutureValue' },
  { sku: { capabilityStatus: 'Suspended', consumedUnits: 1, prepaidUnits: units(2) }, available: 1 },
];

onBothEngines(
  'F-PG-16: a SKU with any figures has a balance without NaN, and unknown is not zero',
  async (world) => {
    const ids = oddSkus.map((_, at) =>
      world.tenant.change.addSku({ skuPartNumber: `ODD_${at}`, enabled: 10 }),
    );
    world.simulator.intercept(
      editedRows('/subscribedSkus', (row) => ({
        ...row,
        ...oddSkus[ids.indexOf(String(row['skuId']))]?.sku,
      })),
    );
    await assertCountedOnce(world);
    const written = JSON.stringify(await world.operations.balance({}));
    const lines: readonly JsonObject[] = JSON.parse(written);
    for (const [name, value] of lines.flatMap((line) => Object.entries(line))) {
      assert.ok(typeof value !== 'number' || Number.isFinite(value), `${name} is ${String(value)}`);
    }
    oddSkus.forEach(({ sku: _, ...expected }, at) => {
      const line = lines.find(({ skuId }) => skuId === ids[at]) ?? {};
      const found = Object.fromEntries(Object.keys(expected).map((name) => [name, line[name]]));
      assert.deepEqual(found, expected, `SKU ${at}`);
    });
    assert.equal((await world.collect()).entries, 0);
    const [verified] = await world.operations.verify({});
    assert.equal(verified?.difference, null);
  },
);

/** Collects, and sees as many users as there are. */
async function assertCountedOnce(world: World): Promise<void> {
  world.pass(60_000);
  const answer = await world.collect();
  assert.equal(answer.outcome, 'published', answer.reason ?? '');
  assert.equal(answer.users.total, world.tenant.userCount());
  assert.equal((await peopleNow(world)).length, world.tenant.userCount());
}

function peopleNow({ operations }: World) {
  return Array.fromAsync(operations.users({}));
}

async function kindsOfLastRun({ operations }: World): Promise<readonly string[]> {
  const [run] = await operations.runs({});
  const entries = await Array.fromAsync(operations.entries({}));
  return entries
    .filter(({ runId }) => runId === run?.id)
    .map(({ kind }) => kind)
    .sort();
}

/** A user also on an earlier page, as it is not. */
function twice(user: JsonObject, page: number, edit: JsonObject): Interceptor {
  return rows('/users', (all, request) => (request.page === page ? [...all, { ...user, ...edit }] : all));
}

/** The first row of a list with members as given; undefined ones are not written. */
function firstRowWith(path: string, members: JsonObject): Interceptor {
  return rows(path, ([first, ...others]) => [{ ...first, ...members }, ...others]);
}

function units(enabled: number, warning = 0, suspended = 0, lockedOut = 0) {
  return { enabled, warning, suspended, lockedOut };
}

/** A server that is not Microsoft's, and counts who comes. */
async function listenElsewhere() {
  let connections = 0;
  const server = createServer((_, response) => response.end('{"value":[]}'));
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  return {
    host: `127.0.0.1:${address.port}`,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}
