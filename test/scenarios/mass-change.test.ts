import assert from 'node:assert/strict';
import type { Interceptor } from '../../src/simulator/simulator.ts';
import { rows } from '../../src/simulator/fault-parts.ts';
import { emptyUsers, vanishedSku } from '../../src/simulator/faults.ts';
import { assertNothingPublished, readersSee } from './story.ts';
import { onBothEngines, type World } from './world.ts';

const minute = 60_000;

onBothEngines('F-MD-01: an empty list of users is held, and no person can accept it', async (world) => {
  await world.collect();
  world.simulator.intercept(emptyUsers());
  for (const acceptHeld of [false, true, true]) {
    world.pass(11 * minute);
    await assertHeld(world, /list of users is empty, and had 60/, { acceptHeld });
  }
});

onBothEngines('F-MD-01: an empty list stays held though the counter is empty too', async (world) => {
  await world.collect();
  const lift = together(
    world,
    emptyUsers(),
    counting(() => 0),
  );
  for (const acceptHeld of [false, true]) {
    world.pass(11 * minute);
    await assertHeld(world, /list of users is empty/, { acceptHeld });
  }
  lift();
  await assertNoTrace(world);
});

onBothEngines(
  'F-MD-02: 30 percent fewer are held until a second read, ten minutes later, agrees',
  async (world) => {
    await world.collect();
    leave(world, 0, 18);
    await assertHeld(world, /18 of 60 users would be gone/);
    world.pass(9 * minute);
    await assertHeld(world, /18 of 60 users would be gone/);
    world.pass(minute);
    const answer = await world.collect();
    assert.equal(answer.outcome, 'published', answer.reason ?? '');
    assert.equal(answer.users.removed, 18);
    const large = await largeChanges(world);
    assert.deepEqual(large, [
      {
        before: { users: 60 },
        after: {
          users: 42,
          doubts: ['18 of 60 users would be gone', '18 of 60 users would be gone within seven days'],
          believed: 'confirmed by a second read',
        },
      },
    ]);
    assert.equal((await world.operations.verify({}))[0]?.difference, null);
  },
);

onBothEngines('F-MD-02: a second read that shows another change is held anew', async (world) => {
  await world.collect();
  leave(world, 0, 18);
  await assertHeld(world, /18 of 60/);
  world.pass(11 * minute);
  leave(world, 18, 28);
  await assertHeld(world, /28 of 60/);
  world.pass(9 * minute);
  await assertHeld(world, /28 of 60/);
  world.pass(minute);
  assert.equal((await world.collect()).outcome, 'published');
});

onBothEngines(
  'F-MD-02: a short list stays held while the counter contradicts it, whoever accepts',
  async (world) => {
    await world.collect();
    const lift = world.simulator.intercept(withoutUsers(world, 18));
    for (const acceptHeld of [false, false, true]) {
      await assertHeld(world, /42 users were listed, and Microsoft counts 60/, { acceptHeld });
      world.pass(11 * minute);
    }
    lift();
    await assertNoTrace(world);
  },
);

onBothEngines(
  'F-PM-07: a list and a counter that both see fewer are held, and confirmed like a change',
  async (world) => {
    await world.collect();
    together(
      world,
      withoutUsers(world, 24),
      counting((count) => count - 24),
    );
    await assertHeld(world, /24 of 60 users would be gone/);
    world.pass(11 * minute);
    assert.equal((await world.collect()).outcome, 'published');
  },
);

onBothEngines(
  'F-MD-11: what was held dissolves with the next normal read, and leaves no trace',
  async (world) => {
    await world.collect();
    const lift = together(
      world,
      withoutUsers(world, 18),
      counting((count) => count - 18),
    );
    await assertHeld(world, /18 of 60/);
    lift();
    world.pass(11 * minute);
    await assertNoTrace(world);
    // The hold is gone: the same loss later begins anew.
    together(
      world,
      withoutUsers(world, 18),
      counting((count) => count - 18),
    );
    await assertHeld(world, /18 of 60/);
  },
);

