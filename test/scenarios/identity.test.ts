import assert from 'node:assert/strict';
import { wrongTenant, unauthorizedForever, unauthorizedOnce } from '../../src/simulator/faults.ts';
import type { Clock } from '../../src/graph/pace.ts';
import { makeCertificate } from '../../src/simulator/testing/certificate.ts';
import { askToken } from '../../src/simulator/testing/client.ts';
import { assertNothingPublished, assertWhole, liveADay, readersSee, throughFaults } from './story.ts';
import { onBothEngines } from './world.ts';

const severalPages = { users: 2100 };

onBothEngines(
  'F-ID-03: a deleted application is called not found, not a wrong secret, and nobody is gone',
  async (world) => {
    await world.collect();
    liveADay(world);
    const before = await readersSee(world);
    world.tenant.app.remove();
    const answer = await world.collect();
    const reason = new RegExp(`No application ${world.tenant.clientId} in the tenant ${world.tenant.id}`);
    await assertNothingPublished(world, { answer, before }, { outcome: 'refused', reason });
    assert.doesNotMatch(answer.reason ?? '', /secret (does not belong|has expired)|wrong/i);
    const [tenant] = await world.operations.tenants();
    assert.equal(tenant?.state, 'refused');
    assert.match(tenant.reason ?? '', reason);
  },
);

onBothEngines(
  'F-ID-07: a token that ends in the middle is renewed once, and the same page is asked for again',
  async (world) => {
    await throughFaults(world, [unauthorizedOnce(2)], async (collection) => {
      await assertWhole(world, collection);
      const { asked } = collection;
      assert.equal(asked.filter(({ path }) => path.endsWith('/token')).length, 2);
      const pages = asked.filter(({ path }) => path === '/v1.0/users');
      assert.deepEqual(
        pages.map(({ status }) => status),
        [200, 401, 200, 200],
      );
      assert.equal(pages[1]?.url, pages[2]?.url);
    });
  },
  severalPages,
);

onBothEngines(
  'F-ID-07: a page that stays refused after one renewal ends the run, and nobody is gone',
  async (world) => {
    await throughFaults(world, [unauthorizedForever('/users', 2)], async (collection) => {
      await assertNothingPublished(world, collection, { outcome: 'refused', reason: /401/ });
      const pages = collection.asked.filter(({ path }) => path === '/v1.0/users');
      assert.deepEqual(
        pages.map(({ status }) => status),
        [200, 401, 401],
      );
    });
  },
  severalPages,
);

onBothEngines(
  'F-ID-09: answers of another tenant end the run before anything of them is kept',
  async (world) => {
    const other = '11111111-2222-3333-4444-555555555555';
    const lift = world.simulator.intercept(wrongTenant(other));
    const first = await world.collect();
    assert.equal(first.outcome, 'refused');
    assert.deepEqual(await readersSee(world), { balance: [], people: [], entries: [], ages: [] });
    lift();
    await throughFaults(world, [wrongTenant(other)], async (collection) => {
      const reason = new RegExp(`${other}.*${world.tenant.id}.*nothing was stored`);
      await assertNothingPublished(world, collection, { outcome: 'refused', reason });
      assert.equal(collection.asked.at(-1)?.path, '/v1.0/organization');
    });
  },
);

onBothEngines(
  'F-ID-09: a token of another tenant is not used for a single question',
  async (world) => {
    const [, other] = world.simulator.tenants;
    assert.ok(other);
    const foreign = await askToken(world.simulator, other);
    await throughFaults(
      world,
      [
        ({ path, tenantId }) =>
          path.endsWith('/token') && tenantId === world.tenant.id ? { body: foreign.body } : undefined,
      ],
      async (collection) => {
        const reason = new RegExp(`${other.id}.*${world.tenant.id}`);
        await assertNothingPublished(world, collection, { outcome: 'refused', reason });
        assert.deepEqual(
          collection.asked.filter(({ path }) => path.startsWith('/v1.0/')),
          [],
        );
      },
    );
  },
  { tenants: 2 },
);

onBothEngines('F-ID-09: a tenant whose answers are of another is not connected', async (world) => {
  const { tenant, simulator, operations } = world;
  await operations.removeTenant(tenant.id);
  simulator.intercept(wrongTenant('11111111-2222-3333-4444-555555555555'));
  await assert.rejects(world.connect(), /11111111-2222-3333-4444-555555555555.*nothing was stored/);
  assert.deepEqual(await operations.tenants(), []);
});

const offClocks = [
  { name: '10 min fast', seconds: 600, said: /clock is off by 600 s \(fast\)/ },
  // Microsoft takes an assertion, which lives for 10 minutes, up to 5 minutes after its end.
  { name: '20 min slow', seconds: -1200, said: /clock is off by 1200 s \(slow\)/ },
];

for (const { name, seconds, said } of offClocks) {
  onBothEngines(
    `F-ID-14: with a certificate, a machine whose clock is ${name} is told by how much`,
    async (world) => {
      const { tenant, simulator, operations } = world;
      const { certificate, key } = makeCertificate();
      tenant.app.addCertificate(certificate);
      const connect = () =>
        operations.connect(
          {
            tenant: tenant.id,
            clientId: tenant.clientId,
            certificate: { pem: certificate + key },
            cloud: 'custom',
            authorityHost: simulator.url,
            graphHost: simulator.url,
          },
          () => undefined,
        );
      assert.ok((await connect()).connected);
      await world.collect();
      const before = await readersSee(world);

      world.pass(-seconds * 1000);
      const failed = (await connect()).steps.at(-1);
      assert.equal(failed?.code, 'B-CE-19');
      assert.match(failed.message, said);
      const answer = await world.collect();
      await assertNothingPublished(world, { answer, before }, { outcome: 'refused', reason: said });

      world.pass(seconds * 1000);
      assert.equal((await world.collect()).outcome, 'published');
    },
    // The program has the machine's clock, as has MSAL, and the world moves that of Microsoft.
    { clock: standing },
  );
}

function standing({ now, wait }: Clock): Clock {
  const start = now();
  return { now: () => start, wait };
}
