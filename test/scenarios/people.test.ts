import assert from 'node:assert/strict';
import { Refusal } from '../../src/api/contract/refusal.ts';
import { editedRows } from '../../src/simulator/faults.ts';
import { rows } from '../../src/simulator/fault-parts.ts';
import { onBothEngines, type World } from './world.ts';

const e3 = '05e9a617-0261-4cee-bb44-138d3ef5d965';
const exploratory = '710779e8-3d4a-4c88-adb9-386c958d1fdf';
const visio = 'c5928f49-12ba-48f7-ada3-0d743a3601d5';

onBothEngines(
  'the same SKU directly and by a group is one seat, counted once, and a finding',
  async (world) => {
    const id = fresh(world);
    world.tenant.change.assign(id, e3);
    await world.collect();
    const before = (await lineOf(world, e3)).counted;
    const group = world.tenant.change.addGroup('LIC twice');
    world.tenant.change.assign(id, e3, group);
    await world.collect();
    assert.equal((await lineOf(world, e3)).counted, before);
    const { person, findings } = await world.operations.user({ id });
    assert.deepEqual(
      person.seats.map(({ skuId, sources }) => [skuId, sources]),
      [[e3, [{ kind: 'direct' }, { kind: 'group', groupId: group, groupName: 'LIC twice' }]]],
    );
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['double-assignment'],
    );
    const found = await Array.fromAsync(world.operations.users({ finding: 'double-assignment' }));
    assert.ok(found.some((one) => one.id === id));
    const [explained] = await world.operations.explain({ sku: e3 });
    const truth = world.tenant.truth().find((row) => row.skuId === e3);
    assert.deepEqual(explained?.sources, {
      direct: truth?.direct,
      group: truth?.group,
      both: truth?.both,
      unknown: 0,
    });
  },
);

onBothEngines('an assignment in error is no seat: it waits, with its group and its reason', async (world) => {
  const id = fresh(world);
  const group = world.tenant.change.addGroup('LIC full');
  world.tenant.change.assign(id, e3, group, 'CountViolation');
  await world.collect();
  const { person, findings } = await world.operations.user({ id });
  assert.deepEqual(person.seats, []);
  assert.deepEqual(
    person.waiting.map(({ skuId, groupName, error }) => [skuId, groupName, error]),
    [[e3, 'LIC full', 'CountViolation']],
  );
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['assignment-error'],
  );
  const [explained] = await world.operations.explain({ sku: e3 });
  assert.ok(explained);
  assert.equal(explained.waiting, world.tenant.truth().find((row) => row.skuId === e3)?.waiting);
  assert.equal(explained.line.counted, explained.line.consumed);
});

onBothEngines(
  'a deleted user that still carries licenses is not counted, and frees its seats',
  async (world) => {
    const id = fresh(world);
    world.tenant.change.assign(id, e3);
    await world.collect();
    const before = await lineOf(world, e3);
    world.tenant.change.removeUser(id);
    await world.collect();
    const now = await lineOf(world, e3);
    assert.deepEqual([now.counted, now.available], [(before.counted ?? 0) - 1, (before.available ?? 0) + 1]);
    assert.equal(now.status, 'balanced');
  },
);

onBothEngines('several subscriptions of one SKU stand below it and add up to its units', async (world) => {
  await world.collect();
  const [explained] = await world.operations.explain({ sku: 'spe_e3' });
  assert.ok(explained);
  const { line, subscriptions, checks } = explained;
  assert.ok(subscriptions.length >= 3);
  const bought = (status: string) =>
    subscriptions.reduce((sum, one) => sum + (one.status === status ? (one.totalLicenses ?? 0) : 0), 0);
  assert.deepEqual([line.enabled, line.warning], [bought('Enabled'), bought('Warning')]);
  assert.equal(checks.find(({ id }) => id === 'R1')?.result, 'equal');
  assert.deepEqual(
    new Set(subscriptions.map(({ status, lifecycle }) => `${status} ${lifecycle}`)),
    new Set(['Enabled renewal', 'Warning expiry']),
  );
});

onBothEngines('a SKU that nothing stands behind any more has its people and no units', async (world) => {
  const id = fresh(world);
  world.tenant.change.assign(id, exploratory);
  await world.collect();
  const { counted, status, ...line } = await lineOf(world, exploratory);
  const truth = world.tenant.truth().find((row) => row.skuId === exploratory);
  assert.deepEqual([line.class, counted, status], ['no-subscription', truth?.holders, 'open']);
  assert.equal(line.skuPartNumber, 'TEAMS_EXPLORATORY');
  for (const figure of [line.enabled, line.consumed, line.usable, line.available, line.gap, line.over]) {
    assert.equal(figure, null);
  }
  const people = await Array.fromAsync(world.operations.users({ sku: 'teams_exploratory' }));
  assert.ok(people.length === truth?.holders && people.some((one) => one.id === id));
});