onBothEngines('a person may accept a large change at once, and the ledger says so', async (world) => {
  await world.collect();
  leave(world, 0, 18);
  await assertHeld(world, /18 of 60/);
  const answer = await world.collect({ acceptHeld: true });
  assert.equal(answer.outcome, 'published', answer.reason ?? '');
  assert.deepEqual(
    (await largeChanges(world)).map(({ after }) => after['believed']),
    ['accepted by a person'],
  );
});

onBothEngines('after a large change was believed, one leaver more is no doubt', async (world) => {
  await world.collect();
  leave(world, 0, 18);
  await world.collect({ acceptHeld: true });
  world.pass(24 * 60 * minute);
  leave(world, 18, 19);
  const answer = await world.collect();
  assert.equal(answer.outcome, 'published', answer.reason ?? '');
  assert.equal((await largeChanges(world)).length, 1);
});

onBothEngines(
  'F-MD-10: a slow bleed is held once more than a quarter is gone within seven days',
  async (world) => {
    await world.collect();
    const outcomes: string[] = [];
    for (let sync = 0; sync < 4; sync += 1) {
      world.pass(24 * 60 * minute);
      leave(world, sync * 5, sync * 5 + 5);
      outcomes.push((await world.collect()).outcome);
    }
    assert.deepEqual(outcomes, ['published', 'published', 'published', 'held']);
  },
);

onBothEngines(
  'F-MD-05: a SKU in use that vanishes is held alone, and the rest is published',
  async (world) => {
    await world.collect();
    const { skuId, name } = inUse(world);
    const before = await lineOf(world, skuId);
    const lift = world.simulator.intercept(vanishedSku(skuId));
    world.tenant.change.moveDepartment(String(world.tenant.user(3)?.['id']), 'Night shift');
    const answer = await world.collect();
    assert.equal(answer.outcome, 'partial', answer.reason ?? '');
    assert.match(
      answer.reason ?? '',
      new RegExp(`^${name}: held: ${skuId} is listed no more, and \\d+ seats`),
    );
    assert.equal(answer.users.changed, 1);
    const { runId: _earlier, asOf: _older, ...units } = before;
    const { runId: _run, asOf: _asOf, ...now } = await lineOf(world, skuId);
    assert.deepEqual(now, units);
    lift();
    world.pass(11 * minute);
    const normal = await world.collect();
    assert.deepEqual([normal.outcome, normal.entries], ['published', 0]);
  },
);

onBothEngines(
  'F-MD-05: a SKU that is still gone ten minutes later is removed, and its people stay listed',
  async (world) => {
    await world.collect();
    const { skuId } = inUse(world);
    const holders = (await lineOf(world, skuId)).counted;
    world.tenant.change.removeSku(skuId);
    assert.equal((await world.collect()).outcome, 'partial');
    world.pass(9 * minute);
    assert.equal((await world.collect()).outcome, 'partial');
    world.pass(minute);
    const answer = await world.collect();
    assert.equal(answer.outcome, 'published', answer.reason ?? '');
    const { enabled, counted, status, ...line } = await lineOf(world, skuId);
    assert.deepEqual([line.class, enabled, counted, status], ['no-subscription', null, holders, 'open']);
    const kinds = (await Array.fromAsync(world.operations.entries({ sku: skuId }))).map(({ kind }) => kind);
    assert.ok(kinds.includes('large-change') && kinds.includes('sku-removed'));
    assert.equal((await world.operations.verify({}))[0]?.difference, null);
  },
);

