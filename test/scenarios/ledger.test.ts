import assert from 'node:assert/strict';
import type { Entry } from '../../src/api/contract/ledger.ts';
import { Refusal } from '../../src/api/contract/refusal.ts';
import { editedRows, forbid, vanishedSku } from '../../src/simulator/faults.ts';
import { liveADay } from './story.ts';
import { onBothEngines, type World } from './world.ts';

const day = 24 * 60 * 60 * 1000;

onBothEngines('the opening is one entry for each SKU, and none for a seat or a person', async (world) => {
  const answer = await world.collect();
  const entries = await entriesSince(world, 0);
  assert.equal(answer.entries, entries.length);
  assert.deepEqual(new Set(entries.map(({ kind }) => kind)), new Set(['opened']));
  for (const { skuId, enabled, consumed, holders } of world.tenant.truth()) {
    const opened = entries.find((entry) => entry.skuId === skuId);
    if (enabled === null && holders === 0) continue;
    assert.equal(opened?.before, null);
    const after = fields(opened?.after);
    assert.deepEqual(
      [after['enabled'] ?? null, after['consumed'] ?? null, after['seats']],
      [enabled, consumed, holders],
    );
  }
});

onBothEngines('a day makes exactly the entries of what happened in it', async (world) => {
  const { collect, tenant, pass } = world;
  await collect();
  const { skuId, other } = skusOf(world);
  const [mover, swapper, leaver] = [
    holderOf(world, skuId),
    holderOf(world, skuId, 1),
    holderOf(world, skuId, 2),
  ];
  const seatsOfLeaver = (await world.operations.user({ id: leaver })).person.seats.length;
  pass(day);
  tenant.change.moveDepartment(mover, 'Night shift');
  tenant.change.unassign(swapper, skuId);
  tenant.change.assign(swapper, other);
  tenant.change.removeUser(leaver);
  const newcomer = tenant.change.addUser({ displayName: 'Ada Lovelace' });
  tenant.change.assign(newcomer, skuId);
  const before = await count(world);
  await collect();
  const of = async (id: string) => kinds((await entriesSince(world, before)).filter((e) => e.userId === id));
  assert.deepEqual(await of(mover), ['user-changed']);
  assert.deepEqual(await of(swapper), ['seat-assigned', 'seat-removed']);
  assert.deepEqual(await of(newcomer), ['seat-assigned', 'user-added']);
  assert.deepEqual(await of(leaver), [
    ...Array.from({ length: seatsOfLeaver }, () => 'seat-removed'),
    'user-removed',
  ]);
  const people = (await entriesSince(world, before)).filter(({ userId }) => userId !== undefined);
  assert.equal(people.length, 1 + 2 + 2 + seatsOfLeaver + 1);
});

onBothEngines('one who was deleted and restored comes back as added, with each seat anew', async (world) => {
  const { collect, tenant, pass, operations } = world;
  await collect();
  const id = holderOf(world, skusOf(world).skuId);
  const seats = (await operations.user({ id })).person.seats.length;
  tenant.change.removeUser(id);
  pass(day);
  await collect();
  await assert.rejects(operations.user({ id }), Refusal);
  pass(day);
  tenant.change.restoreUser(id);
  const before = await count(world);
  await collect();
  const own = (await entriesSince(world, before)).filter((entry) => entry.userId === id);
  assert.deepEqual(kinds(own), [...Array.from({ length: seats }, () => 'seat-assigned'), 'user-added']);
  const { person } = await operations.user({ id });
  assert.deepEqual(new Set(person.seats.map(({ since }) => since)), new Set([world.now().toISOString()]));
});

onBothEngines(
  'since is null for the opening, else the run that found the seat, and outlives its source',
  async (world) => {
    const { collect, tenant, pass, operations } = world;
    await collect();
    const { skuId, other } = skusOf(world);
    const id = holderOf(world, skuId);
    const since = async (sku: string) =>
      (await operations.user({ id })).person.seats.find((seat) => seat.skuId === sku)?.since;
    assert.equal(await since(skuId), null);
    pass(day);
    tenant.change.assign(id, other);
    await collect();
    const found = world.now().toISOString();
    assert.equal(await since(other), found);
    pass(day);
    const group = tenant.change.addGroup('LIC later');
    for (const sku of [skuId, other]) tenant.change.assign(id, sku, group);
    const before = await count(world);
    await collect();
    const own = (await entriesSince(world, before)).filter((entry) => entry.userId === id);
    assert.deepEqual(kinds(own), ['seat-changed', 'seat-changed']);
    assert.deepEqual([await since(skuId), await since(other)], [null, found]);
    pass(day);
    tenant.change.unassign(id, other);
    await collect();
    pass(day);
    tenant.change.assign(id, other);
    await collect();
    assert.equal(await since(other), world.now().toISOString());
  },
);

