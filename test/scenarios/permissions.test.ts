import assert from 'node:assert/strict';
import { forbid } from '../../src/simulator/faults.ts';
import { assertKept, liveADay, readersSee, throughFaults } from './story.ts';
import { onBothEngines, type World } from './world.ts';

const permission = /Microsoft refuses it \(Authorization_RequestDenied\)/;

onBothEngines('F-PM-01: without the products people publish, and units keep figures and age', (world) =>
  throughFaults(world, [forbid('/subscribedSkus')], async (collection) => {
    await assertKept(world, collection, { resource: 'skus', reason: permission });
    const [age] = collection.before.ages.filter(({ resource }) => resource === 'skus');
    const { balance, people } = await readersSee(world);
    assert.ok(age?.readAt);
    // The supply side is the older of the two, so the balance is as old as it.
    for (const line of balance) assert.equal(line.asOf, age.readAt);
    assert.ok(people.some(({ displayName }) => displayName === 'Ada Lovelace'));
    const open = balance.filter((line) => line.class === 'paid' && line.gap !== 0);
    assert.ok(open.length > 0);
    for (const line of open) {
      const [explained] = await world.operations.explain({ sku: line.skuId });
      const proof = explained?.checks.find(({ id }) => id === 'R2');
      assert.equal(proof?.result, 'explained', line.productName);
      assert.match(proof.cause ?? '', new RegExp(`read at different times: products ${age.readAt}`));
    }
  }),
);

onBothEngines('F-PM-02: without the users products publish, and everyone keeps what they hold', (world) =>
  throughFaults(world, [forbid('/users*')], async (collection) => {
    await assertKept(world, collection, { resource: 'users', reason: permission });
    const { balance } = await readersSee(world);
    const bought = (lines: typeof balance) => lines.reduce((sum, line) => sum + (line.enabled ?? 0), 0);
    assert.equal(bought(balance), bought(collection.before.balance) + 5);
  }),
);

onBothEngines(
  'F-PM-05: consent revoked between two pages of users removes nobody, and nothing staged stays',
  (world) =>
    throughFaults(world, [forbid('/users*', 2)], async (collection) => {
      assert.deepEqual(
        collection.asked.filter(({ path }) => path === '/v1.0/users').map(({ status }) => status),
        [200, 403],
      );
      await assertKept(world, collection, { resource: 'users', reason: permission });
    }),
  { users: 1100 },
);

onBothEngines(
  'consent revoked as a whole is a refusal that names the tenant until it is given back',
  async (world) => {
    await world.collect();
    liveADay(world);
    const before = await readersSee(world);
    const roles = world.tenant.permissions.list();
    for (const role of roles) world.tenant.permissions.revoke(role);
    const refused = await world.collect();
    assert.equal(refused.outcome, 'refused', refused.reason ?? '');
    assert.deepEqual(await readersSee(world), before);
    const [tenant] = await world.operations.tenants();
    assert.equal(tenant?.state, 'refused');
    assert.match(tenant.reason ?? '', /Authorization_RequestDenied/);
    for (const role of roles) world.tenant.permissions.grant(role);
    world.pass(2 * 60 * 60 * 1000);
    assert.equal((await world.collect()).outcome, 'published');
    assert.equal((await world.operations.tenants())[0]?.state, 'active');
  },
);

onBothEngines(
  'a first collection without the users shows what was bought, and counts nobody',
  async (world) => {
    const lift = world.simulator.intercept(forbid('/users*'));
    const first = await world.collect();
    assert.equal(first.outcome, 'partial', first.reason ?? '');
    const lines = await world.operations.balance({});
    assert.ok(lines.length > 0);
    for (const line of lines) {
      assert.deepEqual([line.counted, line.gap], [null, null]);
      assert.notEqual(line.status, 'balanced');
    }
    assert.equal(await ageOf(world, 'users'), 'never');
    lift();
    world.pass(60_000);
    const second = await world.collect();
    assert.equal(second.outcome, 'published', second.reason ?? '');
    assert.deepEqual([second.users.added, second.users.total], [0, world.tenant.userCount()]);
    const people = await Array.fromAsync(world.operations.users({}));
    assert.ok(people.flatMap(({ seats }) => seats).every(({ since }) => since === null));
    assert.equal((await world.operations.verify({}))[0]?.difference, null);
  },
);

onBothEngines('a first collection without the products shows who holds them, and no units', async (world) => {
  const lift = world.simulator.intercept(forbid('/subscribedSkus'));
  assert.equal((await world.collect()).outcome, 'partial');
  for (const line of await world.operations.balance({})) {
    assert.deepEqual([line.enabled, line.available, line.status], [null, null, 'open']);
    assert.ok((line.counted ?? 0) > 0);
  }
  lift();
  world.pass(60_000);
  assert.equal((await world.collect()).outcome, 'published');
  const paid = (await world.operations.balance({})).filter((line) => line.class === 'paid');
  assert.ok(paid.every((line) => line.enabled !== null));
  assert.equal((await world.operations.verify({}))[0]?.difference, null);
});

async function ageOf({ operations, tenant }: World, name: string) {
  return (await operations.resources(tenant.id)).find(({ resource }) => resource === name)?.state;
}