onBothEngines(
  'F-MD-04: all SKUs vanish: every one is kept with its figures, until a person accepts',
  async (world) => {
    await world.collect();
    const before = (await readersSee(world)).balance.map(({ runId: _run, asOf: _asOf, ...line }) => line);
    world.simulator.intercept(rows('/subscribedSkus', () => []));
    for (let read = 0; read < 2; read += 1) {
      world.pass(11 * minute);
      const answer = await world.collect();
      assert.equal(answer.outcome, 'partial', answer.reason ?? '');
      assert.match(answer.reason ?? '', /^skus: held: the list of products is empty, and had \d+/);
      const now = (await readersSee(world)).balance.map(({ runId: _run, asOf: _asOf, ...line }) => line);
      assert.deepEqual(now, before);
    }
    const accepted = await world.collect({ acceptHeld: true });
    assert.equal(accepted.outcome, 'published', accepted.reason ?? '');
    const left = await world.operations.balance({});
    assert.ok(left.length > 0 && left.every((line) => line.class === 'no-subscription'));
    assert.equal((await world.operations.verify({}))[0]?.difference, null);
  },
);

onBothEngines(
  'a first collection is doubted too: nothing is shown until list and counter agree',
  async (world) => {
    const lift = world.simulator.intercept(withoutUsers(world, 18));
    const first = await world.collect();
    assert.equal(first.outcome, 'held');
    assert.match(first.reason ?? '', /42 users were listed, and Microsoft counts 60/);
    assert.deepEqual(await world.operations.balance({}), []);
    lift();
    const second = await world.collect();
    assert.deepEqual([second.outcome, second.opening, second.users.added], ['published', true, 0]);
  },
);

onBothEngines('most people losing every license at once is held', async (world) => {
  await world.collect();
  const strip = rows('/users', (all) =>
    all.map((row) => ({ ...row, assignedLicenses: [], licenseAssignmentStates: [] })),
  );
  const lift = world.simulator.intercept(strip);
  await assertHeld(world, /of 60 users would lose every license/);
  lift();
  await assertNoTrace(world);
});

/** A collection that is held for this reason and changes nothing that readers see. */
async function assertHeld(world: World, reason: RegExp, request = {}): Promise<void> {
  const before = await readersSee(world);
  const answer = await world.collect(request);
  await assertNothingPublished(world, { answer, before }, { outcome: 'held', reason });
}

/** The next collection is a normal one in which nothing changed. */
async function assertNoTrace(world: World): Promise<void> {
  const answer = await world.collect();
  assert.deepEqual([answer.outcome, answer.entries], ['published', 0], answer.reason ?? '');
}

/** The users from one index to another are really deleted. */
function leave({ tenant }: World, from: number, to: number): void {
  const ids = Array.from({ length: to - from }, (_, nth) => String(tenant.user(from + nth)?.['id']));
  for (const id of ids) tenant.change.removeUser(id);
}

/** The first users are not in the list, whatever the counter says. */
function withoutUsers({ tenant }: World, number: number): Interceptor {
  const ids = new Set(Array.from({ length: number }, (_, index) => tenant.user(index)?.['id']));
  return rows('/users', (all) => all.filter((row) => !ids.has(row['id'])));
}

/** What the counter says of the users. */
function counting(change: (count: number) => number): Interceptor {
  return ({ path }, { body }) =>
    path === '/v1.0/users/$count' ? { body: String(change(Number(body))) } : undefined;
}

function together({ simulator }: World, ...faults: readonly Interceptor[]): () => void {
  const lifts = faults.map((fault) => simulator.intercept(fault));
  return () => lifts.forEach((lift) => lift());
}

async function largeChanges({ operations }: World) {
  const all = await Array.fromAsync(operations.entries({}));
  return all
    .filter(({ kind }) => kind === 'large-change')
    .map(({ before, after }) => ({ before, after: after as Readonly<Record<string, unknown>> }));
}

function inUse({ tenant }: World): { readonly skuId: string; readonly name: string } {
  const found = tenant.truth().find((row) => row.skuPartNumber !== null && row.holders > 2);
  assert.ok(found?.skuPartNumber);
  return { skuId: found.skuId, name: found.skuPartNumber };
}

async function lineOf({ operations }: World, skuId: string) {
  const line = (await operations.balance({})).find((one) => one.skuId === skuId);
  assert.ok(line);
  return line;
}