onBothEngines('units and consumption are two entries, each with what was and what is', async (world) => {
  const { collect, tenant, pass } = world;
  await collect();
  const { skuId, enabled, consumed } = skusOf(world);
  const nobody = tenant.change.addUser({});
  await collect();
  pass(day);
  tenant.change.setUnits(skuId, { enabled: enabled + 5 });
  tenant.change.assign(nobody, skuId);
  const before = await count(world);
  const answer = await collect();
  const own = (await entriesSince(world, before)).filter((entry) => entry.skuId === skuId && !entry.userId);
  assert.deepEqual(
    own.filter(({ kind }) => kind.endsWith('s-changed') || kind === 'consumed-changed').map(values),
    [
      ['units-changed', { enabled }, { enabled: enabled + 5 }],
      ['consumed-changed', { consumed }, { consumed: consumed + 1 }],
    ],
  );
  const [change] = answer.skus;
  assert.deepEqual([change?.skuId, change?.assigned, change?.removed, change?.bought], [skuId, 1, 0, 5]);
});

onBothEngines('the sequence counts from 1 without a gap, whatever happens between', async (world) => {
  await world.collect();
  for (let nth = 0; nth < 3; nth += 1) {
    passDay(world);
    await world.collect();
    const lift = world.simulator.intercept(vanishedSku(skusOf(world).skuId));
    await world.collect();
    lift();
  }
  const entries = await entriesSince(world, 0);
  assert.deepEqual(
    entries.map(({ sequence }) => sequence),
    entries.map((_, nth) => nth + 1),
  );
});

onBothEngines('any past day says what the balance said then, its age included', async (world) => {
  const said = [];
  await world.collect();
  for (let nth = 0; nth < 4; nth += 1) {
    const at = world.now().toISOString();
    said.push({ at, balance: await world.operations.balance({}), sku: await explained(world) });
    passDay(world);
    // One read without products: its balance is as old as the products, and must stay so.
    const lift = nth === 1 ? world.simulator.intercept(forbid('/subscribedSkus')) : () => undefined;
    await world.collect();
    lift();
  }
  for (const { at, balance, sku } of said) {
    assert.deepEqual(await world.operations.balance({ at }), balance);
    assert.deepEqual(await world.operations.balance({ at: at.slice(0, 10) }), balance);
    assert.deepEqual(await explained(world, at), sku);
  }
  const moment = new Date(Date.parse(said[2]?.at ?? '') - 1).toISOString();
  assert.deepEqual(await world.operations.balance({ at: moment }), said[1]?.balance);
});

onBothEngines(
  'before the first collection there is no balance: the date is refused as wrong',
  async (world) => {
    await world.collect();
    const early = new Date(world.now().getTime() - 1).toISOString();
    for (const at of [early, '2001-01-01', 'soon', '2026-02-30']) {
      await assert.rejects(world.operations.balance({ at }), isWrongInput, at);
    }
    await assert.rejects(world.operations.explain({ sku: 'SPE_E3', at: '2001-01-01' }), isWrongInput);
  },
);

onBothEngines(
  'entries are found by SKU and by user, by any of their names in any letter case',
  async (world) => {
    await world.collect();
    liveADay(world);
    await world.collect();
    const { skuId, name } = skusOf(world);
    const all = await entriesSince(world, 0);
    const ofSku = all.filter((entry) => entry.skuId === skuId);
    for (const sku of [skuId, skuId.toUpperCase(), name, name.toLowerCase(), ` ${name} `]) {
      assert.deepEqual(await Array.fromAsync(world.operations.entries({ sku })), ofSku, sku);
    }
    const newcomer = (await Array.fromAsync(world.operations.users({ search: 'ada lovelace' })))[0];
    assert.ok(newcomer?.userPrincipalName);
    const ofUser = all.filter((entry) => entry.userId === newcomer.id);
    const upn = newcomer.userPrincipalName;
    for (const user of [newcomer.id, newcomer.id.toUpperCase(), upn, upn.toUpperCase()]) {
      assert.deepEqual(await Array.fromAsync(world.operations.entries({ user })), ofUser, user);
    }
    for (const wrong of [{ sku: 'NO_SUCH' }, { user: 'nobody@nowhere.example' }, { from: 'soon' }]) {
      await assert.rejects(Array.fromAsync(world.operations.entries(wrong)), isWrongInput);
    }
  },
);

