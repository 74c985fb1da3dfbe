import assert from 'node:assert/strict';
import { onBothEngines, type World } from './world.ts';

async function figures(world: World) {
  const lines = await world.operations.balance({});
  return Object.fromEntries(
    lines.map((line) => [
      line.skuId,
      [line.enabled, line.warning, line.suspended, line.lockedOut, line.consumed, line.counted],
    ]),
  );
}

function truth(world: World) {
  return Object.fromEntries(
    world.tenant
      .truth()
      .map((sku) => [
        sku.skuId,
        [sku.enabled, sku.warning, sku.suspended, sku.lockedOut, sku.consumed, sku.holders],
      ]),
  );
}

onBothEngines(
  'every figure equals what the simulator handed out, at the opening and day after day',
  async (world) => {
    const opened = await world.collect();
    assert.equal(opened.outcome, 'published', opened.reason ?? '');
    assert.equal(opened.opening, true);
    assert.deepEqual(await figures(world), truth(world));
    for (let day = 0; day < 5; day += 1) {
      world.pass(24 * 60 * 60 * 1000);
      world.tenant.passDay();
      const answer = await world.collect();
      assert.equal(answer.outcome, 'published', answer.reason ?? '');
      assert.deepEqual(await figures(world), truth(world));
      const [verified] = await world.operations.verify({});
      assert.equal(verified?.difference, null);
    }
  },
  { users: 300 },
);

onBothEngines('a collection in which nothing changed adds a run and no entry', async (world) => {
  await world.collect();
  const before = await Array.fromAsync(world.operations.entries({}));
  world.pass(60_000);
  const answer = await world.collect();
  assert.equal(answer.entries, 0);
  assert.deepEqual(await Array.fromAsync(world.operations.entries({})), before);
  assert.equal((await world.operations.runs({})).length, 2);
});
