import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InterceptedRequest } from '../../src/simulator/answer.ts';
import { fixedChance } from '../../src/simulator/fault-parts.ts';
import {
  arrayBody,
  cutBody,
  duplicateKeys,
  emptyBody,
  errorIn200,
  htmlBody,
  infiniteNumber,
  noContent,
  randomMix,
  status,
  throttle,
  truncatedGzip,
  truncatedJson,
  withByteOrderMark,
  wrongCharset,
  wrongContentLength,
} from '../../src/simulator/faults.ts';
import type { Interceptor } from '../../src/simulator/simulator.ts';
import { assertKept, assertNothingPublished, assertWhole, inTurn, throughFaults } from './story.ts';
import { createWorld, engines, onBothEngines } from './world.ts';

const severalPages = { users: 2100 };

for (const engine of engines) {
  test(`F-GR-01: Retry-After holds back one tenant for as long as it says, and no other (${engine})`, async () => {
    const [waiting, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await using world = await createWorld({
      engine,
      tenants: 2,
      clock: ({ now, wait }) => ({
        now,
        async wait(milliseconds) {
          waiting.resolve();
          await over.promise;
          await wait(milliseconds);
        },
      }),
    });
    const [slow, other] = world.simulator.tenants;
    assert.ok(slow && other);
    world.simulator.intercept(of(slow.id, throttle({ path: '/users', times: 1, retryAfter: 17 })));
    const collecting = world.collect({ tenant: slow.id });
    await Promise.race([waiting.promise, collecting]);
    assert.equal((await world.collect({ tenant: other.id })).outcome, 'published');
    over.resolve();
    assert.equal((await collecting).outcome, 'published');

    const asked = world.simulator.requests().filter(({ tenantId }) => tenantId === slow.id);
    const refused = asked.findIndex(({ status }) => status === 429);
    const [at, next] = [asked[refused]?.at, asked[refused + 1]?.at];
    assert.ok(at && next);
    assert.ok(next.getTime() - at.getTime() >= 17_000, `asked again at ${next.toISOString()}`);
    const runs = await world.operations.runs({ tenant: slow.id });
    assert.deepEqual(
      runs.map(({ state, throttled }) => [state, throttled]),
      [['published', 1]],
    );
  });
}

onBothEngines('F-GR-01: a wait of more than two minutes puts the run off until then', async (world) => {
  const fault = throttle({ path: '/users', times: 1, retryAfter: 300 });
  await throughFaults(world, [fault], async (collection) => {
    const reason = /^put off: Microsoft asks to wait until \d{4}-\d\d-\d\dT/;
    await assertNothingPublished(world, collection, { outcome: 'put-off', reason });
    const until = Date.parse(collection.answer.reason?.split(' until ')[1] ?? '') - world.now().getTime();
    assert.ok(until > 120_000 && until <= 301_000, `${until} ms from now`);
  });
});

onBothEngines('F-GR-02: without Retry-After the waits grow up to 64 s, by chance', async (world) => {
  await throughFaults(world, [throttle({ path: '/users', times: 12 })], async (collection) => {
    await assertWhole(world, collection);
    const times = collection.asked.filter(isPageOfUsers).map(({ at }) => at.getTime());
    const gaps = times.slice(1).map((time, nth) => time - (times[nth] ?? 0));
    assert.equal(gaps.length, 12);
    gaps.forEach((gap, nth) => assert.ok(gap <= Math.min(64_000, 1000 * 2 ** nth), `gap ${nth}: ${gap} ms`));
    assert.ok(Math.max(...gaps) > 1000, 'no wait grew');
    assert.ok(new Set(gaps.slice(4)).size > 1, 'all waits are the same');
  });
});

onBothEngines('F-GR-02: a tenant that is throttled on and on is put off', async (world) => {
  await throughFaults(world, [throttle({ path: '/users', times: Infinity })], (collection) =>
    assertNothingPublished(world, collection, { outcome: 'put-off', reason: /^put off: / }),
  );
});

onBothEngines(
  'F-GR-05: half of all answers being errors, from the first on, changes nothing in the end',
  async (world) => {
    world.simulator.intercept(status('/subscribedSkus', 507, 2));
    world.simulator.intercept(randomMix(0.5, fixedChance(7)));
    const nothingElse: Interceptor = () => undefined;
    await throughFaults(world, [nothingElse], async (collection) => {
      await assertWhole(world, collection);
      const { requests, throttled } = collection.answer.run ?? { requests: 0, throttled: 0 };
      assert.ok(throttled > 0 && requests > 20, `${throttled} of ${requests} requests throttled`);
    });
  },
  severalPages,
);

onBothEngines(
  'F-GR-07: a page that is torn in any way is asked for again, and is never a shorter list',
  async (world) => {
    const torn = [cutBody('/users', 5000), truncatedGzip('/users'), wrongContentLength('/users')];
    await throughFaults(world, [inTurn(isPage(2), torn)], async (collection) => {
      await assertWhole(world, collection);
      assert.equal(collection.asked.filter(isPageOfUsers).length, 6);
    });
  },
  severalPages,
);

onBothEngines(
  'F-GR-07: a page that is torn every time leaves the users as they were',
  async (world) => {
    const torn = [
      cutBody('/users', 5000, Infinity),
      truncatedGzip('/users', Infinity),
      wrongContentLength('/users', Infinity),
    ];
    await throughFaults(
      world,
      torn.map((fault) => onPage(2, fault)),
      (collection) => assertKept(world, collection, { resource: 'users', reason: /cut midway/ }),
    );
  },
  severalPages,
);

const noAnswers = [errorIn200, emptyBody, noContent, arrayBody];
const resources = [
  { path: '/users', resource: 'users' },
  { path: '/subscribedSkus', resource: 'skus' },
  { path: '/organization', resource: 'organization' },
] as const;

for (const { path, resource } of resources) {
  onBothEngines(
    `F-GR-10: 200 with an error, without a body or with a list, and 204, are no answer of ${path}`,
    async (world) => {
      const faults = noAnswers.map((fault) => fault(path));
      await throughFaults(world, faults, (collection) =>
        assertKept(world, collection, { resource, reason: /the answer of Microsoft/ }),
      );
    },
  );
}

onBothEngines(
  'F-GR-10: what is no answer of /users/$count is an unknown count, and not zero',
  async (world) => {
    const faults = noAnswers.map((fault) => fault('/users/$count'));
    await throughFaults(world, faults, async ({ answer }) => {
      assert.equal(answer.outcome, 'published', answer.reason ?? '');
      assert.equal(answer.users.total, world.tenant.userCount());
      for (const { skuId } of await world.operations.balance({})) {
        const [explained] = await world.operations.explain({ sku: skuId });
        const count = explained?.checks.find(({ id }) => id === 'R4');
        assert.deepEqual([count?.expected, count?.result], [null, 'unknown']);
      }
    });
  },
);

const unreadable = [truncatedJson, wrongCharset, duplicateKeys, infiniteNumber];

onBothEngines(
  'F-GR-11: JSON that is torn, doubled or out of range, and what is none, rejects the page and names nobody',
  async (world) => {
    const faults = [...unreadable.map((fault) => fault('/users')), htmlBody('/users')];
    await throughFaults(world, faults, async (collection) => {
      await assertKept(world, collection, {
        resource: 'users',
        reason: /the answer .*(begins: |no UTF-8 text)/s,
      });
      const told = collection.answer.reason ?? '';
      for (const { displayName, userPrincipalName } of collection.before.people) {
        assert.ok(displayName && !told.includes(displayName), told);
        assert.ok(userPrincipalName && !told.includes(userPrincipalName), told);
      }
    });
  },
);

onBothEngines('F-GR-11: a byte order mark before the JSON does no harm', async (world) => {
  await throughFaults(world, [withByteOrderMark('/*')], (collection) => assertWhole(world, collection));
});

/** A fault for one tenant only. */
function of(tenantId: string, fault: Interceptor): Interceptor {
  return (request, answer) => (request.tenantId === tenantId ? fault(request, answer) : undefined);
}

/** A fault of one page only. */
function onPage(page: number, fault: Interceptor): Interceptor {
  return (request, answer) => (isPage(page)(request) ? fault(request, answer) : undefined);
}

function isPage(page: number): (request: InterceptedRequest) => boolean {
  return (request) => isPageOfUsers(request) && request.page === page;
}

function isPageOfUsers({ path }: { readonly path: string }): boolean {
  return path === '/v1.0/users';
}