onBothEngines('--from and --to take whole days, both inclusive', async (world) => {
  await world.collect();
  const first = world.now().toISOString().slice(0, 10);
  liveADay(world);
  await world.collect();
  const second = world.now().toISOString().slice(0, 10);
  const all = await entriesSince(world, 0);
  const between = (request: { from?: string; to?: string }) =>
    Array.fromAsync(world.operations.entries(request));
  assert.deepEqual(await between({ from: first, to: second }), all);
  assert.deepEqual(
    await between({ to: first }),
    all.filter(({ kind }) => kind === 'opened'),
  );
  assert.deepEqual(
    await between({ from: second }),
    all.filter(({ kind }) => kind !== 'opened'),
  );
});

onBothEngines(
  'F-PG-13: a number that becomes unknown is null in the ledger and in the balance',
  async (world) => {
    await world.collect();
    const { skuId, consumed } = skusOf(world);
    const lift = world.simulator.intercept(
      editedRows('/subscribedSkus', (row) =>
        row['skuId'] === skuId ? { ...row, consumedUnits: null } : row,
      ),
    );
    const before = await count(world);
    await world.collect();
    lift();
    const [entry] = await entriesSince(world, before);
    assert.deepEqual(entry && values(entry), ['consumed-changed', { consumed }, { consumed: null }]);
    const line = (await world.operations.balance({})).find((one) => one.skuId === skuId);
    assert.deepEqual([line?.consumed, line?.available, line?.status], [null, null, 'unknown']);
    assert.equal((await world.operations.verify({}))[0]?.difference, null);
  },
);

/** Another day in the company, as its seed has it. */
function passDay({ pass, tenant }: World): void {
  pass(day);
  tenant.passDay();
}

function isWrongInput(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'wrong-input' || error.code === 'not-found');
}

async function entriesSince({ operations }: World, sequence: number): Promise<readonly Entry[]> {
  const all = await Array.fromAsync(operations.entries({}));
  return all.filter((entry) => entry.sequence > sequence);
}

async function count(world: World): Promise<number> {
  return (await entriesSince(world, 0)).length;
}

async function explained({ operations, tenant }: World, at?: string) {
  const answers = [];
  for (const { skuId, skuPartNumber } of tenant.truth()) {
    if (skuPartNumber !== null) answers.push(await operations.explain({ sku: skuId, ...(at ? { at } : {}) }));
  }
  return answers;
}

/** Two products that people hold directly, the first with its figures. */
function skusOf({ tenant }: World) {
  const [first, second] = tenant
    .truth()
    .filter((row) => row.enabled !== null && row.enabled < 5000 && row.enabled > 0 && row.holders > 4);
  assert.ok(first?.skuPartNumber && second && first.enabled !== null && first.consumed !== null);
  const { skuId, skuPartNumber: name, enabled, consumed } = first;
  return { skuId, name, enabled, consumed, other: second.skuId };
}

/** The nth user that holds a SKU and not yet the other one. */
function holderOf(world: World, skuId: string, nth = 0): string {
  const { other } = skusOf(world);
  const holders = Array.from({ length: world.tenant.userCount() }, (_, index) =>
    world.tenant.user(index),
  ).filter((user) => holds(user, skuId) && !holds(user, other));
  const id = holders[nth]?.['id'];
  assert.ok(typeof id === 'string');
  return id;
}

function holds(user: Readonly<Record<string, unknown>> | undefined, skuId: string): boolean {
  return JSON.stringify(user?.['assignedLicenses'] ?? []).includes(skuId);
}

function kinds(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ kind }) => kind).sort();
}

function values({ kind, before, after }: Entry) {
  return [kind, before, after];
}

function fields(of: unknown): Readonly<Record<string, unknown>> {
  assert.ok(typeof of === 'object' && of !== null);
  return of as Readonly<Record<string, unknown>>;
}

onBothEngines('--to before the first collection is refused, --from is not', async (world) => {
  await world.collect();
  await assert.rejects(Array.fromAsync(world.operations.entries({ to: '2020-01-01' })), {
    name: 'Refusal',
    code: 'wrong-input',
    message: /Nothing was collected by 2020-01-01/,
  });
  assert.ok((await Array.fromAsync(world.operations.entries({ from: '2020-01-01' }))).length > 0);
});