onBothEngines('a product in no list is called by its part number, or by what it resembles', async (world) => {
  const named = world.tenant.change.addSku({ skuPartNumber: 'PARTNER_SPECIAL', enabled: 5 });
  await world.collect();
  assert.equal((await lineOf(world, named)).productName, 'PARTNER_SPECIAL');
  const unnamed = '12345678-0000-4000-8000-000000000001';
  world.simulator.intercept(
    rows('/subscribedSkus', (all) => {
      const known = all.find((row) => row['skuId'] === visio);
      return [
        ...all,
        { ...known, id: `x_${unnamed}`, skuId: unnamed, skuPartNumber: null, consumedUnits: 0 },
      ];
    }),
  );
  await world.collect();
  const { productName, skuPartNumber } = await lineOf(world, unnamed);
  assert.match(productName, /^Unknown product \(resembles Visio .+\)$/);
  assert.equal(skuPartNumber, null);
});

onBothEngines('a person is shown by id or principal name, in any letter case', async (world) => {
  await world.collect();
  const row = world.tenant.user(3);
  const [id, name] = [String(row?.['id']), String(row?.['userPrincipalName'])];
  for (const text of [id, id.toUpperCase(), name, name.toUpperCase(), ` ${name} `]) {
    assert.equal((await world.operations.user({ id: text })).person.id, id, text);
  }
  await assert.rejects(world.operations.user({ id: 'nobody' }), Refusal);
});

onBothEngines(
  'people are found by SKU in any letter case, and the count is that of the balance',
  async (world) => {
    await world.collect();
    for (const { skuId, skuPartNumber, holders } of world.tenant.truth()) {
      if (skuPartNumber === null || holders === 0) continue;
      for (const sku of [skuId.toUpperCase(), skuPartNumber.toLowerCase()]) {
        assert.equal((await Array.fromAsync(world.operations.users({ sku }))).length, holders, sku);
      }
    }
  },
);

onBothEngines('everyone is listed with all that the simulator says of them', async (world) => {
  await world.collect();
  const people = new Map((await Array.fromAsync(world.operations.users({}))).map((one) => [one.id, one]));
  assert.equal(people.size, world.tenant.userCount());
  for (let index = 0; index < people.size; index += 1) {
    const row = world.tenant.user(index);
    const person = people.get(String(row?.['id']));
    assert.deepEqual(
      [person?.displayName, person?.userPrincipalName, person?.enabled, person?.department],
      [row?.['displayName'], row?.['userPrincipalName'], row?.['accountEnabled'], row?.['department']],
    );
    // The simulator's rows are those of Graph.
    const licenses = row?.['assignedLicenses'] as readonly { readonly skuId: string }[];
    assert.deepEqual(
      person?.seats.map(({ skuId }) => skuId),
      licenses.map(({ skuId }) => skuId).sort(),
    );
  }
});

onBothEngines(
  'F-PG-14: a name with every oddity is kept alike, and found by what can be typed',
  async (world) => {
    const odd = 'a\u0000b \uD800 \u202Eevil\nline 👩‍👩‍👧';
    const id = String(world.tenant.user(3)?.['id']);
    world.simulator.intercept(
      editedRows('/users', (row) => (row['id'] === id ? { ...row, displayName: odd } : row)),
    );
    await world.collect();
    const { person } = await world.operations.user({ id });
    assert.equal(person.displayName, 'a\uFFFDb \uFFFD \u202Eevil\nline 👩‍👩‍👧');
    const found = await Array.fromAsync(world.operations.users({ search: 'evil\nLINE' }));
    assert.deepEqual(
      found.map((one) => one.id),
      [id],
    );
    assert.equal((await world.collect()).entries, 0);
  },
);

onBothEngines(
  'two tenants in one ledger: each has its own people, and one name in both has to be told apart',
  async (world) => {
    const [one, other] = world.simulator.tenants;
    assert.ok(one && other);
    const sameName = { userPrincipalName: 'ada@shared.example', displayName: 'Ada' };
    for (const tenant of [one, other]) tenant.change.addUser(sameName);
    await world.operations.collect({}, () => undefined);
    for (const tenant of [one, other]) {
      const people = await Array.fromAsync(world.operations.users({ tenant: tenant.domain.toUpperCase() }));
      assert.equal(people.length, tenant.userCount());
      assert.ok(people.every(({ tenantId }) => tenantId === tenant.id));
    }
    await assert.rejects(world.operations.user({ id: sameName.userPrincipalName }), /in several tenants/);
    const { person } = await world.operations.user({ id: sameName.userPrincipalName, tenant: other.id });
    assert.equal(person.tenantId, other.id);
    await world.operations.removeTenant(one.id);
    assert.ok(
      (await Array.fromAsync(world.operations.users({}))).every((each) => each.tenantId === other.id),
    );
  },
  { tenants: 2 },
);

/** Someone without any license. */
function fresh({ tenant }: World): string {
  return tenant.change.addUser({ displayName: 'Ada Lovelace' });
}

async function lineOf({ operations }: World, skuId: string) {
  const line = (await operations.balance({})).find((one) => one.skuId === skuId);
  assert.ok(line);
  return line;
}
